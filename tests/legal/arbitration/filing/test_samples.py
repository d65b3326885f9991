"""Sample requests are plainly marked, and made once."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.arbitration.actions.samples import CASHIER, OFFICER, OTHER
from legal.arbitration.models import Supplement
from legal.fees.actions.samples import make_sample_payee
from legal.matters.models import Matter
from legal.rules.loading import figures
from legal.serving.actions.serving import Bundle, notify
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.privacy.loading import load
from tests.factories import EnterpriseFactory, ExhibitFactory, JurisdictionFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_sample_requests_are_made_once_in_different_states_and_marked() -> None:
    figures.load_institutions({})
    figures.load_schedules()
    load()
    make_sample_payee()
    apply_roles()
    for email, role in ((OFFICER, "arbitration-officer"), (CASHIER, "cashier")):
        UserFactory.create(email=email, is_staff=True).groups.add(Group.objects.get(name=role))
    JurisdictionFactory.create(code="kz")
    owner = UserFactory.create(email=OWNER)
    ExhibitFactory.create(enterprise=EnterpriseFactory.create(state=State.VERIFIED, number="", owner=owner))
    said = io.StringIO()

    call_command("make_sample_arbitrations", stdout=said)
    call_command("make_sample_arbitrations", stdout=said)

    made = Matter.objects.order_by("pk")
    assert said.getvalue() == ("Sample requests for arbitration made: 4.\nSample requests for arbitration made: 0.\n")
    assert [one.state for one in made] == ["draft", "examined", "supplement", "paid"]
    assert all(any(mark in one.title for mark in ("示例", "sample", "образец")) for one in made)
    assert len(Supplement.objects.get().points) == 2
    paid, officer = made[3], User.objects.get(email=OFFICER)
    assert list(Matter.objects.on_desk_of(officer)) == [paid]
    assert paid.fee_notices.get().account["sample"]
    (service,) = notify(paid, [(paid.parties.get(own=False), "ru")], Bundle([paid.submissions.get()]), by=officer)
    assert service.party.invitations.get().email == OTHER


def test_without_sample_enterprises_there_are_no_sample_requests() -> None:
    with pytest.raises(CommandError, match="make the sample enterprises"):
        call_command("make_sample_arbitrations")


def test_without_sample_staff_or_account_there_are_no_sample_requests() -> None:
    EnterpriseFactory.create(state=State.VERIFIED, number="", owner=UserFactory.create(email=OWNER))

    with pytest.raises(CommandError, match="make the sample staff"):
        call_command("make_sample_arbitrations")
    for email in (OFFICER, CASHIER):
        UserFactory.create(email=email, is_staff=True)
    with pytest.raises(CommandError, match="make the sample payee"):
        call_command("make_sample_arbitrations")
