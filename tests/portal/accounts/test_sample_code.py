import datetime
import json

import pytest
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.core.management import CommandError, call_command
from django.utils import timezone

from portal.accounts.actions import ADMINISTRATOR

# RFC 6238, appendix B: the secret in ASCII, and what it gives at 59 seconds, the last six digits.
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def test_code_is_the_one_an_app_would_show_now(folder, monkeypatch, capsys):
    (folder / "sample-staff.json").write_text(json.dumps({"secrets": {ADMINISTRATOR: SECRET}}))
    monkeypatch.setattr(timezone, "now", lambda: datetime.datetime(1970, 1, 1, 0, 0, 59, tzinfo=datetime.UTC))

    call_command("sample_code", ADMINISTRATOR)

    assert capsys.readouterr().out == "287082\n"


def test_who_is_no_sample_has_no_code(folder):
    (folder / "sample-staff.json").write_text(json.dumps({"secrets": {ADMINISTRATOR: generate_totp_secret()}}))

    with pytest.raises(CommandError, match=r"nobody@portal\.example is not among the sample staff"):
        call_command("sample_code", "nobody@portal.example")


def test_without_samples_the_way_to_them_is_told(folder):
    with pytest.raises(CommandError, match="make demo"):
        call_command("sample_code", ADMINISTRATOR)
