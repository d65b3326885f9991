import json
import stat

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from portal.accounts.actions import ADMINISTRATOR

pytestmark = pytest.mark.django_db


def test_password_of_the_sample_staff_is_kept_for_its_owner_alone_and_stays(settings, tmp_path):
    settings.VAR_DIR = tmp_path

    call_command("make_sample_staff")
    first = json.loads((tmp_path / "sample-staff.json").read_text())
    call_command("make_sample_staff")

    assert json.loads((tmp_path / "sample-staff.json").read_text()) == first
    assert stat.S_IMODE((tmp_path / "sample-staff.json").stat().st_mode) == 0o600
    assert authenticate(username=ADMINISTRATOR, password=first["password"]).is_staff
