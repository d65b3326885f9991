"""The samples are plainly marked, made once, and the appraisal uses the certificate of the notarization."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.exhibits.models import Exhibit
from legal.matters.models import Matter, Produced
from portal.accounts.actions import apply_roles
from tests.factories import EnterpriseFactory, JurisdictionFactory, UserFactory

pytestmark = pytest.mark.django_db
COMMANDS = ("make_sample_notarization", "make_sample_appraisal")


@pytest.fixture
def prepared() -> None:
    for code in ("kz", "cn"):
        JurisdictionFactory.create(code=code)
    apply_roles()
    UserFactory.create(is_staff=True).groups.add(Group.objects.get(name="notary-officer"))
    EnterpriseFactory.create(state=State.VERIFIED, number="", owner=UserFactory.create(email=OWNER))
    call_command("make_sample_exhibits", stdout=io.StringIO())


@pytest.mark.usefixtures("prepared")
def test_samples_are_made_once_and_marked() -> None:
    said = io.StringIO()

    for command in (*COMMANDS, *COMMANDS):
        call_command(command, stdout=said)

    notarization, appraisal = (Matter.objects.get(kind=kind) for kind in ("notarization", "appraisal"))
    assert said.getvalue().splitlines() == [
        f"Sample made: {notarization.number}.",
        f"Sample made: {appraisal.number}.",
        *["The sample is there already."] * 2,
    ]
    assert all("示例" in matter.title for matter in (notarization, appraisal))
    assert (notarization.state, appraisal.state) == ("issued", "submitted")


@pytest.mark.usefixtures("prepared")
def test_certificate_of_one_sample_is_an_exhibit_of_the_other() -> None:
    for command in COMMANDS:
        call_command(command, stdout=io.StringIO())

    certificate = Matter.objects.get(kind="notarization").certificate.exhibit
    assert Produced.objects.filter(exhibit=certificate, matter__kind="appraisal").count() == 1
    assert Exhibit.objects.filter(sha256=certificate.sha256).count() == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_without_sample_exhibits_there_are_no_samples(command: str) -> None:
    with pytest.raises(CommandError, match="make the sample exhibits"):
        call_command(command)
