"""The pages of a draft: what it is about, who is concerned; two who write at once see each other's answers."""

from dataclasses import replace

import pytest
from django.utils import timezone

from enterprises.policies import Role
from legal.matters.actions import submitting
from legal.matters.forms.matter import MatterForm, about
from legal.matters.kinds import BY_SLUG, Side
from legal.matters.models import Matter
from legal.matters.views.drafting import shown_beside
from portal.languages import CODES
from portal.workflow.errors import NotAllowedError
from tests.factories import JurisdictionFactory, MatterPartyFactory, MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
PARTY = {
    "side": "respondent",
    "kind": "company",
    "name": "ТОО «Ромашка»",
    "other_name": "Romashka LLP",
    "country": "kz",
    "phone": "8 727 250 00 00",
    "email": "office@romashka.example",
    "language": "ru",
}


@pytest.fixture
def kazakhstan(db):
    return JurisdictionFactory.create(code="kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан")


@pytest.mark.parametrize("language", CODES)
def test_matter_is_written_in_each_language(signed_in, at, draft, kazakhstan, language):
    client = signed_in(draft.begun_by)

    pages = [client.get(at(name, draft, language)) for name in ("about", "parties", "representatives", "submit")]
    named = client.post(at("parties", draft, language), PARTY)
    changing = client.get(at("party", draft, language, position=2))
    saved = client.post(at("about", draft, language), {"title": "Almonds", "language": language, "version": 2})

    assert [page.status_code for page in (*pages, changing)] == [200] * 5
    assert (named["Location"], saved["Location"]) == (at("parties", draft, language), at("matter", draft, language))
    party = draft.parties.get(own=False)
    assert (party.phone, party.country, party.number) == ("+77272500000", kazakhstan, "")


def test_two_who_write_at_once_see_each_others_answers(signed_in, at, draft):
    client, sent = signed_in(draft.begun_by), {"title": "The second", "language": "ru", "version": 1}
    client.post(at("about", draft), sent | {"title": "The first", "language": "en"})

    refused = client.post(at("about", draft), sent)
    again = client.post(at("about", draft), sent | {"version": 2})

    assert refused.status_code == 422
    assert "Somebody has saved other answers" in refused.text
    assert "<bdi>The first</bdi>" in refused.text
    assert 'value="The second"' in refused.text
    assert 'name="version" value="2"' in refused.text
    assert again.status_code == 302
    draft.refresh_from_db()
    assert draft.title == "The second"


def test_party_is_changed_upon_what_was_saved_meanwhile(signed_in, at, complete, kazakhstan):
    client, place = signed_in(complete.begun_by), at("party", complete, position=2)

    saved = client.post(place, PARTY | {"name": "ТОО «Василёк»", "version": 1})
    refused = client.post(place, PARTY | {"name": "ТОО «Клевер»", "version": 1})

    assert (saved["Location"], refused.status_code) == (at("parties", complete), 422)
    assert "<bdi>ТОО «Василёк»</bdi>" in refused.text
    assert complete.parties.get(own=False).name == "ТОО «Василёк»"


def test_change_that_is_not_allowed_says_why_and_compares_nothing(draft):
    form = MatterForm({"title": "Another", "language": "en"}, matter=draft, saved=about(draft))
    refusal = NotAllowedError("Nothing can be changed.", code="state")

    assert shown_beside(form, refusal, draft, about) == {"refusal": "Nothing can be changed.", "differing": []}


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"name": ""}, "name", "This field is required."),
        ({"country": "xx"}, "country", "Select a valid choice"),
        ({"side": "nobody"}, "side", "Select a valid choice"),
        ({"phone": "abc"}, "phone", "Give the telephone number with the code of its country"),
        ({"number": "12"}, "number", "there should be 12"),
        ({"kind": "person", "number": "123456789012"}, "number", "The number of a person is not kept"),
        ({"email": "nobody"}, "email", "valid email"),
    ],
)
def test_party_that_is_wrong_is_shown_again_with_what_was_typed(signed_in, at, draft, kazakhstan, typed, field, words):
    answer = signed_in(draft.begun_by).post(at("parties", draft), PARTY | typed)

    assert (answer.status_code, draft.parties.count()) == (422, 1)
    assert words in str(answer.context["form"].errors[field])
    assert "Romashka LLP" in answer.text


def test_number_of_a_company_is_checked_as_its_country_has_it(signed_in, at, draft, kazakhstan):
    answer = signed_in(draft.begun_by).post(at("parties", draft), PARTY | {"number": "100 140 000 003"})

    party = draft.parties.get(own=False)
    assert (answer.status_code, party.scheme, party.number) == (302, "kz-bin", "100140000003")


@pytest.mark.parametrize(("sides", "asked"), [(tuple(Side), True), ((Side.APPLICANT, Side.THIRD), False)])
def test_other_side_is_asked_for_only_where_there_is_one(signed_in, at, draft, monkeypatch, proceeding, sides, asked):
    monkeypatch.setitem(BY_SLUG, proceeding.slug, replace(proceeding, sides=sides))

    shown = signed_in(draft.begun_by).get(at("parties", draft)).text

    assert ("Name the other side" in shown, "Name whoever applies together with it" in shown) == (asked, not asked)


def test_party_that_cannot_be_named_says_why(signed_in, at, draft, kazakhstan, monkeypatch):
    monkeypatch.setattr("legal.matters.actions.drafting.MOST_PARTIES", 1)

    answer = signed_in(draft.begun_by).post(at("parties", draft), PARTY)

    assert "More parties than these cannot be named in one matter." in answer.text


def test_party_is_taken_out(signed_in, at, complete):
    client, place = signed_in(complete.begun_by), at("remove-party", complete, position=2)

    nameless = client.post(place)
    late = client.post(place, {"version": 9}, follow=True)
    done = client.post(place, {"version": 1}, follow=True)

    assert nameless.status_code == 404
    assert "Somebody has saved other answers" in late.text
    assert "The party is taken out." in done.text
    assert complete.parties.get().own


def test_own_enterprise_is_not_changed_here(signed_in, at, draft):
    assert signed_in(draft.begun_by).get(at("party", draft, position=1)).status_code == 404


def test_viewer_reads_and_writes_nothing(signed_in, at, draft):
    viewer = MembershipFactory.create(enterprise=draft.enterprise, role=Role.VIEWER).person
    client = signed_in(viewer)

    shown = client.get(at("matter", draft))

    assert "Owners and representatives of the enterprise write and submit it." in shown.text
    assert at("about", draft) not in shown.text
    closed = [client.get(at(name, draft)).status_code for name in ("about", "parties", "submit", "withdraw")]
    assert closed == [403] * 4


def test_what_was_submitted_has_no_page_to_change_it(signed_in, at, submitted):
    client = signed_in(submitted.begun_by)

    assert [client.get(at(name, submitted)).status_code for name in ("about", "parties", "submit")] == [404] * 3


def test_matter_of_another_enterprise_is_not_there(signed_in, at, draft):
    other = MatterPartyFactory.create().matter
    swapped = at("matter", draft).replace(draft.key, other.key)

    client = signed_in(draft.begun_by)

    assert [client.get(place).status_code for place in (at("matter", other), swapped)] == [404, 404]
    assert Matter.objects.count() == 2


@pytest.mark.parametrize("language", CODES)
def test_what_is_typed_while_a_colleague_submits_is_answered_to_be_copied(signed_in, at, complete, language):
    owner = complete.begun_by
    colleague = MembershipFactory.create(enterprise=complete.enterprise, role="representative").person
    submitting.submit(complete, by=colleague)
    client, place = signed_in(owner), at("about", complete, language)
    written = "Хлопок, first\n<b>second</b> line"

    gone, late = client.get(place), client.post(place, {"title": written, "language": "ru", "version": 1})
    kept = client.post(place, {"title": written, "version": 1}, headers={"HX-Request": "true"})

    assert (gone.status_code, late.status_code, kept.status_code) == (404, 409, 200)
    assert "Хлопок, first<br>&lt;b&gt;second&lt;/b&gt; line" in late.text
    assert late.text.count("<blockquote") == 1
    assert (str(colleague) in late.text, str(colleague) in kept.text) == (True, True)
    assert 'id="kept"' in kept.text


def test_what_is_sent_late_where_the_portal_moved_the_matter_on_names_nobody(signed_in, at, draft):
    Matter.objects.update(state="withdrawn", ended_at=timezone.now())
    client = signed_in(draft.begun_by)

    late = client.post(at("remove-party", draft, position=2), {"version": 1})
    kept = client.post(at("about", draft), {"title": "x"}, headers={"HX-Request": "true"})

    assert (late.status_code, kept.status_code) == (409, 200)
    assert "<blockquote" not in late.text
    assert "Nothing on this page can be saved any more" in kept.text
