"""The code that the app of a member of the sample staff would show now."""

import json

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone


class Command(BaseCommand):
    help = "Print the code for the second step of signing in that is good now, for one of the sample staff."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="whose, as `make demo` prints it")

    def handle(self, *, email: str, **options: object) -> None:
        path = settings.VAR_DIR / "sample-staff.json"
        if not path.exists():
            raise CommandError(f"There is no {path}: make the sample staff first, with `make demo`.")
        secrets = json.loads(path.read_text()).get("secrets", {})
        if email not in secrets:
            raise CommandError(f"{email} is not among the sample staff: {', '.join(secrets)}.")
        counter = int(timezone.now().timestamp()) // app_settings.TOTP_PERIOD
        self.stdout.write(format_hotp_value(hotp_value(secrets[email], counter)))
