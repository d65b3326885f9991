"""Gives two sample lawyers of a demonstration accounts."""

import json

from django.conf import settings
from django.core.management.base import CommandError

from legal.lawyers.actions.samples import make_sample_keepers
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Give two sample lawyers accounts, who sign in as the sample staff does and keep their profiles."

    def handle(self, **options: object) -> None:
        staff = settings.VAR_DIR / "sample-staff.json"
        if not staff.exists():
            raise CommandError("There is no password for samples: run make_sample_staff first.")
        keepers = make_sample_keepers(json.loads(staff.read_text())["password"])
        (settings.VAR_DIR / "sample-lawyers.json").write_text(json.dumps([keeper.email for keeper in keepers]))
        self.stdout.write(f"Sample lawyers with an account: {len(keepers)}.")
