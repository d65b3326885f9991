"""What was received is confirmed once, whoever hurries; the notice is what its sums say, and the matter goes on."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from enterprises.policies import Role
from legal.fees.actions import confirming, issuing
from legal.fees.models import Payment, Proof
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import at_once, codes
from tests.factories import MembershipFactory
from tests.legal.fees.conftest import DAY, handed_in, issued

pytestmark = pytest.mark.django_db
FACTS = {"amount": Decimal("300.00"), "received_on": DAY, "reference": "BANK-1"}


def test_confirmed_proof_pays_the_notice_and_moves_the_matter(notice, proof, cashier, payer) -> None:
    payment = confirming.confirm(proof, by=cashier, **FACTS)

    for row in (notice, proof, notice.matter):
        row.refresh_from_db()
    assert (payment.proof, payment.confirmed_by, str(payment)) == (proof, cashier, f"{notice.number} 2026-11-20")
    assert (notice.state, notice.received, notice.open, notice.excess) == ("paid", 300, 0, 0)
    assert (proof.state, proof.decided_by) == ("confirmed", cashier)
    assert notice.matter.state == "paid"
    assert [entry.what for entry in notice.matter.entries.all()][-3:] == [
        "fees.confirm",
        "fees.notice.settle",
        "tests.fees.note-payment",
    ]
    moved = Event.objects.of(notice.matter).last()
    assert (moved.move, moved.by) == ("note-payment", cashier)
    assert Notice.objects.get(kind="fees.confirmed").user == payer


def test_part_then_rest_then_more_is_summed_up(notice, paid) -> None:
    stands = []
    for number, amount in enumerate(("100.00", "50.00", "150.00", "20.00", "1.00")):
        paid(notice, amount, f"BANK-{number}")
        stands.append((notice.state, notice.received, notice.open, notice.excess))

    assert stands == [
        ("part-paid", 100, 200, 0),
        ("part-paid", 150, 150, 0),
        ("paid", 300, 0, 0),
        ("overpaid", 320, 0, 20),
        ("overpaid", 321, 0, 21),
    ]


def test_matter_waits_for_its_last_notice(notice, matter, officer, payee, paid) -> None:
    another = issued(matter, officer, payee)

    paid(notice, "300.00")
    matter.refresh_from_db()
    waiting = matter.state
    paid(another, "400.00")
    matter.refresh_from_db()

    assert (waiting, matter.state) == ("fee", "paid")


def test_more_than_was_stated_may_have_been_received(notice, proof, cashier) -> None:
    confirming.confirm(proof, by=cashier, **FACTS | {"amount": Decimal("310.00")})

    notice.refresh_from_db()
    assert (notice.state, notice.excess) == ("overpaid", 10)


def test_what_comes_for_a_cancelled_notice_is_held_for_the_payer(notice, proof, officer, cashier) -> None:
    issuing.cancel(notice, reason="Issued twice.", by=officer)

    confirming.confirm(proof, by=cashier, **FACTS)

    notice.refresh_from_db()
    assert (notice.state, notice.due, notice.excess) == ("cancelled", 0, 300)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"amount": Decimal("-1.00")}, "amount"),
        ({"amount": Decimal("1.001")}, "amount"),
        ({"received_on": timezone.localdate() + datetime.timedelta(days=3)}, "day"),
        ({"reference": " "}, "reference"),
    ],
)
def test_payment_that_nobody_could_trace_is_not_confirmed(proof, cashier, changed, code) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        confirming.confirm(proof, by=cashier, **FACTS | changed)

    proof.refresh_from_db()
    assert (refusal.value.code, proof.state, Payment.objects.count()) == (code, "waiting", 0)


def test_payment_of_one_reference_counts_once(notice, proof, cashier, paid) -> None:
    paid(notice, "100.00")

    with pytest.raises(NotAllowedError) as refusal:
        confirming.confirm(proof, by=cashier, **FACTS)

    assert refusal.value.code == "twice"
    with pytest.raises(IntegrityError), transaction.atomic():
        Payment.objects.create(notice=notice, confirmed_by=cashier, **FACTS)


def test_only_cashiers_decide_proofs(proof, officer, payer) -> None:
    for person in (officer, payer):
        with pytest.raises(NotAllowedError) as confirmed:
            confirming.confirm(proof, by=person, **FACTS)
        with pytest.raises(NotAllowedError) as refused:
            confirming.refuse(proof, reason="No.", by=person)
        assert (confirmed.value.code, refused.value.code) == ("role", "role")


def test_cashier_of_the_enterprise_itself_leaves_it_to_a_colleague(notice, proof, cashier) -> None:
    MembershipFactory.create(enterprise=notice.matter.enterprise, person=cashier, role=Role.VIEWER)

    with pytest.raises(NotAllowedError) as refusal:
        confirming.confirm(proof, by=cashier, **FACTS)

    assert refusal.value.code == "own"


def test_refused_proof_says_why_and_changes_no_sum(notice, proof, cashier, payer) -> None:
    confirming.refuse(proof, reason=" It shows another account. ", by=cashier)

    notice.refresh_from_db()
    proof.refresh_from_db()
    assert (proof.state, proof.reason, notice.state) == ("refused", "It shows another account.", "issued")
    assert not Event.objects.filter(reason__gt="").exists()
    assert Notice.objects.get(kind="fees.refused").user == payer


def test_proof_is_not_refused_without_a_reason(proof, cashier) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        confirming.refuse(proof, reason=" ", by=cashier)

    assert refusal.value.code == "reason"


def test_refused_proof_is_not_confirmed(proof, cashier) -> None:
    confirming.refuse(proof, reason="It shows another account.", by=cashier)

    with pytest.raises(NotAllowedError) as refusal:
        confirming.confirm(proof, by=cashier, **FACTS)

    assert refusal.value.code == "state"


def test_queue_begins_with_the_oldest(notice, payer, proof, cashier) -> None:
    newer = handed_in(notice, payer)
    Proof.objects.filter(pk=newer.pk).update(handed_in_at=proof.handed_in_at - datetime.timedelta(days=1))

    assert list(Proof.objects.waiting()) == [newer, proof]


@pytest.mark.django_db(transaction=True)
def test_of_two_cashiers_at_once_one_confirmation_counts(notice, proof, cashier, second) -> None:
    done = at_once(
        lambda: confirming.confirm(proof, by=cashier, **FACTS),
        lambda: confirming.confirm(proof, by=second, **FACTS | {"reference": "BANK-2"}),
        refused=NotAllowedError,
    )

    notice.refresh_from_db()
    assert (codes(done), Payment.objects.count(), notice.received) == (["state"], 1, 300)


@pytest.mark.django_db(transaction=True)
def test_payments_confirmed_at_once_are_all_counted(notice, cashier, second) -> None:
    facts = {"amount": Decimal("100.00"), "received_on": DAY}

    at_once(
        *[
            lambda number=number, by=by: confirming.receive(notice, reference=f"BANK-{number}", by=by, **facts)
            for number, by in enumerate((cashier, second, cashier, second))
        ]
    )

    notice.refresh_from_db()
    assert (notice.received, notice.state, Payment.objects.count()) == (400, "overpaid", 4)
