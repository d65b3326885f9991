"""A respondent pays what it owes: it alone sees the notice, hands in the proof, and is told what becomes of it."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import translation

from legal.fees import payers, printing
from legal.fees.actions import confirming, issuing, making, relieving
from legal.fees.models import Proof
from legal.fees.notices import page as led_to
from legal.rules.names import Names
from legal.serving.actions import inviting
from legal.serving.actions.consenting import withdraw_consent
from legal.serving.models import Participant
from legal.serving.paying import page
from portal.files.models import File
from portal.languages import CODES
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.enterprises.paper import upload
from tests.factories import MatterPartyFactory, ParticipantFactory, PayeeFactory, UserFactory
from tests.legal.fees.conftest import DAY, staff
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
TYPED = {"amount": "300.00", "currency": "CNY", "paid_on": "2026-11-20", "reference": "KZ-7"}


@pytest.fixture
def clerk(officer):
    """The officer of the matter, who may issue and relieve fees as well."""
    for name in ("view_feenotice", "issue_feenotice", "relieve_feenotice"):
        officer.user_permissions.add(Permission.objects.get(codename=name))
    return type(officer).objects.get(pk=officer.pk)


@pytest.fixture
def cashier(db):
    return staff("fees.view_feenotice", "fees.relieve_feenotice", "fees.confirm_feenotice")


@pytest.fixture
def notice(participant, clerk):
    """A notice of CNY 300.00 to the respondent, for its counterclaim."""
    return issued(participant.party, clerk)


def issued(party, by, **named):
    lines = [
        issuing.Line(Names(zh="反请求仲裁费", en="Fee of the counterclaim", ru="Сбор за встречный иск"), Decimal(300))
    ]
    facts = {"lines": lines, "payee": PayeeFactory.create(), "side": party.side, "party": party, "by": by}
    return issuing.issue(party.matter, **facts | named)


def at(name, seat, notice, language="en"):
    with translation.override(language):
        return reverse(f"serving:{name}", args=[seat.key, notice.position])


@pytest.mark.usefixtures("strict_templates")
@pytest.mark.parametrize("code", CODES)
def test_respondent_reads_what_it_owes_and_hands_in_a_proof(client, participant, notice, code) -> None:
    client.force_login(participant.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    making.make(notice.pk)
    with translation.override(code):
        matter = client.get(participant.get_absolute_url()).text

    there, prove = at("fee", participant, notice, code), at("prove", participant, notice, code)
    shown, form = client.get(there).text, client.get(prove)
    wrong = client.post(prove, TYPED)
    done = client.post(prove, TYPED | {"file": upload("回单.png")})

    assert there in matter
    assert prove in shown
    assert "ТОО «Ромашка»" in shown
    assert (form.status_code, wrong.status_code, done["Location"]) == (200, 422, there)
    assert Proof.objects.get().handed_in_by == participant.user
    read, proved = notice.matter.entries.filter(what__in=["fees.read", "fees.prove"]).order_by("position")
    assert [(one.actor, one.details) for one in (read, proved)] == [("other", {"notice": notice.number})] * 2


def test_nobody_else_sees_what_a_respondent_owes(client, participant, notice, matter) -> None:
    making.make(notice.pk)
    notice.refresh_from_db()
    fellow = ParticipantFactory.create(
        matter=matter, party=MatterPartyFactory.create(matter=matter, position=3, name="ТОО «Лютик»")
    )
    strangers = (matter.begun_by, fellow.user, UserFactory.create())

    answers = []
    for person in strangers:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        for seat in (participant, fellow):
            answers += [client.get(at(name, seat, notice)).status_code for name in ("fee", "prove")]

    assert answers == [404] * 12
    assert [File.objects.visible_to(one).filter(pk=notice.file_id).exists() for one in strangers] == [False] * 3
    assert File.objects.visible_to(participant.user).filter(pk=notice.file_id).exists()
    assert "300" not in str([one.details for one in matter.entries.filter(what__startswith="fees.")])


def test_paper_names_the_party_that_owes_it(notice) -> None:
    facts = [dict(column["facts"]) for column in printing.content(notice)["columns"]]

    assert [one[label] for one, label in zip(facts, ("缴费人", "To be paid by", "Плательщик"), strict=True)] == [
        "ТОО «Ромашка»"
    ] * 3


def test_people_of_the_party_are_told_and_led_to_their_page(participant, notice) -> None:
    told = Notice.objects.get(kind="fees.issued")

    assert told.user == participant.user
    assert led_to(told) == at("fee", participant, notice)
    assert page(notice, None) == reverse("serving:list")


def test_cashier_confirms_and_what_was_paid_in_excess_goes_back(participant, notice, clerk, cashier) -> None:
    second = staff("fees.confirm_feenotice")
    stood = notice.matter.state
    facts = {"amount": Decimal(350), "received_on": DAY, "reference": "BANK-9"}
    confirming.receive(notice, by=cashier, **facts)
    refund = relieving.propose(notice, kind="refund", amount=Decimal(50), reason="Paid in excess.", by=clerk)
    relieving.approve(refund, by=cashier)
    relieving.execute(refund, on=DAY, reference="BACK-1", by=second)
    waiver = relieving.propose(notice, kind="waiver", amount=Decimal(300), reason="Withdrawn.", by=clerk)
    relieving.approve(waiver, by=second)

    notice.refresh_from_db()
    assert (notice.state, notice.excess, notice.waived) == ("overpaid", 300, 300)
    kinds = Notice.objects.filter(user=participant.user, kind__startswith="fees.").values_list("kind", flat=True)
    assert sorted(kinds) == ["fees.confirmed", "fees.issued", "fees.refunded", "fees.waived"]
    notice.matter.refresh_from_db()
    assert notice.matter.state == stood


@pytest.mark.usefixtures("strict_templates")
def test_cancelled_notice_takes_no_proof(client, participant, notice, clerk) -> None:
    issuing.cancel(notice, reason="Issued twice.", by=clerk)
    client.force_login(participant.user, backend="allauth.account.auth_backends.AuthenticationBackend")

    answer = client.get(at("prove", participant, notice))

    assert answer["Location"] == at("fee", participant, notice)
    assert at("prove", participant, notice) not in client.get(at("fee", participant, notice)).text


def test_who_takes_part_no_longer_pays_no_longer(participant, notice, clerk) -> None:
    assert payers.may_pay(notice, participant.user)
    inviting.end(participant, by=clerk)

    assert not payers.may_pay(notice, participant.user)
    assert page(notice, participant.user) == reverse("serving:list")


def test_nothing_of_a_fee_goes_abroad_once_the_consent_is_withdrawn(client, participant, agreed, clerk) -> None:
    withdraw_consent(agreed, by=participant.matter.begun_by)

    notice = issued(participant.party, clerk)

    client.force_login(participant.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(at("fee", participant, notice)).status_code == 404
    assert payers.told_of(notice) == []


def test_cashier_who_acts_for_the_party_decides_nothing(participant, notice, cashier) -> None:
    Participant.objects.filter(pk=participant.pk).update(user=cashier)

    with pytest.raises(NotAllowedError) as refusal:
        confirming.receive(notice, amount=Decimal(300), received_on=DAY, reference="B", by=cashier)

    assert refusal.value.code == "own"


def test_estimate_of_the_claims_is_no_ground_of_what_a_respondent_owes(participant, clerk) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        issued(participant.party, clerk, basis={"source": {}})

    assert refusal.value.code == "basis"


def test_officer_is_told_where_nobody_of_the_party_hears_of_a_notice(matter, party, clerk) -> None:
    client = signed_in_staff(Client(), clerk)
    typed = {"party": party.position, "payee": PayeeFactory.create().pk, "en_1": "Fee", "amount_1": "300.00"}

    answer = client.post(reverse("admin:fees_feenotice_issue", args=[matter.key]), typed, follow=True)

    assert "Nobody of this party is told through the portal" in answer.text
