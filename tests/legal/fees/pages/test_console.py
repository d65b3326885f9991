"""What cashiers and officers do with fees in the console, and what they do not see."""

import io
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from legal.fees import courses
from legal.fees.actions import making
from legal.fees.models import FeeNotice, Payment, Proof, Relief
from legal.fees.waiting import payments
from legal.matters.actions.declaring import declare
from legal.rules.fees import estimate
from legal.rules.models import Schedule
from portal.accounts.actions import apply_roles
from tests.factories import PayeeFactory, UserFactory
from tests.legal.fees.conftest import DAY, handed_in, issued, staff

pytestmark = pytest.mark.django_db
PAYMENT = {"amount": "300.00", "received_on": "2026-11-20", "reference": "BANK-1"}
CODES = ("zh-hans", "en", "ru")


def sent(act, one="", **typed):
    """What a form of the page sends, each name with the beginning the page gives it."""
    return {f"{act}{one}-{name}": value for name, value in typed.items()}


def spoken(client, code):
    client.cookies["django_language"] = code
    return client


@pytest.mark.parametrize("code", CODES)
def test_queue_shows_what_waits_the_oldest_first(signed_in, desk, notice, payer, proof, officer, cashier, code) -> None:
    newer = handed_in(notice, payer, "5.00")
    Relief.objects.create(notice=notice, kind="waiver", amount=10, reason="Poor.", proposed_by=officer)

    page = spoken(signed_in(cashier), code).get(desk("queue"))

    assert list(page.context["proofs"]) == [proof, newer]
    assert page.text.count(notice.payer) == 3
    assert notice.matter.title not in page.text


def test_queue_is_empty_when_nothing_waits(signed_in, desk, cashier) -> None:
    page = signed_in(cashier).get(desk("queue")).text

    assert "No proof waits." in page
    assert payments().count == 0


def test_first_page_of_the_console_counts_what_waits(proof, officer, notice) -> None:
    Relief.objects.create(notice=notice, kind="waiver", amount=10, reason="Poor.", proposed_by=officer)

    told = payments()

    assert (told.count, [bar.count for bar in told.bars]) == (2, [1, 1])


@pytest.mark.parametrize("code", CODES)
def test_cashier_confirms_a_proof(signed_in, desk, notice, proof, cashier, code) -> None:
    making.make(notice.pk)
    client = spoken(signed_in(cashier), code)
    page = client.get(desk("notice", notice.pk)).text

    answer = client.post(desk("confirm", notice.pk, proof.pk), sent("confirm", proof.pk, **PAYMENT))

    assert desk("confirm", notice.pk, proof.pk) in page
    assert (answer["Location"], Payment.objects.get().proof) == (desk("notice", notice.pk), proof)
    after = client.get(desk("notice", notice.pk)).text
    assert desk("confirm", notice.pk, proof.pk) not in after
    assert "BANK-1" in after
    assert notice.matter.title not in after


def test_cashier_refuses_a_proof(signed_in, desk, notice, proof, cashier) -> None:
    client = signed_in(cashier)

    client.post(desk("refuse", notice.pk, proof.pk), sent("refuse", proof.pk, reason="Another account."))

    assert Proof.objects.get().state == "refused"
    assert "Another account." in client.get(desk("notice", notice.pk)).text


def test_cashier_notes_what_came_without_a_proof_and_what_is_refused_is_said(signed_in, desk, notice, cashier) -> None:
    client = signed_in(cashier)

    wrong = client.post(desk("receive", notice.pk), sent("receive", **PAYMENT | {"amount": "x"}))
    done = client.post(desk("receive", notice.pk), sent("receive", **PAYMENT))
    twice = client.post(desk("receive", notice.pk), sent("receive", **PAYMENT))

    assert (wrong.status_code, done.status_code, Payment.objects.count()) == (200, 302, 1)
    assert "A payment with this reference is confirmed already." in twice.text


def test_two_persons_waive_and_give_back(signed_in, desk, notice, paid, officer, cashier, second) -> None:
    paid(notice, "300.00")
    one, other = signed_in(cashier), signed_in(second)
    page = signed_in(officer).post(
        desk("propose", notice.pk), sent("propose", kind="waiver", amount="300.00", reason="Withdrawn early.")
    )
    waiver = Relief.objects.get()
    one.post(desk("approve", notice.pk, waiver.pk))
    one.post(desk("propose", notice.pk), sent("propose", kind="refund", amount="200.00", reason="Withdrawn early."))
    refund = Relief.objects.get(kind="refund")
    own = one.get(desk("notice", notice.pk)).text
    other.post(desk("approve", notice.pk, refund.pk))
    approved = one.get(desk("notice", notice.pk)).text
    one.post(desk("execute", notice.pk, refund.pk), sent("execute", refund.pk, on=DAY.isoformat(), reference="BACK-1"))

    notice.refresh_from_db()
    assert page["Location"] == desk("notice", notice.pk)
    assert (desk("approve", notice.pk, refund.pk) in own, desk("reject", notice.pk, refund.pk) in own) == (False, True)
    assert desk("execute", notice.pk, refund.pk) in approved
    assert (notice.state, notice.refunded) == ("overpaid", 200)


def test_proposal_is_rejected(signed_in, desk, notice, officer, cashier) -> None:
    waiver = Relief.objects.create(notice=notice, kind="waiver", amount=10, reason="Poor.", proposed_by=officer)
    client = signed_in(cashier)
    offered = desk("approve", notice.pk, waiver.pk) in client.get(desk("notice", notice.pk)).text

    client.post(desk("reject", notice.pk, waiver.pk))

    waiver.refresh_from_db()
    assert (offered, waiver.state) == (True, "rejected")


def test_officer_cancels_what_was_issued_by_mistake(signed_in, desk, notice, officer) -> None:
    client = signed_in(officer)
    offered = desk("cancel", notice.pk) in client.get(desk("notice", notice.pk)).text

    client.post(desk("cancel", notice.pk), sent("cancel", reason="Issued twice."))

    notice.refresh_from_db()
    assert (offered, notice.state) == (True, "cancelled")
    assert desk("cancel", notice.pk) not in client.get(desk("notice", notice.pk)).text


def test_page_that_acts_does_nothing_when_it_is_only_opened(signed_in, desk, notice, proof, cashier) -> None:
    client = signed_in(cashier)

    assert client.get(desk("confirm", notice.pk, proof.pk))["Location"] == desk("notice", notice.pk)
    assert client.post(desk("confirm", notice.pk, proof.pk + 1)).status_code == 404
    assert Payment.objects.count() == 0


def test_officer_of_another_service_finds_nothing(signed_in, desk, notice) -> None:
    client = signed_in(staff("fees.view_feenotice", "fees.issue_feenotice"))

    assert client.get(desk("notice", notice.pk)).status_code == 404
    assert client.get(desk("issue", notice.matter.key)).status_code == 404
    assert notice.number not in client.get(desk("changelist")).text


def test_who_only_reads_sees_all_and_is_offered_nothing(signed_in, desk, notice) -> None:
    page = signed_in(staff("fees.view_feenotice")).get(desk("notice", notice.pk))

    assert (page.status_code, page.context["acts"]) == (200, [])
    assert FeeNotice.objects.worked_on_by(UserFactory.create()).count() == 0


def test_list_leads_to_the_pages_of_a_notice(signed_in, desk, notice, cashier) -> None:
    client = signed_in(cashier)

    listed, shown = (
        client.get(desk("changelist"), {"q": notice.number}).text,
        client.get(desk("change", notice.pk)).text,
    )

    assert [words in listed for words in (notice.number, notice.matter.number, notice.payer)] == [True, True, True]
    assert desk("notice", notice.pk) in shown


def test_account_is_kept_by_administrators_and_never_removed(signed_in) -> None:
    keeper = staff("fees.view_payee", "fees.add_payee", "fees.change_payee")
    payee = PayeeFactory.create()
    client = signed_in(keeper)

    page = client.get(f"/console/fees/payee/{payee.pk}/change/")

    assert (page.status_code, payee.account in page.text) == (200, True)
    assert str(payee) == f"示例收款单位 (CNY, {payee.account})"
    assert client.post(f"/console/fees/payee/{payee.pk}/delete/").status_code == 403


@pytest.mark.parametrize("code", CODES)
def test_officer_issues_a_notice(signed_in, desk, matter, officer, payee, code) -> None:
    client = spoken(signed_in(officer), code)
    page = client.get(desk("issue", matter.key))
    typed = {"party": "1", "payee": payee.pk, "zh_1": "受理费", "ru_1": "Сбор", "amount_1": "1 000.50"}

    answer = client.post(desk("issue", matter.key), typed)

    notice = FeeNotice.objects.get()
    assert (page.status_code, answer["Location"]) == (200, desk("notice", notice.pk))
    line = notice.lines.get()
    assert (line.words_zh, line.words_en, line.words_ru) == ("受理费", "", "Сбор")
    assert (notice.total, notice.party.own) == (Decimal("1000.50"), True)
    assert notice.number in client.get(desk("issue", matter.key)).text


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({}, ["__all__"]),
        ({"zh_1": "受理费"}, ["amount_1"]),
        ({"amount_2": "5"}, ["zh_2"]),
        ({"zh_1": "受理费", "amount_1": "much"}, ["amount_1"]),
        ({"party": "9", "zh_1": "受理费", "amount_1": "5"}, ["party"]),
    ],
)
def test_notice_that_says_too_little_is_not_issued(signed_in, desk, matter, officer, payee, typed, fields) -> None:
    given = {"party": "1", "payee": payee.pk} | typed

    answer = signed_in(officer).post(desk("issue", matter.key), given)

    assert (list(answer.context["form"].errors), FeeNotice.objects.count()) == (fields, 0)


@pytest.mark.parametrize("taken", [True, False])
def test_lines_come_from_the_estimate_with_its_source_where_they_are_taken(
    signed_in, desk, matter, officer, payee, taken
) -> None:
    from legal.rules.actions.loading import load  # noqa: PLC0415

    load()
    reckoned = estimate(Schedule.objects.with_bands().get(slug="scia-international"), Decimal(1_000_000))
    courses.register(matter.kind, notify="notify-fee", paid="note-payment", estimate=lambda matter: reckoned.as_json())
    client = signed_in(officer)
    page = client.get(desk("issue", matter.key)).text
    typed = {"party": "1", "payee": payee.pk, "en_1": "Copies", "amount_1": "5"}

    client.post(desk("issue", matter.key), typed | ({"estimated": "on"} if taken else {}))

    notice = FeeNotice.objects.get()
    assert all(sentence in page for sentence in reckoned.told()[-1:])
    assert notice.total == (reckoned.total + 5 if taken else 5)
    assert (notice.basis is not None) == taken
    if taken:
        first = notice.lines.first()
        assert all((first.words_zh, first.words_en, first.words_ru))
        assert notice.basis["source_url"] == reckoned.source_url


def test_kind_that_keeps_no_estimate_offers_none(signed_in, desk, matter, officer, monkeypatch) -> None:
    monkeypatch.setattr(courses, "_courses", {})

    page = signed_in(officer).get(desk("issue", matter.key))

    assert "estimated" not in page.context["form"].fields


def test_confirmed_payments_are_taken_along_as_a_spreadsheet(
    signed_in, desk, matter, officer, payee, cashier, paid
) -> None:
    notice = issued(matter, officer, payee)
    paid(notice, "100.00", "=BANK-1")
    paid(notice, "50.00", "BANK-2")
    client = signed_in(cashier)

    whole = client.get(desk("export"))
    none = client.get(desk("export"), {"first": "2026-11-21", "last": "2026-11-30"})
    wrong = client.get(desk("export"), {"first": "soon"})

    rows = list(load_workbook(io.BytesIO(whole.getvalue()), read_only=True)["payments"].values)
    assert rows[1][:3] == (timezone.datetime(2026, 11, 20), notice.number, matter.number)
    assert [(row[4], row[5], row[6]) for row in rows[1:]] == [(100, "CNY", "'=BANK-1"), (50, "CNY", "BANK-2")]
    assert len(list(load_workbook(io.BytesIO(none.getvalue()), read_only=True)["payments"].values)) == 1
    assert wrong.status_code == 400


def test_role_of_the_cashier_opens_their_pages_and_no_matter(signed_in, desk, notice) -> None:
    from django.contrib.auth.models import Group  # noqa: PLC0415

    apply_roles()
    person = UserFactory.create(is_staff=True)
    person.groups.add(Group.objects.get(name="cashier"))
    client = signed_in(person)

    assert client.get(desk("queue")).status_code == 200
    assert client.get(desk("notice", notice.pk)).status_code == 200
    assert client.get(desk("issue", notice.matter.key)).status_code == 403
    assert client.get(notice.matter.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("number", [1, 3])
def test_file_of_the_matter_leads_to_each_of_its_notices(signed_in, desk, matter, officer, payee, code, number) -> None:
    notices = [issued(matter, officer, payee) for _ in range(number)]

    page = spoken(signed_in(officer), code).get(reverse("admin:handling_file", args=[matter.key])).text

    assert [one for one in notices if desk("notice", one.pk) not in page] == []
    assert page.count(notices[0].payer) >= number
    assert desk("issue", matter.key) in page


def test_file_shows_no_fees_to_who_may_not_see_them(signed_in, desk, matter, officer, notice) -> None:
    reader = staff("matters.view_matter")
    declare(matter, conflict=False, by=reader)

    page = signed_in(reader).get(reverse("admin:handling_file", args=[matter.key])).text

    assert (notice.number in page, desk("issue", matter.key) in page) == (False, False)
