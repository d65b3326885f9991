"""The page on which an application is written, and what the page of a matter shows of it."""

import pytest
from lxml import html

from legal.matters.actions.moving import move
from legal.matters.models import Actor
from legal.notarization.forms.particulars import ParticularsForm, said_of
from legal.notarization.models import Particulars
from portal.languages import CODES
from tests.factories import LegalizationFactory, MatterFactory, MembershipFactory, ProducedFactory
from tests.legal.notarization.test_deciding import issued
from tests.legal.notarization.world import country, moved_to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
PAGE = "notarization:particulars"
SAID = {
    "act": "authority",
    "purpose": "A branch in Almaty",
    "country": "kz",
    "apostille": "no",
    "languages": ["ru", "en"],
    "copies": "1",
    "office": "Kashgar",
    "place": "act",
    "collection": "courier",
    "receiver": "Aygul Sample",
    "address": "Kashgar, Sample Road 1",
}


@pytest.fixture
def empty(db):
    country("kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан")
    return MatterFactory.create(kind="notarization")


@pytest.mark.parametrize("language", CODES)
def test_application_is_written_in_each_language(signed_in, at, empty, language):
    produced = ProducedFactory.create(matter=empty)
    client = signed_in(empty.begun_by)

    shown = client.get(at(PAGE, empty, language))
    saved = client.post(at(PAGE, empty, language), SAID | {"documents": [produced.pk], "version": empty.version})

    assert (shown.status_code, saved.get("Location")) == (200, at("matters:matter", empty, language))
    said = Particulars.objects.get()
    assert (said.act, said.item, said.country.code, said.languages, said.apostille) == (
        "authority",
        3,
        "kz",
        ["en", "ru"] if said.languages[0] == "en" else ["ru", "en"],
        False,
    )
    assert [one.produced for one in empty.notarized.all()] == [produced]


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"copies": "0"}, "copies", "greater than or equal to 1"),
        ({"act": "will"}, "act", "Select a valid choice"),
        ({"documents": ["999"]}, "documents", "Select a valid choice"),
        ({"collection": "counter"}, "address", "An address is for a courier."),
    ],
)
def test_application_that_is_wrong_is_shown_again_with_what_was_typed(signed_in, at, empty, typed, field, words):
    answer = signed_in(empty.begun_by).post(at(PAGE, empty), SAID | {"version": 1} | typed)

    assert (answer.status_code, Particulars.objects.count()) == (422, 0)
    assert words in str(answer.context["form"].errors[field])
    assert "A branch in Almaty" in answer.text


def test_two_who_write_at_once_see_each_others_answers(signed_in, at, draft):
    client, other = signed_in(draft.begun_by), ProducedFactory.create(matter=draft)
    sent = SAID | {"version": draft.version}
    client.post(at(PAGE, draft), sent | {"documents": [other.pk], "languages": ["zh"]})

    refused = client.post(at(PAGE, draft), sent | {"purpose": "Another purpose"})

    assert refused.status_code == 422
    assert f"<bdi>{other}</bdi>" in refused.text
    assert "<bdi>Chinese</bdi>" in refused.text
    assert 'value="Another purpose"' in refused.text


def test_form_of_no_matter_has_no_documents_to_choose():
    form = ParticularsForm(matter=None, saved={})

    assert list(form.fields["documents"].choices) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", ["副本与原本相符", "第十一条第10项", "哈萨克斯坦", "喀什"]),
        ("en", ["Copy that matches the original", "Article 11, item 10", "Kazakhstan", "Kashgar"]),
        ("ru", ["Верность копии", "статья 11, пункт 10", "Казахстан", "Kashgar"]),
    ],
)
def test_matter_shows_what_is_asked_for(signed_in, at, draft, language, words):
    Particulars.objects.update(office="喀什" if language == "zh-hans" else "Kashgar")

    shown = html.fromstring(signed_in(draft.begun_by).get(at("matters:matter", draft, language)).text)

    text = " ".join(shown.xpath("//main")[0].text_content().split())
    assert [one for one in words if one not in text] == []


def test_way_abroad_is_told_only_where_it_is_confirmed(signed_in, at, draft):
    client, china = signed_in(draft.begun_by), country("cn", name_en="China")
    LegalizationFactory.create(jurisdiction=china)
    unknown = client.get(at("matters:matter", draft)).text
    LegalizationFactory.create(jurisdiction=draft.notarization.country)

    known = client.get(at(PAGE, draft)).text

    assert "Not confirmed here yet" in unknown
    assert "An apostille of the authority" in known


@pytest.mark.parametrize("language", CODES)
def test_certificate_is_shown_with_its_exhibit(signed_in, at, approved, language):
    matter, officer = approved
    certificate = issued(matter, officer)
    certificate.apostille_number, certificate.apostilled_on = "A-1", certificate.issued_on
    certificate.collected_by, certificate.identity, certificate.collected_on = "Aygul", "card", certificate.issued_on
    certificate.save()

    shown = signed_in(matter.begun_by).get(at("matters:matter", matter, language)).text

    assert "(2026)新喀证字第1号" in shown
    assert f"/exhibits/{certificate.exhibit.key}/" in shown
    assert "A-1" in shown
    assert "<bdi>Aygul</bdi>" in shown


def test_supplement_is_asked_for_and_submitted_from_the_page(signed_in, at):
    matter, officer = moved_to("checked")
    move(matter, "ask-supplement", by=officer, actor=Actor.OFFICER, reason="The back of the licence.")
    client = signed_in(matter.begun_by)

    asked = client.get(at("matters:matter", matter)).text
    sent = client.post(at("matters:submit", matter))

    matter.refresh_from_db()
    assert "A supplement is asked for." in asked
    assert (sent.status_code, matter.state) == (302, "checked")


def test_viewer_is_not_asked_for_a_supplement(signed_in, at):
    matter, officer = moved_to("checked")
    move(matter, "ask-supplement", by=officer, actor=Actor.OFFICER, reason="The back of the licence.")
    viewer = MembershipFactory.create(enterprise=matter.enterprise, role="viewer").person

    assert "A supplement is asked for." not in signed_in(viewer).get(at("matters:matter", matter)).text


def test_what_is_said_is_what_the_form_shows(draft):
    assert said_of(draft)["documents"] == [str(draft.produced.get().pk)]


def test_matter_of_another_kind_is_no_notarization(signed_in, at):
    other = MatterFactory.create(kind="appraisal")

    assert signed_in(other.begun_by).get(at(PAGE, other)).status_code == 404


def test_country_named_in_the_address_stands_there_until_another_is_saved(signed_in, at, empty):
    shown = signed_in(empty.begun_by).get(at(PAGE, empty) + "?country=kz")

    assert '<option value="kz" selected>' in shown.text
