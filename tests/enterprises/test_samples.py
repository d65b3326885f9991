"""The sample enterprises of the demonstration, the industries, and the first page of the console."""

import datetime
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone, translation

from enterprises.actions.industries import load_industries
from enterprises.actions.samples import MEMBERS
from enterprises.models import Enterprise, Industry, Membership, Remark
from enterprises.states import State
from enterprises.tasks import expire
from enterprises.waiting import registrations
from portal.accounts.models import User
from portal.reference.actions import load
from portal.workflow.models import Event
from tests.factories import EnterpriseFactory, TransferFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    (tmp_path / "sample-staff.json").write_text(json.dumps({"password": "a long sample password"}))
    load()
    return User.objects.create_superuser("admin@law-valley.example")


@pytest.mark.usefixtures("staff")
def test_samples_are_one_in_each_state_and_are_made_once(settings, capsys) -> None:
    call_command("make_sample_enterprises")
    call_command("make_sample_enterprises")

    assert sorted(Enterprise.objects.values_list("state", flat=True)) == sorted(State.values)
    assert Membership.objects.filter(person__email__in=MEMBERS).count() == len(State) * len(MEMBERS)
    assert User.objects.get(email="viewer@law-valley.example").check_password("a long sample password")
    assert json.loads((settings.VAR_DIR / "sample-members.json").read_text()) == list(MEMBERS)
    assert "Sample enterprises made: 0" in capsys.readouterr().out
    for enterprise in Enterprise.objects.all():
        assert all("示例" in name or "sample" in name or "образец" in name for name in enterprise.names().values())


@pytest.mark.usefixtures("staff")
def test_officers_write_to_the_applicant_of_a_sample_in_the_language_of_that_one() -> None:
    call_command("make_sample_enterprises")

    written = [(event.reason, event.subject) for event in Event.objects.exclude(reason="")]
    written += [(remark.text, remark.enterprise) for remark in Remark.objects.all()]
    assert len(written) == 4
    for text, enterprise in written:
        applicant = Event.objects.of(enterprise).get(move="submit").by
        assert any("一" <= one <= "鿿" for one in text) == (applicant.language == "zh-hans")
    assert {Event.objects.of(one).get(move="submit").by.language for _, one in written} == {"en", "zh-hans"}


def test_samples_want_somebody_who_decides() -> None:
    with pytest.raises(CommandError, match="run make_sample_staff first"):
        call_command("make_sample_enterprises")


def test_named_industries_are_loaded_and_what_staff_changed_stays(capsys) -> None:
    assert load_industries() == 5
    Industry.objects.filter(slug="airport-economy").update(name_en="Airport city")

    call_command("load_industries")

    assert capsys.readouterr().out == "Industries added: 0.\n"
    assert str(Industry.objects.get(slug="airport-economy").name_en) == "Airport city"
    assert set(Industry.objects.values_list("weight", flat=True)) == {""}


def test_first_page_says_that_nothing_waits() -> None:
    with translation.override("en"):
        waiting = registrations()

    assert (waiting.count, waiting.sentence, waiting.urgent) == (0, "No registration waits.", False)


@pytest.mark.parametrize(("days", "bar", "urgent"), [(1, 0, False), (5, 1, False), (8, 2, True)])
def test_first_page_says_how_long_registrations_wait(settings, days, bar, urgent) -> None:
    settings.REGISTRATION_DAYS = 7
    EnterpriseFactory.create(state=State.SUBMITTED, submitted_at=timezone.now() - datetime.timedelta(days=days))

    with translation.override("ru"):
        waiting = registrations()

    assert (waiting.count, waiting.urgent) == (1, urgent)
    assert [one.count for one in waiting.bars] == [int(place == bar) for place in range(3)]


def test_worker_ends_what_nobody_answered() -> None:
    transfer = TransferFactory.create(expires_at=timezone.now() - datetime.timedelta(days=1))

    expire()

    transfer.refresh_from_db()
    assert transfer.state == "expired"
