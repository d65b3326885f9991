"""Articles and cases are found by their names and named; a request can begin with one."""

import datetime
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import translation

from enterprises.states import State
from legal.arbitration.actions import parts
from legal.arbitration.models import Reliance
from legal.laws.models import Law
from legal.matters.actions import drafting
from legal.matters.kinds import BY_SLUG
from legal.matters.models import Matter
from legal.services.starting import STARTS
from portal.languages import CODES
from portal.search import actions as search
from portal.workflow.errors import NotAllowedError
from tests.factories import (
    CaseFactory,
    EditionFactory,
    EnterpriseFactory,
    JurisdictionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def article():
    """The address of an article, in English."""
    country = JurisdictionFactory.create(code="kz")
    law = LawFactory.create(jurisdiction=country, slug="civil-code", title_en="Civil Code of Kazakhstan")
    edition = EditionFactory.create(law=law, in_force=datetime.date(2020, 1, 1))
    provision = ProvisionFactory.create(edition=edition, path="article-1", number="1")
    for language in ("zh", "en", "ru"):
        ProvisionTextFactory.create(provision=provision, language=language)
    return "/en/laws/kz/civil-code/article-1/"


@pytest.fixture
def case():
    return CaseFactory.create(jurisdiction=JurisdictionFactory.create(code="kz"), slug="sample")


@pytest.fixture
def offered(monkeypatch):
    monkeypatch.setitem(BY_SLUG, "arbitration", replace(BY_SLUG["arbitration"], offered=True))


@pytest.mark.parametrize("language", CODES)
def test_article_is_named_and_taken_out_in_each_language(signed_in, at, draft, article, language):
    client, place = signed_in(draft.begun_by), at("reliances", draft, language)

    added = client.post(place, {"address": f"https://portal.example{article}", "point": "Good faith"})
    shown = client.get(place)
    draft.refresh_from_db()
    gone = client.post(at("remove-reliance", draft, language, position=1), {"version": draft.version})

    assert (added["Location"], gone["Location"], shown.status_code) == (place, place, 200)
    assert "Good faith" in shown.text
    assert not Reliance.objects.exists()


def test_what_is_named_is_frozen_by_its_address(draft, article, case):
    law = Law.objects.get(slug="civil-code")
    for named in ({"law": law, "path": "article-1"}, {"law": law, "path": ""}, {"case": case}):
        parts.rely(draft, named=named, by=draft.begun_by)

    one, whole, decided = Reliance.objects.all()
    assert one.frozen() == {
        "position": 1,
        "kind": "law",
        "work": "kz/civil-code",
        "path": "article-1",
        "point": "",
    }
    assert (decided.frozen()["kind"], decided.frozen()["work"]) == ("case", "kz/sample")
    with translation.override("en"):
        assert (one.get_absolute_url(), whole.get_absolute_url()) == (article, law.get_absolute_url())
        assert (decided.get_absolute_url(), str(decided)) == (case.get_absolute_url(), str(case))
    assert str(one) == f"{law} article-1"


def test_case_and_whole_law_are_shown_by_what_they_are_called(signed_in, at, draft, article, case):
    parts.rely(draft, named={"case": case}, by=draft.begun_by)
    parts.rely(draft, named={"law": Law.objects.get(slug="civil-code"), "path": ""}, by=draft.begun_by)

    page = signed_in(draft.begun_by).get(at("reliances", draft)).text

    assert case.title_en in page
    assert "Civil Code of Kazakhstan" in page


@pytest.mark.django_db(transaction=True)
def test_article_is_found_by_its_citation_and_added_with_a_button(signed_in, at, draft, article, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path
    search.apply()
    client = signed_in(draft.begun_by)

    found = client.get(at("reliances", draft), {"q": "Civil Code of Kazakhstan art. 1"})
    nothing = client.get(at("reliances", draft), {"q": "Law of nowhere"})
    client.post(at("reliances", draft), {"address": article})

    assert f'name="address" value="{article}"' in found.text
    assert "Nothing in the directories is called so." in nothing.text
    assert Reliance.objects.get().path == "article-1"


@pytest.mark.parametrize("typed", ["", "nowhere", "/en/laws/kz/nothing/", "//[", "\0"])
def test_address_of_nothing_is_refused(signed_in, at, draft, typed):
    answer = signed_in(draft.begun_by).post(at("reliances", draft), {"address": typed})

    assert (answer.status_code, Reliance.objects.count()) == (422, 0)


def test_nothing_is_named_twice(signed_in, at, draft, article):
    client = signed_in(draft.begun_by)
    client.post(at("reliances", draft), {"address": article})

    again = client.post(at("reliances", draft), {"address": article})

    assert "You have named this already." in again.text
    named = {"law": Law.objects.get(slug="civil-code"), "path": "article-1"}
    with pytest.raises(NotAllowedError):
        parts.rely(draft, named=named, by=draft.begun_by)


def test_nothing_named_is_taken_out_without_the_version(signed_in, at, draft, article):
    client = signed_in(draft.begun_by)
    client.post(at("reliances", draft), {"address": article})

    assert client.post(at("remove-reliance", draft, position=1)).status_code == 404


@pytest.mark.usefixtures("offered")
@pytest.mark.parametrize("language", CODES)
def test_request_begins_with_the_article_it_comes_from(signed_in, article, language):
    owner = UserFactory.create()
    enterprise = EnterpriseFactory.create(owner=owner, state=State.VERIFIED, number="")
    client = signed_in(owner)
    with translation.override(language):
        place = reverse("arbitration:file")

    reading = client.get(article).text
    shown = client.get(place, {"with": article})
    wrong = client.post(place, {"enterprise": enterprise.key, "title": "", "language": language})
    sent = {"enterprise": enterprise.key, "title": "Walnuts", "language": language, "relied": article}
    begun = client.post(place, sent)

    matter = Matter.objects.get()
    assert "with=%2Fen%2Flaws%2Fkz%2Fcivil-code%2Farticle-1%2F" in reading
    assert f'name="relied" value="{article}"' in shown.text
    assert wrong.status_code == 422
    assert begun["Location"].endswith(f"/{matter.key}/arbitration/agreements/")
    assert Reliance.objects.get(matter=matter).path == "article-1"


@pytest.mark.usefixtures("offered")
def test_request_that_comes_with_the_other_country_goes_on_to_the_other_side(signed_in):
    JurisdictionFactory.create(code="kz")
    owner = UserFactory.create()
    enterprise = EnterpriseFactory.create(owner=owner, state=State.VERIFIED, number="")
    client, sent = signed_in(owner), {"enterprise": enterprise.key, "title": "Walnuts", "language": "en"}

    begun = client.post(STARTS["arbitration"].with_country("kz"), sent)

    assert begun["Location"].endswith(f"/{Matter.objects.get().key}/parties/?country=kz")
    assert '<option value="kz" selected>' in client.get(begun["Location"]).text


@pytest.mark.usefixtures("offered")
def test_request_begins_without_any_article_too(signed_in, monkeypatch):
    owner = UserFactory.create()
    enterprise = EnterpriseFactory.create(owner=owner, state=State.VERIFIED, number="")
    client, place = signed_in(owner), "/en/enterprises/file-arbitration/"
    sent = {"enterprise": enterprise.key, "title": "Walnuts", "language": "en", "relied": "/en/nothing/"}

    client.get(place, {"with": "nothing"})
    client.post(place, sent)
    monkeypatch.setattr(drafting, "MOST_DRAFTS", 1)
    refused = client.post(place, sent)

    assert Matter.objects.count() == 1
    assert not Reliance.objects.exists()
    assert "Submit or withdraw matters you have begun" in refused.text


@pytest.mark.parametrize("language", CODES)
def test_nothing_is_begun_without_an_enterprise_or_while_none_is_offered(signed_in, language, offered):
    with translation.override(language):
        place = reverse("arbitration:file")

    page = signed_in(UserFactory.create()).get(place)
    posted = signed_in(UserFactory.create()).post(place, {"title": "Walnuts"})

    assert page.status_code == 200
    assert posted.status_code == 422
    assert not Matter.objects.exists()


def test_page_says_so_while_none_is_offered(signed_in, monkeypatch):
    monkeypatch.setitem(BY_SLUG, "arbitration", replace(BY_SLUG["arbitration"], offered=False))

    page = signed_in(UserFactory.create()).get("/en/enterprises/file-arbitration/").text

    assert "Nothing can be filed here yet." in page
