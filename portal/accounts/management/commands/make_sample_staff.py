"""The staff of the demonstration, their one password kept under the folder of the servers."""

import json
import os
import secrets

from django.conf import settings

from portal.accounts.actions import make_sample_staff
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make the sample staff and keep their password in sample-staff.json, for its owner alone to read."

    def handle(self, **options: object) -> None:
        path = settings.VAR_DIR / "sample-staff.json"
        password = json.loads(path.read_text())["password"] if path.exists() else secrets.token_urlsafe(12)
        staff = make_sample_staff(password)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump({"password": password, "emails": [user.email for user in staff]}, file)
        self.stdout.write(f"The sample staff and their password are in {path}.")
