"""What is waived or given back takes two persons, and never more than can be."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from legal.fees.actions import issuing, relieving
from legal.fees.models import Relief
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import at_once, codes
from tests.legal.fees.conftest import DAY, staff

pytestmark = pytest.mark.django_db
TRANSFER = {"on": DAY, "reference": "BACK-1"}


def proposed(notice, kind, amount, by) -> Relief:
    return relieving.propose(notice, kind=kind, amount=Decimal(amount), reason=" Withdrawn early. ", by=by)


def test_waiver_counts_once_a_second_person_approves_it(notice, officer, cashier, payer) -> None:
    waiver = proposed(notice, "waiver", "300.00", officer)
    notice.refresh_from_db()
    before = notice.state

    relieving.approve(waiver, by=cashier)

    for row in (notice, waiver, notice.matter):
        row.refresh_from_db()
    assert (before, notice.state, notice.waived, notice.open) == ("issued", "waived", 300, 0)
    assert (waiver.state, waiver.reason, waiver.decided_by) == ("approved", "Withdrawn early.", cashier)
    assert (str(waiver), notice.matter.state) == (f"Waiver {notice.number}", "paid")
    assert Notice.objects.get(kind="fees.waived").user == payer
    assert not Event.objects.filter(reason__gt="").exists()


def test_part_that_is_waived_leaves_the_rest_to_be_paid(notice, officer, cashier, paid) -> None:
    relieving.approve(proposed(notice, "waiver", "100.00", officer), by=cashier)
    notice.refresh_from_db()
    after = (notice.state, notice.open)

    paid(notice, "200.00")

    assert (after, notice.state) == (("issued", 200), "paid")


def test_what_is_waived_after_payment_can_be_given_back(notice, officer, cashier, second, paid, payer) -> None:
    paid(notice, "300.00")
    relieving.approve(proposed(notice, "waiver", "300.00", officer), by=cashier)
    notice.refresh_from_db()
    beyond = (notice.state, notice.excess)
    refund = relieving.approve(proposed(notice, "refund", "300.00", cashier), by=second)

    relieving.execute(refund, by=cashier, **TRANSFER)

    notice.refresh_from_db()
    refund.refresh_from_db()
    assert (beyond, notice.state, notice.held) == (("overpaid", 300), "waived", 0)
    assert (refund.state, refund.executed_by, refund.reference) == ("executed", cashier, "BACK-1")
    assert Notice.objects.get(kind="fees.refunded").user == payer


def test_payment_of_a_waived_notice_is_beyond_what_is_due(notice, officer, cashier, paid) -> None:
    relieving.approve(proposed(notice, "waiver", "300.00", officer), by=cashier)

    paid(notice, "300.00")

    assert (notice.state, notice.excess) == ("overpaid", 300)


def test_refund_of_the_excess_leaves_the_notice_paid(notice, cashier, second, paid) -> None:
    paid(notice, "350.00")
    refund = relieving.approve(proposed(notice, "refund", "50.00", cashier), by=second)
    notice.refresh_from_db()
    before = notice.state

    relieving.execute(refund, by=cashier, **TRANSFER)

    notice.refresh_from_db()
    assert (before, notice.state, notice.refunded, notice.excess) == ("overpaid", "paid", 50, 0)
    assert notice.matter.entries.filter(what="fees.refund").get().details["amount"] == "50.00"


def test_all_that_was_received_of_a_cancelled_notice_is_given_back(notice, officer, cashier, paid) -> None:
    paid(notice, "300.00")
    issuing.cancel(notice, reason="Issued twice.", by=officer)
    refund = relieving.approve(proposed(notice, "refund", "300.00", officer), by=cashier)

    relieving.execute(refund, by=cashier, **TRANSFER)

    notice.refresh_from_db()
    assert (notice.state, notice.held, notice.excess) == ("cancelled", 0, 0)


def test_nobody_approves_what_they_have_proposed(notice, cashier) -> None:
    waiver = proposed(notice, "waiver", "10.00", cashier)

    with pytest.raises(NotAllowedError) as refusal:
        relieving.approve(waiver, by=cashier)

    assert refusal.value.code == "self"
    with pytest.raises(IntegrityError), transaction.atomic():
        Relief.objects.filter(pk=waiver.pk).update(state="approved", decided_by=cashier, decided_at=waiver.proposed_at)


@pytest.mark.parametrize(("kind", "amount"), [("waiver", "300.01"), ("refund", "0.01"), ("refund", "300.00")])
def test_no_more_is_proposed_than_can_be(notice, officer, paid, kind, amount) -> None:
    paid(notice, "300.00")

    with pytest.raises(NotAllowedError) as refusal:
        proposed(notice, kind, amount, officer)

    assert refusal.value.code == "much"


def test_proposals_count_together(notice, officer) -> None:
    proposed(notice, "waiver", "200.00", officer)

    with pytest.raises(NotAllowedError) as refusal:
        proposed(notice, "waiver", "200.00", officer)

    assert refusal.value.code == "much"


def test_cancelled_notice_is_not_waived(notice, officer) -> None:
    issuing.cancel(notice, reason="Issued twice.", by=officer)

    with pytest.raises(NotAllowedError) as refusal:
        proposed(notice, "waiver", "10.00", officer)

    assert refusal.value.code == "much"


def test_refund_that_is_not_covered_any_more_is_not_approved(notice, officer, cashier, paid) -> None:
    paid(notice, "350.00")
    refund = proposed(notice, "refund", "50.00", officer)
    Relief.objects.filter(pk=refund.pk).update(amount=Decimal("60.00"))

    with pytest.raises(NotAllowedError) as refusal:
        relieving.approve(refund, by=cashier)

    assert refusal.value.code == "much"


@pytest.mark.parametrize(("reason", "code"), [(" ", "reason"), ("Poor.", "role")])
def test_proposal_has_a_reason_and_comes_from_staff(notice, officer, payer, reason, code) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        relieving.propose(
            notice, kind="waiver", amount=Decimal(1), reason=reason, by=officer if code == "reason" else payer
        )

    assert refusal.value.code == code


def test_officer_of_another_service_proposes_nothing(notice) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        proposed(notice, "waiver", "10.00", staff("fees.issue_feenotice", "fees.relieve_feenotice"))

    assert refusal.value.code == "role"


def test_officer_does_not_approve(notice, officer, cashier) -> None:
    waiver = proposed(notice, "waiver", "10.00", cashier)

    with pytest.raises(NotAllowedError) as refusal:
        relieving.approve(waiver, by=officer)

    assert refusal.value.code == "role"


def test_rejected_proposal_changes_nothing_and_frees_its_amount(notice, officer, cashier) -> None:
    waiver = proposed(notice, "waiver", "300.00", officer)

    relieving.reject(waiver, by=cashier)

    waiver.refresh_from_db()
    notice.refresh_from_db()
    assert (waiver.state, notice.waived, proposed(notice, "waiver", "300.00", officer).amount) == ("rejected", 0, 300)


def test_approved_refund_can_still_be_taken_back(notice, officer, cashier, paid) -> None:
    paid(notice, "350.00")
    refund = relieving.approve(proposed(notice, "refund", "50.00", officer), by=cashier)

    relieving.reject(refund, by=cashier)

    with pytest.raises(NotAllowedError) as refusal:
        relieving.execute(refund, by=cashier, **TRANSFER)
    assert refusal.value.code == "state"


def test_waiver_stays_and_moves_no_money(notice, officer, cashier) -> None:
    waiver = relieving.approve(proposed(notice, "waiver", "10.00", officer), by=cashier)

    with pytest.raises(NotAllowedError) as rejected:
        relieving.reject(waiver, by=cashier)
    with pytest.raises(NotAllowedError) as executed:
        relieving.execute(waiver, by=cashier, **TRANSFER)

    assert (rejected.value.code, executed.value.code) == ("state", "kind")


def test_refund_is_not_transferred_before_it_is_approved_or_without_a_trace(notice, officer, cashier, paid) -> None:
    paid(notice, "350.00")
    refund = proposed(notice, "refund", "50.00", officer)

    with pytest.raises(NotAllowedError) as untraced:
        relieving.execute(refund, on=DAY, reference=" ", by=cashier)
    with pytest.raises(NotAllowedError) as early:
        relieving.execute(refund, by=cashier, **TRANSFER)

    assert (untraced.value.code, early.value.code) == ("reference", "state")


@pytest.mark.django_db(transaction=True)
def test_refund_noted_at_once_is_transferred_once(notice, officer, cashier, second, paid) -> None:
    paid(notice, "350.00")
    refund = relieving.approve(proposed(notice, "refund", "50.00", officer), by=cashier)

    done = at_once(
        lambda: relieving.execute(refund, by=cashier, **TRANSFER),
        lambda: relieving.execute(refund, by=second, on=DAY, reference="BACK-2"),
        refused=NotAllowedError,
    )

    notice.refresh_from_db()
    assert (len(codes(done)), notice.refunded) == (1, 50)
