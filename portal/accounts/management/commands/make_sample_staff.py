"""The staff of the demonstration; what they sign in with is kept under the folder of the servers."""

import json
import os
import secrets

from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings

from portal.accounts.actions import ADMINISTRATOR, EDITORS, OTHERS, make_sample_staff
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make the sample staff and keep what they sign in with in sample-staff.json, for its owner alone to read."

    def handle(self, **options: object) -> None:
        path = settings.VAR_DIR / "sample-staff.json"
        kept = json.loads(path.read_text()) if path.exists() else {}
        password = kept.get("password") or secrets.token_urlsafe(12)
        known = kept.get("secrets", {})
        keys = {
            email: known.get(email) or generate_totp_secret()
            for email in (ADMINISTRATOR, *EDITORS.values(), *OTHERS.values())
        }
        staff = make_sample_staff(password, keys)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump({"password": password, "emails": [user.email for user in staff], "secrets": keys}, file)
        self.stdout.write(f"The sample staff and what they sign in with are in {path}.")
