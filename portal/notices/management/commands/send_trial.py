"""Whether notices arrive: one to oneself, by every way a notice takes."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from portal.notices.actions import notify
from portal.notices.notices import TRIAL


class Command(BaseCommand):
    help = "Send a trial notice to users, by their e-mail addresses: to their inboxes, and by mail."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("emails", nargs="+", help="of users of the portal")

    def handle(self, *, emails: list[str], **options: object) -> None:
        users = list(get_user_model().objects.filter(email__in=emails))
        missing = sorted(set(emails) - {user.email for user in users})
        if missing:
            raise CommandError(f"No user has the address {', '.join(missing)}.")
        with transaction.atomic():
            made = notify(TRIAL, to=users)
        self.stdout.write(f"{len(made)} trial notices are on their way: the worker delivers them.")
