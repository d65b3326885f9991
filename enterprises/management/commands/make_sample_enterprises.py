"""Makes the sample enterprises of a demonstration."""

import json

from django.conf import settings
from django.core.management.base import CommandError

from enterprises.actions.industries import load_industries
from enterprises.actions.samples import MEMBERS, make_sample_enterprises
from enterprises.telling import registrars
from portal.accounts.models import User
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make sample enterprises, one in each state, and their members, who sign in as the sample staff does."

    def handle(self, **options: object) -> None:
        staff = settings.VAR_DIR / "sample-staff.json"
        officer = registrars().first() or User.objects.filter(is_superuser=True, is_active=True).first()
        if officer is None or not staff.exists():
            raise CommandError("There is nobody to decide registrations: run make_sample_staff first.")
        load_industries()
        made = make_sample_enterprises(json.loads(staff.read_text())["password"], officer=officer)
        (settings.VAR_DIR / "sample-members.json").write_text(json.dumps(list(MEMBERS)))
        self.stdout.write(f"Sample enterprises made: {len(made)}. Their members: {', '.join(MEMBERS)}.")
