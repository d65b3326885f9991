"""The pages on which an entrustment is written, and what the page of a matter shows of it."""

import datetime

import pytest
from lxml import html

from legal.appraisal.forms.entrustment import EntrustmentForm
from legal.appraisal.models import Entrustment
from legal.matters.actions.moving import move
from legal.matters.models import Actor
from portal.languages import CODES
from tests.factories import MatterFactory, MembershipFactory, ProducedFactory, RuleFactory
from tests.legal.appraisal.test_deciding import opinion_of, taken_over
from tests.legal.appraisal.world import moved_to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
SAID = {
    "branch": "physical",
    "entruster": "joint",
    "body": "The seller and the buyer",
    "subject": "The seal on the contract",
    "purpose": "Evidence in an arbitration",
    "questions": "Was the seal put on before the text?",
    "wanted_by": "2026-12-31",
    "round": "first",
    "facts": "The buyer says that the seal is not its own.",
    "disposal": "return",
    "appearance": "yes",
    "delivery": "courier",
    "address": "Kashgar, Sample Road 1",
}
LETTER, MATERIALS = "appraisal:entrustment", "appraisal:materials"


@pytest.fixture
def empty(db):
    return MatterFactory.create(kind="appraisal")


@pytest.mark.parametrize("language", CODES)
def test_letter_is_written_in_each_language(signed_in, at, empty, language):
    client = signed_in(empty.begun_by)

    shown = client.get(at(LETTER, empty, language))
    saved = client.post(at(LETTER, empty, language), SAID | {"version": empty.version})

    said = Entrustment.objects.get()
    assert (shown.status_code, saved.get("Location")) == (200, at("matters:matter", empty, language))
    assert (said.body, said.wanted_by, said.appearance) == (
        "The seller and the buyer",
        datetime.date(2026, 12, 31),
        True,
    )


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"branch": "valuation"}, "branch", "Select a valid choice"),
        ({"delivery": "counter"}, "address", "An address is for a courier."),
        ({"wanted_by": "soon"}, "wanted_by", "Enter a valid date."),
        ({"parent": "nothing"}, "parent", "Select a valid choice"),
    ],
)
def test_letter_that_is_wrong_is_shown_again_with_what_was_typed(signed_in, at, empty, typed, field, words):
    answer = signed_in(empty.begun_by).post(at(LETTER, empty), SAID | {"version": 1} | typed)

    assert (answer.status_code, Entrustment.objects.count()) == (422, 0)
    assert words in str(answer.context["form"].errors[field])
    assert "The seal on the contract" in answer.text


def test_first_appraisal_follows_no_other_one(signed_in, at):
    earlier, officer = moved_to("progress")
    opinion_of(earlier, officer)
    later = MatterFactory.create(kind="appraisal", enterprise=earlier.enterprise, begun_by=earlier.begun_by)
    client, sent = signed_in(later.begun_by), SAID | {"version": 1, "parent": earlier.key}

    refused = client.post(at(LETTER, later), sent)
    saved = client.post(at(LETTER, later), sent | {"round": "supplementary"})
    shown = client.get(at("matters:matter", later)).text

    assert "A first appraisal follows no other one." in str(refused.context["form"].errors["parent"])
    assert (saved.status_code, Entrustment.objects.get(matter=later).parent) == (302, earlier)
    assert earlier.number in shown


def test_two_who_write_at_once_see_each_others_answers(signed_in, at, draft):
    client, sent = signed_in(draft.begun_by), SAID | {"version": draft.version}
    client.post(at(LETTER, draft), sent | {"subject": "The first"})

    refused = client.post(at(LETTER, draft), sent | {"subject": "The second"})

    assert refused.status_code == 422
    assert "<bdi>The first</bdi>" in refused.text
    assert 'value="The second"' in refused.text


def test_form_of_no_matter_has_no_earlier_appraisals():
    assert list(EntrustmentForm(matter=None, saved={}).fields["parent"].queryset) == []


@pytest.mark.parametrize("language", CODES)
def test_materials_are_listed_and_taken_off_in_each_language(signed_in, at, empty, language):
    produced = ProducedFactory.create(matter=empty)
    client, place = signed_in(empty.begun_by), at(MATERIALS, empty, language)

    named = client.post(place, {"name": "Impressions", "kind": "sample", "quantity": "3", "condition": "loose"})
    exhibit = client.post(place, {"exhibit": produced.number, "kind": "questioned", "quantity": "1"})
    shown = client.get(place).text
    empty.refresh_from_db()
    gone = client.post(at("appraisal:take-off", empty, language, position=1), {"version": empty.version})

    assert [one["Location"] for one in (named, exhibit, gone)] == [place] * 3
    assert f"<bdi>{produced.exhibit.name}</bdi>" in shown
    assert [str(one) for one in empty.materials.all()] == [f"1. {produced.exhibit.name}"]


def test_material_has_a_name(signed_in, at, empty):
    answer = signed_in(empty.begun_by).post(at(MATERIALS, empty), {"kind": "sample", "quantity": "3"})

    assert answer.status_code == 422
    assert "Name the material, or choose an exhibit." in answer.text


def test_material_whose_name_is_too_long_is_asked_for_once_more(signed_in, at, empty):
    answer = signed_in(empty.begun_by).post(at(MATERIALS, empty), {"name": "x" * 201, "kind": "other", "quantity": "1"})

    assert (answer.status_code, empty.materials.count()) == (422, 0)


def test_list_that_is_full_says_so(signed_in, at, draft, monkeypatch):
    monkeypatch.setattr("legal.appraisal.actions.saying.MOST_MATERIALS", 2)

    answer = signed_in(draft.begun_by).post(at(MATERIALS, draft), {"name": "x", "kind": "other", "quantity": "1"})

    assert "More materials than these cannot be listed in one matter." in answer.text


def test_taking_off_needs_the_version(signed_in, at, draft):
    assert signed_in(draft.begun_by).post(at("appraisal:take-off", draft, position=1)).status_code == 404


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", ["物证", "企业自行委托", "广东省司法鉴定管理条例"]),
        ("en", ["Physical evidence", "The enterprise itself", "Regulations of Guangdong Province"]),
        ("ru", ["Вещественные доказательства", "Само предприятие", "провинции Гуандун"]),
    ],
)
def test_matter_shows_the_letter_and_what_it_rests_on(signed_in, at, draft, language, words):
    page = html.fromstring(signed_in(draft.begun_by).get(at("matters:matter", draft, language)).text)

    text = " ".join(page.xpath("//main")[0].text_content().split())
    assert [one for one in words if one not in text] == []


@pytest.mark.parametrize("language", CODES)
def test_receipt_is_downloaded_and_confirmed(signed_in, at, signed, language):
    matter, officer = signed
    taken_over(matter, officer)
    client = signed_in(matter.begun_by)

    paper = client.get(at("appraisal:receipt", matter, language, position=1))
    before = client.get(at("matters:matter", matter, language)).text
    confirmed = client.post(at("appraisal:confirm", matter, language, position=1))
    after = client.get(at("matters:matter", matter, language)).text

    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert confirmed["Location"] == at("matters:matter", matter, language)
    address = at("appraisal:confirm", matter, language, position=1)
    assert (address in before, address in after) == (True, False)


def test_viewer_reads_a_receipt_and_confirms_none(signed_in, at, signed):
    matter, officer = signed
    taken_over(matter, officer)
    viewer = MembershipFactory.create(enterprise=matter.enterprise, role="viewer").person

    shown = signed_in(viewer).get(at("matters:matter", matter)).text

    assert "Not confirmed yet by who gave" in shown
    assert at("appraisal:confirm", matter, position=1) not in shown


def test_extensions_and_the_opinion_are_shown_with_what_they_rest_on(signed_in, at):
    from legal.appraisal.actions.deciding import extend  # noqa: PLC0415 - beside the rule it needs

    matter, officer = moved_to("progress")
    RuleFactory.create(
        slug="appraisal-extension", kind="limit", value=30, unit="working-days", source_title_en="Article 28, as quoted"
    )
    extend(matter, days=5, reason="A reagent.", by=officer)
    opinion = opinion_of(matter, officer)

    shown = " ".join(signed_in(matter.begun_by).get(at("matters:matter", matter)).text.split())

    assert "by 5 working days" in shown
    assert "Article 28, as quoted" in shown
    assert f"/exhibits/{opinion.exhibit.key}/" in shown


def test_supplement_is_asked_for_on_the_page(signed_in, at):
    matter, officer = moved_to("screened")
    move(matter, "ask-supplement", by=officer, actor=Actor.OFFICER, reason="The questions are unclear.")

    assert "A supplement is asked for." in signed_in(matter.begun_by).get(at("matters:matter", matter)).text


def test_matter_of_another_kind_is_no_appraisal(signed_in, at):
    other = MatterFactory.create(kind="notarization")

    assert signed_in(other.begun_by).get(at(LETTER, other)).status_code == 404
