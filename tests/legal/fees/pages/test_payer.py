"""What the enterprise sees of its fees, and where it hands in proofs."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from enterprises.policies import Role
from legal.fees.actions import confirming, issuing, making, relieving
from legal.fees.models import FeeNotice, Proof
from portal.files.models import File
from tests.enterprises.paper import upload
from tests.factories import MembershipFactory, PaperFactory, PayeeFactory, UserFactory
from tests.legal.fees.conftest import handed_in, issued

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
TYPED = {"amount": "300.00", "currency": "CNY", "paid_on": "2026-11-20", "reference": "OUR-7"}
CODES = ("zh-hans", "en", "ru")


def paper():
    return upload("回单.png")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "zh-hans",
            ("费用", "待缴费", "案件受理费", "平台不收款", "本通知书不是发票。", "以机构通知为准", "CNY\xa0300.00"),
        ),
        ("en", ("Fees", "To be paid", "Acceptance fee", "The portal takes no money", "no tax invoice", "as notified")),
        ("ru", ("Сборы", "Подлежит оплате", "Регистрационный сбор", "Портал не принимает деньги", "300,00")),
    ],
)
def test_enterprise_reads_what_it_owes_in_its_language(signed_in, at, notice, payer, code, words) -> None:
    client = signed_in(payer)
    with translation.override(code):
        matter = client.get(notice.matter.get_absolute_url()).text

    page = client.get(at("notice", notice, code)).text

    assert notice.number in matter
    assert [word for word in words if word not in matter + page] == []
    assert notice.matter.entries.filter(what="fees.read", actor="member", by=payer).count() == 1


def test_matter_without_fees_shows_none(signed_in, matter, payer) -> None:
    assert 'id="fees"' not in signed_in(payer).get(matter.get_absolute_url()).text


@pytest.mark.parametrize("number", [1, 3])
def test_each_notice_of_the_matter_is_listed(signed_in, matter, officer, payee, payer, number) -> None:
    notices = [issued(matter, officer, payee) for _ in range(number)]

    page = signed_in(payer).get(matter.get_absolute_url()).text

    assert [one.number for one in notices if one.number not in page] == []


def test_notice_of_the_other_side_is_not_there(signed_in, at, matter, officer, payee, payer) -> None:
    notice = issued(matter, officer, payee, side="respondent", party=matter.parties.get(own=False))
    client = signed_in(payer)

    assert notice.number not in client.get(matter.get_absolute_url()).text
    assert [client.get(at(name, notice)).status_code for name in ("notice", "prove")] == [404, 404]


@pytest.mark.parametrize("code", CODES)
def test_page_shows_all_that_became_of_a_notice(
    signed_in, at, matter, officer, cashier, second, paid, payer, code
) -> None:
    payee = PayeeFactory.create(sample=True, issues_invoice=True)
    basis = {"source": {"zh": "收费表", "en": "Fee table", "ru": "Тариф"}, "source_url": "https://fees.example/"}
    notice = issued(matter, officer, payee, basis=basis | {"checked_on": "2026-11-01", "confirmed": False})
    making.make(notice.pk)
    refused = confirming.refuse(handed_in(notice, payer), reason="Another account.", by=cashier)
    paid(notice, "400.00", "BANK-77")
    propose = {"reason": "Too much.", "by": cashier}
    waiver = relieving.approve(relieving.propose(notice, kind="waiver", amount=10, **propose), by=second)
    refund = relieving.approve(relieving.propose(notice, kind="refund", amount=100, **propose), by=second)
    relieving.execute(refund, on=refund.decided_at.date(), reference="BACK-1", by=cashier)
    relieving.propose(notice, kind="waiver", amount=5, reason="Not approved yet.", by=cashier)

    page = signed_in(payer).get(at("notice", notice, code)).text

    source = {"zh-hans": "收费表", "en": "Fee table", "ru": "Тариф"}[code]
    for words in (refused.reason, "BANK-77", waiver.reason, source, "https://fees.example/", f"{notice.number}.pdf"):
        assert words in page
    assert "Not approved yet." not in page


def test_notice_whose_estimate_says_no_day_or_is_confirmed_is_shown(
    signed_in, at, matter, officer, payee, payer
) -> None:
    basis = {"source": {"zh": "", "en": "Fee table", "ru": ""}, "source_url": "", "checked_on": None, "confirmed": True}
    notice = issued(matter, officer, payee, basis=basis)

    page = signed_in(payer).get(at("notice", notice)).text

    assert ("Fee table" in page, "to be confirmed" in page) == (True, False)


def test_cancelled_notice_says_so_and_takes_no_proof(signed_in, at, notice, officer, payer) -> None:
    issuing.cancel(notice, reason="Issued twice.", by=officer)
    client = signed_in(payer)

    page = client.get(at("notice", notice)).text

    assert "Issued twice." in page
    assert at("prove", notice) not in page
    assert client.get(at("prove", notice))["Location"] == at("notice", notice)
    assert client.post(at("prove", notice), TYPED | {"file": paper()}).status_code == 422


@pytest.mark.parametrize("code", CODES)
def test_form_begins_with_what_is_open(signed_in, at, notice, paid, payer, code) -> None:
    paid(notice, "100.00")

    answer = signed_in(payer).get(at("prove", notice, code))

    assert (answer.status_code, answer.context["form"]["amount"].value()) == (200, 200)


def test_proof_is_handed_in_with_its_paper(signed_in, at, notice, payer) -> None:
    client = signed_in(payer)

    answer = client.post(at("prove", notice), TYPED | {"file": paper()})

    proof = Proof.objects.get()
    assert (answer["Location"], proof.amount, proof.file.owner) == (at("notice", notice), 300, proof)
    assert "回单.png" in client.get(at("notice", notice)).text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"amount": "much"}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"currency": "XYZ"}, "currency"),
        ({"paid_on": "soon"}, "paid_on"),
        ({"reference": "a\u202eb"}, "reference"),
        ({"currency": "JPY", "amount": "1.50"}, "__all__"),
    ],
)
def test_paper_stays_while_the_rest_is_put_right(signed_in, at, notice, payer, typed, field) -> None:
    client = signed_in(payer)

    wrong = client.post(at("prove", notice), TYPED | {"file": paper()} | typed)
    kept = str(File.objects.get().pk)
    right = client.post(at("prove", notice), TYPED | {"file-file": kept})

    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, [field])
    assert kept in wrong.text
    assert right.status_code == 302


def test_paper_there_is_no_room_for_is_told_at_its_field(signed_in, at, notice, payer, settings) -> None:
    monopoly = {"owner": payer, "purpose": "fees.proof", "uploaded_by": payer, "size": settings.FILES_QUOTA + 1}
    kept = PaperFactory.create(**monopoly)

    answer = signed_in(payer).post(at("prove", notice), TYPED | {"file-file": str(kept.pk)})

    assert list(answer.context["form"].errors) == ["file"]


def test_viewer_reads_and_hands_nothing_in(signed_in, at, notice) -> None:
    person = MembershipFactory.create(enterprise=notice.matter.enterprise, role=Role.VIEWER).person
    client = signed_in(person)

    page = client.get(at("notice", notice))

    assert (page.status_code, at("prove", notice) in page.text) == (200, False)
    assert client.post(at("prove", notice), TYPED).status_code == 403


def test_papers_are_for_the_payer_the_cashier_and_the_officer(notice, proof, payer, cashier, officer) -> None:
    making.make(notice.pk)
    files = {proof.file_id, FeeNotice.objects.get(pk=notice.pk).file_id}

    def seen(person):
        return set(File.objects.visible_to(person).filter(pk__in=files).values_list("pk", flat=True))

    assert [seen(person) == files for person in (payer, cashier, officer)] == [True, True, True]
    assert seen(UserFactory.create()) == set()
    assert not FeeNotice.objects.visible_to(AnonymousUser()).exists()
