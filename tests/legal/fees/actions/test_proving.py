"""Those who act for the side that owes hand in proofs of what they have transferred."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from enterprises.policies import Role
from legal.fees import payers
from legal.fees.actions import issuing, proving
from legal.fees.models import Proof
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from tests.factories import MembershipFactory, UserFactory
from tests.legal.fees.conftest import DAY, handed_in, issued, on_the_shelf

pytestmark = pytest.mark.django_db


def test_proof_is_kept_as_the_payer_states_it(notice, payer) -> None:
    proof = handed_in(notice, payer)

    assert (proof.amount, proof.currency, proof.paid_on, proof.reference) == (300, "CNY", DAY, "OUR-7")
    assert (proof.state, proof.file.owner, str(proof)) == ("waiting", proof, f"{notice.number} 2026-11-20")
    entry = notice.matter.entries.last()
    assert (entry.what, entry.actor, entry.by) == ("fees.prove", "member", payer)
    assert entry.details["amount"] == "300.00"


@pytest.mark.parametrize("role", [None, Role.VIEWER])
def test_who_does_not_act_for_the_enterprise_hands_nothing_in(notice, role) -> None:
    person = UserFactory.create()
    if role:
        MembershipFactory.create(enterprise=notice.matter.enterprise, person=person, role=role)

    with pytest.raises(NotAllowedError) as refusal:
        handed_in(notice, person)

    assert refusal.value.code == "role"


def test_paper_of_somebody_else_is_not_handed_in(notice, payer) -> None:
    facts = {"amount": Decimal("300.00"), "currency": "CNY", "paid_on": DAY, "reference": ""}

    with pytest.raises(PermissionDenied):
        proving.hand_in(notice, on_the_shelf(UserFactory.create()), by=payer, **facts)

    assert Proof.objects.count() == 0


def test_amount_has_no_more_places_than_its_currency(notice, payer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        handed_in(notice, payer, "1.001")

    assert refusal.value.code == "amount"


def test_nothing_is_handed_in_upon_a_cancelled_notice(notice, payer, officer) -> None:
    issuing.cancel(notice, reason="Issued twice.", by=officer)

    with pytest.raises(NotAllowedError) as refusal:
        handed_in(notice, payer)

    assert refusal.value.code == "state"


def test_nobody_fills_the_queue(notice, payer, monkeypatch) -> None:
    monkeypatch.setattr(proving, "MOST_WAITING", 1)
    handed_in(notice, payer)

    with pytest.raises(NotAllowedError) as refusal:
        handed_in(notice, payer)

    assert refusal.value.code == "many"


def test_room_above_says_who_pays_for_its_side(matter, officer, payee, monkeypatch) -> None:
    monkeypatch.setattr(payers, "_payers", dict(payers._payers))
    notice = issued(matter, officer, payee, side="respondent", party=matter.parties.get(own=False))
    other, stranger = UserFactory.create_batch(2)
    payers.register(
        "respondent",
        payers.Payers(may=lambda one, user: user == other, told=lambda one: [other], page=lambda one, user: "/"),
    )

    proof = handed_in(notice, other)

    assert (payers.may_pay(notice, other), payers.may_pay(notice, stranger)) == (True, False)
    assert matter.entries.last().actor == "other"
    assert not File.objects.visible_to(matter.begun_by).filter(pk=proof.file_id).exists()
