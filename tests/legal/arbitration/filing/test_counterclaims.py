"""A respondent claims in turn, claim by claim: its party alone knows until the answer is filed."""

import json
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from legal.arbitration.actions import claiming
from legal.arbitration.models import Claim
from legal.arbitration.requesting import Request
from legal.arbitration.told import told_in_turn
from legal.bundles.parts import of as parts_of
from legal.matters.actions.moving import withdraw
from legal.matters.canonical import canonical, digest
from legal.serving import printing
from legal.serving.actions import answering
from legal.serving.models import Answer, AnswerDraft
from legal.serving.personal import held_about
from portal.accounts.models import User
from portal.languages import CODES
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterFactory, MatterPartyFactory, ParticipantFactory
from tests.legal.arbitration.filing.world import MONEY, moved, officer
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
TYPED = {
    "kind": "money",
    "text": "The applicant pays for the damaged walnuts.",
    "amount": "1 500",
    "currency": "usd",
    "rate": "7.1",
    "rate_on": "2026-11-20",
    "rate_source": "Bank of China",
    "interest": "5 % a year",
}


@pytest.fixture
def seat(filed):
    """Who acts for the respondent, which was notified."""
    notified = moved(filed, "examine", "accept", "notify-fee", "note-payment", "notify")
    return ParticipantFactory.create(matter=notified, party=notified.parties.get(own=False))


@pytest.fixture
def claim(seat):
    claiming.add(seat, facts=MONEY, language="ru", by=seat.user)
    return Claim.objects.get(party=seat.party)


@pytest.fixture
def answer(seat, claim):
    answering.save(
        seat, text="We deny it.", counterclaim="The walnuts were wet.", language="ru", version=1, by=seat.user
    )
    return answering.file(seat, version=2, by=seat.user)


def place(name, seat, *parts, language="en"):
    with translation.override(language):
        return reverse(name if ":" in name else f"arbitration:{name}", args=[seat.key, *parts])


def refused(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


@pytest.mark.usefixtures("strict_templates")
@pytest.mark.parametrize("language", CODES)
def test_counterclaim_is_added_changed_and_taken_out(signed_in, seat, language):
    client, several = signed_in(seat.user), place("counterclaims", seat, language=language)
    one = place("counterclaim", seat, 1, language=language)

    shown = client.get(several)
    wrong = client.post(several, TYPED | {"rate": ""})
    added = client.post(several, TYPED)
    changed = client.post(one, TYPED | {"amount": "2 000", "version": 1})
    listed = client.get(place("serving:answer", seat, language=language))

    assert [page.status_code for page in (shown, wrong, client.get(one))] == [200, 422, 200]
    assert (added["Location"], changed["Location"]) == (several, several)
    claim = Claim.objects.get(party=seat.party)
    assert (claim.position, claim.side, claim.amount, claim.in_rmb) == (1, "respondent", 2000, Decimal(14_200))
    assert several in listed.text
    assert "The applicant pays for the damaged walnuts." in listed.text
    taken = client.post(place("remove-counterclaim", seat, 1, language=language), {"version": 2})
    assert taken["Location"] == several
    assert not Claim.objects.filter(party=seat.party).exists()


def test_colleague_sees_what_was_changed_meanwhile_and_loses_nothing(signed_in, seat, claim):
    claiming.change(claim, seat=seat, facts=MONEY | {"text": "Theirs."}, version=1, by=seat.user)
    client, one = signed_in(seat.user), place("counterclaim", seat, 1)

    late = client.post(one, TYPED | {"text": "Mine.", "version": 1})

    assert late.status_code == 422
    assert ["Theirs." in late.text, "Mine." in late.text] == [True, True]
    assert client.post(one, TYPED | {"text": "Mine.", "version": 2}).status_code == 302
    assert Claim.objects.get(party=seat.party).text == "Mine."


def test_one_that_was_taken_out_meanwhile_is_not_changed(seat, claim):
    claiming.remove(claim, seat=seat, version=1, by=seat.user)

    gone = [
        refused(lambda: claiming.change(claim, seat=seat, facts=MONEY, version=2, by=seat.user)),
        refused(lambda: claiming.remove(claim, seat=seat, version=2, by=seat.user)),
    ]

    assert gone == ["gone", "gone"]


def test_what_is_typed_too_late_is_shown_again_with_the_reason(signed_in, seat, claim):
    withdraw(seat.matter, by=seat.matter.begun_by)
    client = signed_in(seat.user)

    late = [
        client.post(place(name, seat, *on), TYPED | {"version": 1})
        for name, on in (("counterclaims", ()), ("counterclaim", (1,)))
    ]

    assert [page.status_code for page in late] == [422, 422]
    assert ["The applicant pays for the damaged walnuts." in page.text for page in late] == [True, True]
    assert client.get(place("counterclaims", seat)).status_code == 404
    assert client.post(place("remove-counterclaim", seat, 1), {"version": 1}).status_code == 404


def test_version_is_needed_to_take_one_out(signed_in, seat, claim):
    answer = signed_in(seat.user).post(place("remove-counterclaim", seat, 1), {"version": "none"})

    assert answer.status_code == 404


def test_not_more_are_written_than_can_be(signed_in, seat, monkeypatch):
    monkeypatch.setattr(claiming, "MOST", 0)

    answer = signed_in(seat.user).post(place("counterclaims", seat), TYPED)

    assert "More counterclaims than these cannot be written." in answer.text


def test_third_party_claims_nothing_in_turn(signed_in, seat):
    third = ParticipantFactory.create(
        matter=seat.matter, party=MatterPartyFactory.create(matter=seat.matter, side="third")
    )

    assert refused(lambda: claiming.add(third, facts=MONEY, language="ru", by=third.user)) == "side"
    assert signed_in(third.user).get(place("counterclaims", third)).status_code == 404
    assert "Write counterclaims" not in signed_in(third.user).get(place("serving:answer", third)).text


def test_side_of_a_matter_of_another_kind_has_no_such_page(signed_in, seat):
    other = ParticipantFactory.create(matter=MatterFactory.create())

    assert signed_in(other.user).get(place("counterclaims", other)).status_code == 404


def test_nobody_else_knows_of_it_before_the_answer_is_filed(signed_in, at, seat, claim):
    entries = list(seat.matter.entries.values_list("what", flat=True))

    page = signed_in(seat.matter.begun_by).get(at("matters:matter", seat.matter)).text

    assert MONEY["text"] in claim.text
    assert "Counterclaim" not in page
    assert Request.of(seat.matter).counterclaims == []
    assert [what for what in entries if "counterclaim" in what] == []
    assert [part for part in parts_of(seat.matter) if part.path.startswith("answers/")] == []


def test_counterclaims_are_frozen_with_the_answer(seat, claim, answer):
    content, manifest = json.loads(answer.content), answer.listed

    assert content["counterclaims"] == [claim.frozen()]
    assert answer.counterclaims == [claim.frozen()]
    assert manifest["counterclaims"] == [{"position": 1, "sha256": digest(canonical(claim.frozen()))}]
    assert seat.matter.entries.get(what="serving.file-answer").details["counterclaims"] == 1
    assert refused(lambda: claiming.remove(claim, seat=seat, version=2, by=seat.user)) == "filed"
    assert Request.of(seat.matter).counterclaims == [claim]


def test_receipt_names_them_in_each_language(answer):
    columns = printing.received(answer)["columns"]

    named = [value for column in columns for label, value in column["facts"] if "USD" in value]
    assert len(named) == 3
    assert "Counterclaim 1: A sum of money, 200,000.00 USD" in named
    assert printing.receipt(answer).startswith(b"%PDF")


def test_they_go_with_the_file_that_is_handed_over(seat, answer):
    (frozen,) = [part.text for part in parts_of(seat.matter) if part.path == "answers/1/answer.json"]

    assert json.loads(frozen)["counterclaims"][0]["amount"] == "200000.00"


@pytest.mark.parametrize("language", CODES)
def test_both_sides_and_staff_read_them(client, signed_in, at, seat, answer, language):
    by = officer(seat.matter)
    User.objects.filter(pk=by.pk).update(language=language)
    signed_in_staff(client, User.objects.get(pk=by.pk))
    client.cookies["django_language"] = language

    read = [
        signed_in(seat.matter.begun_by).get(at("matters:matter", seat.matter, language)),
        signed_in(seat.user).get(place("serving:matter", seat, language=language)),
        client.get(f"/console/matters/matter/{seat.matter.key}/"),
        client.get(f"/console/serving/service/matters/{seat.matter.key}/"),
    ]

    assert [MONEY["text"] in page.text for page in read] == [True] * 4
    assert ["The walnuts were wet." in page.text for page in read] == [True, True, False, True]


def test_counterclaim_with_reasons_alone_is_not_filed(seat):
    answering.save(seat, text="We deny it.", counterclaim="Wet.", language="ru", version=0, by=seat.user)

    assert refused(lambda: answering.file(seat, version=1, by=seat.user)) == "claims"
    assert not Answer.objects.exists()


def test_writing_one_lets_nobody_file_an_older_answer(seat):
    answering.save(seat, text="We deny it.", language="ru", version=0, by=seat.user)
    claiming.add(seat, facts=MONEY, language="ru", by=seat.user)

    assert AnswerDraft.objects.get().version == 2
    with pytest.raises(NotAllowedError):
        answering.file(seat, version=1, by=seat.user)


def test_each_respondent_counts_its_own(seat, claim):
    other = ParticipantFactory.create(matter=seat.matter, party=MatterPartyFactory.create(matter=seat.matter))

    second = claiming.add(other, facts=MONEY, language="ru", by=other.user)

    assert (claim.position, second.position) == (1, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=second.pk).update(party=seat.party)
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=second.pk).update(party=None)


def test_person_finds_them_among_what_is_held_about_them(answer):
    (told,) = [part for part in held_about(answer.by) if part["slug"] == "answers-of-a-side"]

    assert "Counterclaim 1: A sum of money" in told["rows"][0]["counterclaim"]


def test_counterclaim_that_is_not_money_is_told_without_an_amount(seat):
    facts = MONEY | {
        "kind": "declaration",
        "amount": None,
        "currency": "",
        "rate": None,
        "rate_on": None,
        "rate_source": "",
    }
    claim = claiming.add(seat, facts=facts, language="ru", by=seat.user)

    assert list(told_in_turn([claim.frozen()])) == [("Counterclaim 1: A declaration", MONEY["text"])]
