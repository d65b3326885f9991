"""Two sample lawyers of the demonstration have accounts; nobody else is given one."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from legal.lawyers.actions.samples import KEEPERS
from legal.lawyers.models import Lawyer
from portal.accounts.models import User
from tests.factories import LawyerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def test_sample_lawyers_are_given_accounts_once(var, capsys) -> None:
    (var / "sample-staff.json").write_text(json.dumps({"password": "a long sample password"}))
    for slug, _ in KEEPERS.values():
        LawyerFactory.create(slug=slug, sample=True)

    call_command("make_sample_keepers")
    call_command("make_sample_keepers")

    kept = {lawyer.user.email: lawyer.slug for lawyer in Lawyer.objects.select_related("user")}
    assert kept == {email: slug for email, (slug, _) in KEEPERS.items()}
    assert all(one.check_password("a long sample password") for one in User.objects.filter(email__in=KEEPERS))
    assert json.loads((var / "sample-lawyers.json").read_text()) == list(KEEPERS)
    assert capsys.readouterr().out.splitlines() == ["Sample lawyers with an account: 2."] * 2


def test_lawyer_who_is_no_sample_is_given_no_account(var) -> None:
    (var / "sample-staff.json").write_text(json.dumps({"password": "a long sample password"}))
    lawyer = LawyerFactory.create(slug=next(iter(KEEPERS.values()))[0], user=None)

    call_command("make_sample_keepers")

    lawyer.refresh_from_db()
    assert (lawyer.user, User.objects.filter(email__in=KEEPERS).exists()) == (None, False)


@pytest.mark.usefixtures("var")
def test_accounts_want_the_password_of_the_samples() -> None:
    with pytest.raises(CommandError, match="run make_sample_staff first"):
        call_command("make_sample_keepers")
