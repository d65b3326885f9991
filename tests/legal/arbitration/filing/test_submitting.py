"""A request is reviewed, submitted and frozen; what it lacks leads to its step; supplements mark what changed."""

import datetime
import json
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import conditional_escape

from legal.arbitration.actions import agreeing, parts, supplementing
from legal.arbitration.comparing import changed
from legal.arbitration.kinds import Ground, Procedure
from legal.arbitration.models import Agreement, Claim, Filing, Measure, Supplement
from legal.arbitration.models.filing import filing_of
from legal.arbitration.requesting import Request
from legal.arbitration.steps import missing
from legal.matters.actions import submitting
from legal.matters.actions.expiring import empty
from legal.matters.actions.moving import move
from legal.matters.errors import IncompleteMatterError
from legal.matters.kinds import BY_SLUG, itself, nothing
from legal.matters.models import Actor, Submission
from portal.languages import CODES
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterFactory, MatterPartyFactory, MembershipFactory, RepresentativeFactory
from tests.legal.arbitration.filing.world import AGREEMENT, MONEY, moved, officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def asked_to_supplement(filed):
    moved(filed, "examine")
    supplementing.ask(filed, by=officer(), reason="The authority of counsel.\n\n A translation of the contract. ")
    filed.refresh_from_db()
    return filed


def test_draft_lacks_everything_and_says_where_it_is_written(signed_in, at, draft):
    page = signed_in(draft.begun_by).get(at("review", draft)).text

    sentences = [conditional_escape(sentence) for sentence in missing(Request.of(draft))]
    assert len(sentences) == 9
    assert f'<a href="{at("agreements", draft)}">Paste the agreement to arbitrate.</a>' in sentences
    assert f'<a href="{at("matters:exhibits", draft)}">Produce an exhibit at least.</a>' in page
    assert "Submit</button>" not in page


@pytest.mark.parametrize("language", CODES)
def test_whole_request_is_reviewed_and_submitted_in_each_language(signed_in, at, whole, language):
    client = signed_in(whole.begun_by)
    RepresentativeFactory.create(matter=whole)
    party = whole.parties.get(own=False)
    parts.add(whole, Measure, facts={"what": "Freeze.", "against": party, "urgent": True}, by=whole.begun_by)

    review = client.get(at("review", whole, language))
    answer = client.post(at("matters:submit", whole, language))

    assert (review.status_code, answer.status_code) == (200, 302)
    assert "The respondent pays the price of the walnuts." in review.text
    assert "ТОО «Ромашка»" in review.text
    assert [str(sentence) for sentence in missing(Request.of(whole))] == []
    assert client.get(at("matters:matter", whole, language)).text.count("The walnuts were delivered.") == 1


def test_all_of_it_is_frozen_with_the_estimate_of_the_day(filed):
    content = json.loads(filed.submissions.get().content)["proceeding"]

    assert content == json.loads(json.dumps(Request.of(filed).content()))
    assert content["institution"] == "scia-kashgar"
    assert content["claims"][0]["amount"] == "200000.00"
    assert content["claims"][0]["in_rmb"] == "1420000.00"
    estimate = content["estimate"]
    assert (estimate["schedule"], estimate["total"], estimate["confirmed"]) == ("scia-international", "55500.00", False)
    assert datetime.date.fromisoformat(estimate["on"])
    assert estimate["source_url"].startswith("http://")


def test_request_without_anything_to_reckon_is_frozen_without_estimate(whole):
    Claim.objects.update(amount=None, currency="", rate=None, rate_on=None, rate_source="", kind="declaration")

    assert Request.of(whole).content()["estimate"] is None
    assert Request.of(whole).content()["claims"][0]["in_rmb"] == ""


@pytest.mark.parametrize(
    ("procedure", "ground", "amount", "lacks"),
    [
        (Procedure.EXPEDITED, Ground.AMOUNT, 1_000_000, ""),
        (Procedure.EXPEDITED, Ground.AMOUNT, 9_000_000, "above the ceiling of the expedited procedure"),
        (Procedure.EXPEDITED, Ground.CONSENT, 9_000_000, ""),
        (Procedure.ORDINARY, Ground.AMOUNT, 1_000_000, "goes on the expedited procedure"),
        (Procedure.ORDINARY, Ground.AGREED, 1_000_000, ""),
        (Procedure.ORDINARY, Ground.AMOUNT, 9_000_000, ""),
        (Procedure.ORDINARY, Ground.AMOUNT, None, ""),
    ],
)
def test_procedure_by_the_amount_is_the_one_it_leads_to(whole, procedure, ground, amount, lacks):
    Filing.objects.update(procedure=procedure, ground=ground)
    if amount is None:
        Claim.objects.update(amount=None, currency="", rate=None, rate_on=None, rate_source="", kind="declaration")
    else:
        Claim.objects.update(amount=amount, rate=7)

    said = " ".join(str(sentence) for sentence in missing(Request.of(whole)))

    assert lacks in said
    assert bool(said) == bool(lacks)


def test_measure_is_asked_for_against_somebody(whole):
    parts.add(whole, Measure, facts={"what": "Freeze.", "against": None, "urgent": False}, by=whole.begun_by)

    assert "Say against whom interim measure 1 is asked for." in " ".join(missing(Request.of(whole)))
    assert Measure.objects.get().frozen() == {"position": 1, "what": "Freeze.", "against": 0, "urgent": False}
    assert str(Measure.objects.get()) == f"{whole.pk} 1"


def test_supplement_is_asked_for_point_by_point(signed_in, at, filed):
    asked_to_supplement(filed)

    page = signed_in(filed.begun_by).get(at("matters:matter", filed)).text

    asked = Supplement.objects.get()
    assert asked.points == ["The authority of counsel.", "A translation of the contract."]
    assert str(asked) == f"{filed.pk} 1"
    assert "<bdi>A translation of the contract.</bdi>" in page
    assert at("review", filed) in page


def test_supplement_without_a_point_is_not_asked_for(filed):
    moved(filed, "examine")

    with pytest.raises(NotAllowedError) as refusal:
        supplementing.ask(filed, by=officer(), reason=" \n ")

    assert refusal.value.code == "reason"


def test_only_what_changed_is_marked_in_a_supplement(signed_in, at, filed):
    asked_to_supplement(filed)
    filing = filing_of(filed)
    filing.facts = "The walnuts were delivered late."
    filing.save()
    parts.add(filed, Claim, facts=MONEY, by=filed.begun_by)
    MatterPartyFactory.create(matter=filed, name="ТОО «Клевер»")

    before = changed(Request.of(filed))
    Agreement.objects.filter(matter=filed).delete()
    after = changed(Request.of(filed))

    assert before == {"facts", "claims-2", "parties", "parties-3"}
    assert after - before == {"agreements"}
    page = signed_in(filed.begun_by).get(at("review", filed)).text
    assert page.count(">Changed</span>") == 4


@pytest.mark.parametrize("language", CODES)
def test_supplement_is_submitted_and_frozen_beside_what_was_there(signed_in, at, filed, language):
    asked_to_supplement(filed)
    client = signed_in(filed.begun_by)
    review = client.get(at("review", filed, language))

    answer = client.post(at("supplement", filed, language), {"version": filed.version})

    filed.refresh_from_db()
    assert (review.status_code, answer["Location"]) == (200, at("matters:matter", filed, language))
    assert (filed.state, Submission.objects.filter(matter=filed).count()) == ("examined", 2)
    assert Supplement.objects.get().answered_at
    assert Request.of(filed).supplement is None


def test_supplement_of_another_version_is_read_once_more(signed_in, at, filed):
    asked_to_supplement(filed)

    answer = signed_in(filed.begun_by).post(at("supplement", filed), {"version": filed.version - 1}, follow=True)

    assert "Somebody has changed something meanwhile: read it once more." in answer.text
    filed.refresh_from_db()
    assert filed.state == "supplement"


def test_supplement_that_lacks_something_is_not_submitted(signed_in, at, filed):
    asked_to_supplement(filed)
    Claim.objects.all().delete()

    answer = signed_in(filed.begun_by).post(at("supplement", filed), {"version": filed.version})

    assert answer.status_code == 422
    assert "Write down what you claim." in answer.text
    with pytest.raises(IncompleteMatterError):
        submitting.supplement(filed, version=filed.version, by=filed.begun_by)


def test_supplement_from_the_page_of_every_matter_answers_what_was_asked_for(signed_in, at, filed):
    asked_to_supplement(filed)

    signed_in(filed.begun_by).post(at("matters:submit", filed), {"version": filed.version})

    assert Supplement.objects.get(matter=filed).answered_at is not None


@pytest.mark.parametrize("sent", [{}, {"version": "x"}])
def test_supplement_is_sent_from_a_page_alone(signed_in, at, filed, sent):
    asked_to_supplement(filed)

    assert signed_in(filed.begun_by).post(at("supplement", filed), sent).status_code == 404


def test_reader_of_the_enterprise_sees_the_request_and_no_way_to_write_it(signed_in, at, filed):
    asked_to_supplement(filed)
    viewer = MembershipFactory.create(enterprise=filed.enterprise, role="viewer").person

    page = signed_in(viewer).get(at("matters:matter", filed)).text

    assert "The walnuts were delivered." in page
    assert at("review", filed) not in page


def test_nothing_of_arbitration_stands_on_a_page_of_another_matter(signed_in, at, draft, monkeypatch):
    another = replace(BY_SLUG["arbitration"], slug="another", own=itself, missing=nothing)
    monkeypatch.setitem(BY_SLUG, "another", another)
    other = MatterFactory.create(kind="another", enterprise=draft.enterprise, begun_by=draft.begun_by)
    client = signed_in(draft.begun_by)

    pages = [client.get(at(f"matters:{name}", other)).text for name in ("matter", "parties")]

    assert not any("of-claims" in page or "Step 2 of" in page for page in pages)


@pytest.mark.parametrize("count", [0, 2])
def test_page_of_a_request_costs_the_same_queries_however_much_it_says(signed_in, at, whole, count):
    for _ in range(count):
        agreeing.add(whole, facts=AGREEMENT, by=whole.begun_by)
        parts.add(whole, Claim, facts=MONEY, by=whole.begun_by)
        MatterPartyFactory.create(matter=whole)
    Claim.objects.update(agreement=whole.agreements.first())
    submitting.submit(whole, by=whole.begun_by)
    client = signed_in(whole.begun_by)
    client.get(at("matters:matter", whole))

    with CaptureQueriesContext(connection) as queries:
        client.get(at("matters:matter", whole))

    assert len([query for query in queries if "SAVEPOINT" not in query["sql"]]) == 29


def test_first_step_leads_to_the_next_alone_and_the_last_back(signed_in, at, draft):
    client = signed_in(draft.begun_by)

    first, last = (client.get(at(name, draft)).text for name in ("agreements", "review"))

    assert (f'href="{at("matters:parties", draft)}">Parties →</a>' in first, "← " in first) == (True, False)
    assert (f'href="{at("estimate", draft)}">← ' in last, " →</a>" in last) == (True, False)


def test_steps_lead_on_from_the_pages_every_matter_has(signed_in, at, draft):
    page = signed_in(draft.begun_by).get(at("matters:parties", draft)).text

    assert f'href="{at("agreements", draft)}"' in page
    assert f'href="{at("matters:representatives", draft)}"' in page


def test_texts_are_removed_at_the_end_of_their_term(filed):
    move(filed, "withdraw", by=filed.begun_by, actor=Actor.MEMBER)

    empty(filed)

    held = [model for model in (Agreement, Claim, Filing) if model.objects.filter(matter=filed).exists()]
    assert held == []
