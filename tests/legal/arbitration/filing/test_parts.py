"""Agreements, claims and measures: each is added, changed and taken out, and nobody overwrites anybody."""

import datetime
from decimal import Decimal

import pytest

from legal.arbitration.actions import agreeing, parts
from legal.arbitration.models import Agreement, Claim, Measure
from legal.matters.kinds import BY_SLUG, Side
from portal.languages import CODES
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterFactory, MatterPartyFactory, ProducedFactory
from tests.legal.arbitration.filing.world import AGREEMENT, CLAUSE, MONEY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
TYPED = {
    "agreements": {"contract": "Contract No. 1", "dated": "2026-03-03", "clause": CLAUSE, "arbitrators": "3"},
    "claims": {
        "kind": "money",
        "text": "The price.",
        "amount": "200 000",
        "currency": "usd",
        "rate": "7,1",
        "rate_on": "2026-11-20",
        "rate_source": "Bank of China",
    },
    "measures": {"what": "The account is frozen.", "against": "2", "urgent": "on"},
}
ONE = {"agreements": "agreement", "claims": "claim", "measures": "measure"}
RECOGNISED = ("已识别仲裁机构", "The institution is recognised", "Учреждение распознано")
MODELS = {"agreements": Agreement, "claims": Claim, "measures": Measure}


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("many", TYPED)
def test_part_is_added_changed_and_taken_out_in_each_language(signed_in, at, draft, many, language):
    client, model = signed_in(draft.begun_by), MODELS[many]
    MatterPartyFactory.create(matter=draft)

    empty = client.get(at(many, draft, language))
    added = client.post(at(many, draft, language), TYPED[many])
    listed = client.get(at(many, draft, language))
    shown = client.get(at(ONE[many], draft, language, position=1))
    draft.refresh_from_db()
    changed = client.post(at(ONE[many], draft, language, position=1), TYPED[many] | {"version": draft.version})
    draft.refresh_from_db()
    gone = client.post(at(f"remove-{ONE[many]}", draft, language, position=1), {"version": draft.version})

    assert [one.status_code for one in (empty, listed, shown)] == [200] * 3
    assert {one["Location"] for one in (added, changed, gone)} == {at(many, draft, language)}
    assert not model.objects.exists()
    told = [entry.what for entry in draft.entries.filter(what__startswith="arbitration.parts")]
    assert told == [f"arbitration.parts.{what}-{ONE[many]}" for what in ("add", "change", "remove")]


def test_check_of_a_clause_is_kept_as_it_stood_and_told_in_each_language(signed_in, at, draft):
    agreement = agreeing.add(draft, facts=AGREEMENT, by=draft.begun_by)

    pages = [signed_in(draft.begun_by).get(at("agreements", draft, language)).text for language in CODES]

    assert agreement.institution.slug == "scia-kashgar"
    assert {"institution", "branch", "seat", "language-none"} <= {one["code"] for one in agreement.findings}
    for page, words in zip(pages, RECOGNISED, strict=True):
        assert words in page


@pytest.mark.parametrize(
    ("clause", "slug"),
    [
        ("争议提交华南国际经济贸易仲裁委员会仲裁。", "scia"),
        ("争议提交深圳国际仲裁院或者中国国际经济贸易仲裁委员会仲裁。", None),
        ("Disputes are heard by the court.", None),
    ],
)
def test_institution_is_recognised_where_the_clause_leads_to_one_alone(draft, clause, slug):
    agreement = agreeing.add(draft, facts=AGREEMENT | {"clause": clause}, by=draft.begun_by)

    assert (agreement.institution.slug if agreement.institution else None) == slug


def test_agreement_names_an_exhibit_of_the_matter(signed_in, at, draft):
    produced = ProducedFactory.create(matter=draft)

    signed_in(draft.begun_by).post(at("agreements", draft), TYPED["agreements"] | {"produced": "1"})

    agreement = Agreement.objects.get()
    assert (agreement.produced, agreement.frozen()["exhibit"]) == (produced, 1)
    assert "Contract No." in signed_in(draft.begun_by).get(at("agreement", draft, position=1)).text


def test_amount_stands_in_its_currency_and_in_rmb_at_the_rate_that_was_typed(signed_in, at, draft):
    client = signed_in(draft.begun_by)
    client.post(at("claims", draft), TYPED["claims"])

    page = client.get(at("claims", draft)).text

    claim = Claim.objects.get()
    assert (claim.currency, claim.rate, claim.in_rmb) == ("USD", Decimal("7.1"), Decimal(1_420_000))
    assert "1 USD = RMB 7.1 on 20" in page
    assert "typed by whoever claims it; source given: Bank of China" in page
    assert "All amounts claimed, added up: RMB 1,420,000." in page


def test_claim_that_is_no_money_has_no_amount(signed_in, at, draft):
    client = signed_in(draft.begun_by)
    client.post(at("claims", draft), {"kind": "declaration", "text": "The contract is void.", "rate": "7"})

    claim = Claim.objects.get()
    assert (claim.amount, claim.currency, claim.rate, claim.in_rmb) == (None, "", None, None)
    assert str(claim) == "1. A declaration"


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"amount": ""}, "amount", "Give the amount."),
        ({"amount": "NaN"}, "amount", "Enter a number."),
        ({"amount": "Infinity"}, "amount", "Enter a number."),
        ({"amount": "1e400"}, "amount", "less than or equal to"),
        ({"amount": "9" * 200_000}, "amount", "less than or equal to"),
        ({"amount": "-5"}, "amount", "greater than or equal to"),
        ({"amount": "0.001"}, "amount", "no more than 2 decimal places"),
        ({"amount": "0.01", "rate": "0.000001"}, "amount", "less than half a fen"),
        ({"currency": ""}, "currency", "Give the three letters of the currency."),
        ({"currency": "元元元"}, "currency", "Give the three letters of the currency."),
        ({"rate": "NaN"}, "rate", "Enter a number."),
        ({"rate": ""}, "rate", "Another currency needs the rate, its day and its source."),
        ({"rate_on": "yesterday"}, "rate_on", "Enter a valid date."),
        ({"rate_source": ""}, "rate_source", "Another currency needs the rate, its day and its source."),
        ({"kind": "declaration"}, "amount", "has no amount"),
        ({"text": "x" * 200_000}, "text", "The text has 200000 characters; up to 20000 are taken."),
        ({"text": "a\u202eb"}, "text", "there is an invisible character in it"),
        ({"agreement": "7"}, "agreement", "Select a valid choice"),
    ],
)
def test_claim_that_is_wrong_is_shown_again_and_nothing_kept(signed_in, at, draft, typed, field, words):
    answer = signed_in(draft.begun_by).post(at("claims", draft), TYPED["claims"] | typed)

    assert (answer.status_code, Claim.objects.count()) == (422, 0)
    assert words in str(answer.context["form"].errors[field])


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("x" * 200_000, "The text has 200000 characters; up to 20000 are taken."),
        ("a\u202egnp.exe", "there is an invisible character in it"),
        ("", "Paste the clause."),
    ],
)
def test_clause_that_cannot_be_read_is_refused(signed_in, at, draft, clause, words):
    answer = signed_in(draft.begun_by).post(at("agreements", draft), TYPED["agreements"] | {"clause": clause})

    assert answer.status_code == 422
    assert words in str(answer.context["form"].errors["clause"])


def test_what_programs_leave_in_a_pasted_text_is_left_out(signed_in, at, draft):
    pasted = "Arbi\u00adtration:\u00a0SCIA\u200b\t(Kashgar).\r\nThe end. "
    signed_in(draft.begun_by).post(at("agreements", draft), TYPED["agreements"] | {"clause": pasted})

    assert Agreement.objects.get().clause == "Arbitration: SCIA (Kashgar).\nThe end."


def test_two_who_write_at_once_see_each_others_answers(signed_in, at, draft):
    parts.add(draft, Claim, facts=MONEY, by=draft.begun_by)
    draft.refresh_from_db()
    client, place = signed_in(draft.begun_by), at("claim", draft, position=1)
    typed = TYPED["claims"] | {"version": draft.version}
    client.post(place, typed | {"text": "The first."})

    refused = client.post(place, typed | {"text": "The second."})

    assert refused.status_code == 422
    assert "<bdi>The first.</bdi>" in refused.text
    assert "The second." in refused.text
    assert Claim.objects.get().text == "The first."


def test_part_that_was_taken_out_meanwhile_is_gone(draft):
    claim = parts.add(draft, Claim, facts=MONEY, by=draft.begun_by)
    draft.refresh_from_db()
    parts.remove(claim, version=draft.version, by=draft.begun_by)
    draft.refresh_from_db()
    claim.pk = 1_000_000

    with pytest.raises(NotAllowedError) as refusal:
        parts.change(claim, facts=MONEY, version=draft.version, by=draft.begun_by)

    assert refusal.value.code == "gone"


@pytest.mark.parametrize("becomes", ["gone", "of another matter"])
def test_claim_rests_on_nothing_but_an_agreement_that_is_there(draft, becomes):
    agreement = agreeing.add(draft, facts=AGREEMENT, by=draft.begun_by)
    if becomes == "gone":
        Agreement.objects.filter(pk=agreement.pk).delete()
    else:
        Agreement.objects.filter(pk=agreement.pk).update(matter=MatterFactory.create())

    with pytest.raises(NotAllowedError) as refusal:
        parts.add(draft, Claim, facts=MONEY | {"agreement": agreement}, by=draft.begun_by)

    assert (refusal.value.code, Claim.objects.exists()) == ("gone", False)


def test_not_more_parts_are_taken_than_anybody_writes(signed_in, at, draft, monkeypatch):
    monkeypatch.setattr(parts, "MOST", 0)

    answer = signed_in(draft.begun_by).post(at("claims", draft), TYPED["claims"])

    assert "More than these cannot be written in one request." in answer.text


@pytest.mark.parametrize("sent", [{}, {"version": "x"}])
def test_nothing_is_taken_out_of_a_page_without_its_version(signed_in, at, draft, sent):
    parts.add(draft, Claim, facts=MONEY, by=draft.begun_by)

    assert signed_in(draft.begun_by).post(at("remove-claim", draft, position=1), sent).status_code == 404
    assert Claim.objects.count() == 1


def test_counterclaim_is_no_claim_of_the_applicant(signed_in, at, draft):
    party = MatterPartyFactory.create(matter=draft)
    Claim.objects.create(matter=draft, position=1, side=Side.RESPONDENT, party=party, **MONEY)

    assert signed_in(draft.begun_by).get(at("claim", draft, position=1)).status_code == 404


def test_page_of_a_matter_of_another_kind_is_not_there(signed_in, at, draft, monkeypatch):
    monkeypatch.setitem(BY_SLUG, "another", BY_SLUG["arbitration"])
    other = MatterFactory.create(kind="another", enterprise=draft.enterprise, begun_by=draft.begun_by)

    assert signed_in(draft.begun_by).get(at("claims", other)).status_code == 404


def test_claim_rests_on_one_of_several_agreements(signed_in, at, draft):
    for number in (1, 2):
        agreeing.add(draft, facts=AGREEMENT | {"contract": f"No. {number}"}, by=draft.begun_by)
    client = signed_in(draft.begun_by)

    lacking = client.post(at("claims", draft), TYPED["claims"], follow=True).text
    draft.refresh_from_db()
    client.post(at("claim", draft, position=1), TYPED["claims"] | {"version": draft.version, "agreement": "2"})

    assert "Say on which agreement claim 1 rests." in lacking
    assert str(Claim.objects.get().agreement) == "No. 2"
    assert Claim.objects.get().frozen()["agreement"] == 2
    assert datetime.date(2026, 11, 20).isoformat() == Claim.objects.get().frozen()["rate_on"]
    page = client.get(at("claims", draft)).text
    assert "No. 2" in page
    assert "claim 1 rests" not in page
