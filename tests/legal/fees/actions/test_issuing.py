"""A notice is issued by who handles the matter, with the next number and the move of the matter, or not at all."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from legal.fees import courses
from legal.fees.actions import issuing
from legal.fees.models import FeeNotice
from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import withdraw
from legal.matters.models import Matter
from legal.rules.names import Names
from portal import sending
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import at_once
from tests.factories import FeeNoticeFactory, MatterFactory, MatterPartyFactory, PayeeFactory
from tests.legal.fees.conftest import issued, opened, staff

pytestmark = pytest.mark.django_db


def test_notice_is_numbered_summed_and_told_and_moves_its_matter(matter, officer, payee, payer) -> None:
    notice = issued(matter, officer, payee)

    assert (notice.number, str(notice), notice.position) == (f"FEE-{notice.year}-00001", notice.number, 1)
    assert (notice.total, notice.currency, notice.state, notice.open) == (Decimal("300.00"), "CNY", "issued", 300)
    assert [(line.position, str(line), line.amount) for line in notice.lines.all()] == [
        (1, "Acceptance fee", Decimal("100.00")),
        (2, "Acceptance fee", Decimal("200.00")),
    ]
    matter.refresh_from_db()
    assert matter.state == "fee"
    assert [entry.what for entry in matter.entries.all()][-2:] == ["fees.issue", "tests.fees.notify-fee"]
    entry = matter.entries.get(what="fees.issue")
    assert (entry.actor, entry.by) == ("officer", officer)
    assert entry.details == {"notice": notice.number, "amount": "300.00", "currency": "CNY", "side": "applicant"}
    assert [str(event) for event in Event.objects.of(notice)] == ["A fee notice was issued"]
    told = Notice.objects.get(kind="fees.issued")
    assert (told.user, told.params) == (payer, {"number": notice.number, "reference": matter.number})


def test_account_stands_on_the_notice_as_it_was(notice, payee) -> None:
    payee.holder = "Somebody else"
    payee.save()

    notice.refresh_from_db()

    assert notice.account == PayeeFactory.build(account=payee.account).frozen()


def test_second_notice_moves_nothing_and_has_the_next_number(notice, matter, officer, payee) -> None:
    another = issued(matter, officer, payee)

    assert (another.serial, another.position) == (notice.serial + 1, 2)
    assert matter.entries.filter(what="tests.fees.notify-fee").count() == 1


def test_notice_of_a_kind_without_a_course_moves_nothing(matter, officer, payee, monkeypatch) -> None:
    monkeypatch.setattr(courses, "_courses", {})

    issued(matter, officer, payee)

    matter.refresh_from_db()
    assert matter.state == "submitted"


def test_notice_to_a_side_that_is_not_here_tells_nobody(matter, officer, payee) -> None:
    other = matter.parties.get(own=False)

    notice = issued(matter, officer, payee, side="respondent", party=other)

    assert (notice.payer, Notice.objects.filter(kind="fees.issued").count()) == (other.name, 0)


def test_payer_without_a_name_is_told_by_the_side(matter, officer, payee) -> None:
    assert issued(matter, officer, payee, party=None).payer == "Applicant"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"lines": []}, "lines"),
        ({"lines": [issuing.Line(Names(en="Fee"), Decimal("0.00"))]}, "amount"),
        ({"lines": [issuing.Line(Names(en="Fee"), Decimal("1.005"))]}, "amount"),
        ({"lines": [issuing.Line(Names(en="Fee"), Decimal(10) ** 12 + 1)]}, "amount"),
        ({"side": "respondent"}, "party"),
    ],
)
def test_notice_that_is_not_sound_is_not_issued(matter, officer, payee, changed, code) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        issued(matter, officer, payee, **changed)

    assert (refusal.value.code, FeeNotice.objects.count()) == (code, 0)


def test_party_of_another_matter_owes_nothing_here(matter, officer, payee) -> None:
    stranger = MatterPartyFactory.create(matter=MatterFactory.create(), side="applicant")

    with pytest.raises(NotAllowedError) as refusal:
        issued(matter, officer, payee, party=stranger)

    assert refusal.value.code == "party"


def test_account_that_is_not_in_use_is_not_named(matter, officer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        issued(matter, officer, PayeeFactory.create(in_use=False))

    assert refusal.value.code == "payee"


def test_yen_has_no_places(matter, officer) -> None:
    yen = PayeeFactory.create(currency="JPY")

    with pytest.raises(NotAllowedError) as refusal:
        issued(matter, officer, yen, "100.50")

    assert (refusal.value.code, issued(matter, officer, yen, "100").total) == ("amount", 100)


def test_matter_that_has_ended_costs_nothing_more(matter, officer, payee, payer) -> None:
    withdraw(matter, by=payer)

    with pytest.raises(NotAllowedError) as refusal:
        issued(matter, officer, payee)

    assert refusal.value.code == "state"


def test_only_who_handles_the_matter_issues(matter, payee, cashier, payer) -> None:
    for person in (payer, cashier, staff("fees.issue_feenotice"), staff("matters.view_matter")):
        with pytest.raises(NotAllowedError) as refusal:
            issued(matter, person, payee)
        assert refusal.value.code == "role"


def test_officer_declares_to_have_no_conflict_and_takes_the_matter_first(matter, payee) -> None:
    person = staff("matters.view_matter", "fees.issue_feenotice")
    with pytest.raises(NotAllowedError) as undeclared:
        issued(matter, person, payee)
    declare(matter, conflict=False, by=person)

    with pytest.raises(NotAllowedError) as untaken:
        issued(matter, person, payee)

    assert (undeclared.value.code, untaken.value.code) == ("declaration", "free")


def test_worker_hears_of_a_notice_when_it_is_committed(
    matter, officer, payee, django_capture_on_commit_callbacks, monkeypatch
) -> None:
    told = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))

    with django_capture_on_commit_callbacks(execute=True):
        notice = issued(matter, officer, payee)

    assert ("legal.fees.tasks.make_paper", notice.pk) in told


def test_line_is_never_changed(notice) -> None:
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        notice.lines.update(amount=1)


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "paid"},
        {"received": 100},
        {"waived": 301},
        {"state": "part-paid", "received": 300},
        {"state": "overpaid", "received": 300},
        {"state": "waived", "waived": 100},
        {"state": "paid", "received": 400, "refunded": 200},
        {"state": "issued", "received": 100, "refunded": 100},
        {"state": "issued", "refunded": 1},
    ],
)
def test_database_holds_no_sums_that_do_not_add_up(facts) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        FeeNoticeFactory.create(**facts)


def test_cancelled_notice_says_why_and_asks_for_nothing(notice, officer) -> None:
    issuing.cancel(notice, reason=" Issued twice. ", by=officer)

    notice.refresh_from_db()
    assert (notice.state, notice.reason, notice.due, notice.open) == ("cancelled", "Issued twice.", 0, 0)
    assert Notice.objects.filter(kind="fees.cancelled").count() == 1
    notice.matter.refresh_from_db()
    assert notice.matter.state == "fee"


def test_cancelling_the_last_open_notice_lets_the_matter_go_on(notice, matter, officer, payee, paid) -> None:
    another = issued(matter, officer, payee)
    paid(notice, "300.00")

    issuing.cancel(another, reason="Issued twice.", by=officer)

    matter.refresh_from_db()
    assert matter.state == "paid"


@pytest.mark.parametrize(("reason", "code"), [(" ", "reason"), ("Twice.", "role")])
def test_notice_is_not_cancelled_without_a_reason_or_by_a_cashier(notice, officer, cashier, reason, code) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        issuing.cancel(notice, reason=reason, by=officer if code == "reason" else cashier)

    assert refusal.value.code == code


def test_cancelled_notice_is_not_cancelled_again(notice, officer) -> None:
    issuing.cancel(notice, reason="Issued twice.", by=officer)

    with pytest.raises(NotAllowedError) as refusal:
        issuing.cancel(notice, reason="Issued twice.", by=officer)

    assert refusal.value.code == "state"


@pytest.mark.django_db(transaction=True)
def test_numbers_of_notices_issued_at_once_have_no_gap_and_no_double(matter, officer, payee, payer) -> None:
    others = [MatterFactory.create(begun_by=payer, enterprise=matter.enterprise) for _ in range(3)]
    facts = {"state": "submitted", "submitted_at": matter.submitted_at, "submitted_by": payer, "year": 2026}
    for serial, one in enumerate(others, start=100):
        Matter.objects.filter(pk=one.pk).update(**facts, serial=serial, number=f"TRY-2026-{serial:05}")
        opened(Matter.objects.get(pk=one.pk), officer)

    at_once(*[lambda one=one: issued(one, officer, payee) for one in (matter, *others)])

    serials = sorted(FeeNotice.objects.values_list("serial", flat=True))
    assert serials == list(range(serials[0], serials[0] + 4))


def test_due_day_is_the_officers(matter, officer, payee) -> None:
    day = datetime.date(2026, 12, 11)

    assert issued(matter, officer, payee, due_on=day).due_on == day
