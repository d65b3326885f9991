"""Cases stand with laws in one list of results, and lead to cases like them."""

from pathlib import Path

import pytest
from django.test import Client
from lxml import html
from pytest_django import Settings

from legal.cases.indexing import passage
from legal.cases.models import Case
from legal.cases.search import Cases
from portal.languages import CODES
from portal.search import actions, places, termbase
from portal.search.filters import Filters
from portal.search.registry import Suggestion
from portal.search.searching import search
from portal.search.similar import similar
from tests.factories import (
    CaseFactory,
    CaseTextFactory,
    EditionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
PARTS = ("facts", "issue", "holding", "significance")


@pytest.fixture(autouse=True)
def index_dir(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(termbase.loaded, "held", None)
    monkeypatch.setattr(places.loaded, "held", None)


def case(slug: str, words: str, **facts: object) -> Case:
    """A case told in English alone, in these words."""
    untold = {f"{part}_{column}": "" for part in PARTS for column in ("zh_hans", "en", "ru")}
    return CaseFactory.create(slug=slug, **(untold | {"facts_en": words, "languages": ["en"]} | facts))


def article(words: str) -> None:
    edition = EditionFactory.create(law=LawFactory.create(slug="arbitration-law"))
    ProvisionTextFactory.create(provision=ProvisionFactory.create(edition=edition), language="en", body=words)


def found(query: str, **filters: object) -> list[tuple[str, bool]]:
    results = search(query, language="en", filters=Filters(**filters), counted=True)
    return [(one.source, one.whole) for one in results.found]


def test_case_is_found_beside_the_law_and_after_it() -> None:
    article("The demurrage is settled by arbitration.")
    case("silk", "The demurrage was settled by arbitration in London.")
    actions.apply()

    assert found("demurrage arbitration") == [("laws", False), ("cases", False)]


def test_results_are_narrowed_to_cases_and_counted_by_kind() -> None:
    article("The demurrage is settled by arbitration.")
    case("silk", "The demurrage was settled by arbitration.")
    actions.apply()

    assert found("demurrage", chosen={"kind": ["case"]}) == [("cases", False)]
    assert search("demurrage", language="en", counted=True).counts["kind"] == {"law": 1, "case": 1}


@pytest.mark.parametrize("status", ["in-force", "not-yet", "repealed", "unknown"])
def test_decision_is_in_force_on_no_day(status: str) -> None:
    case("silk", "The demurrage was settled.")
    actions.apply()

    results = search("demurrage", language="en", filters=Filters(status=[status]), counted=True)

    assert list(results.found) == []
    assert search("demurrage", language="en", counted=True).counts["status"] == {}


def test_case_found_by_its_title_stands_once() -> None:
    case("silk", "The clause of the Silk Road Carriers was void.", title_en="Silk Road Carriers")
    actions.apply()

    assert found("Silk Road Carriers") == [("cases", True)]


@pytest.mark.parametrize("query", ["(2019)最高法民特1号", "（2019）最高法民特1号", "2019 最高法民特1号"])
def test_docket_number_leads_to_its_case_and_nothing_twice(client: Client, query: str) -> None:
    silk = case("silk", "最高法民特 demurrage", number="(2019)最高法民特1号", number_key="2019最高法民特1号")
    actions.apply()

    assert found(query)[0] == ("cases", True)
    assert [one for one in found(query) if one[0] == "cases"] == [("cases", True)]
    assert client.get("/en/search/", {"q": query})["Location"] == silk.get_absolute_url().replace("zh-hans", "en")


@pytest.mark.parametrize("query", ["demurrage", "1" * 100, "2020"])
def test_query_that_is_no_docket_number_names_no_case(query: str) -> None:
    case("silk", "The demurrage was settled.")

    assert Cases().references(query, "en") == []


def test_two_cases_of_one_number_are_both_shown() -> None:
    for slug in ("one", "two"):
        case(slug, "x", number="[2020] UKSC 38", number_key="2020 uksc 38")

    assert [one.only for one in Cases().references("[2020] UKSC 38", "en")] == [False, False]


@pytest.mark.parametrize("code", CODES)
def test_case_is_shown_with_its_court_and_day_in_each_language(client: Client, code: str) -> None:
    CaseFactory.create(title_en="Demurrage", title_zh_hans="滞期费", title_ru="Демередж")
    actions.apply()

    page = html.fromstring(client.get(f"/{code}/search/", {"q": "Demurrage", "all": "1"}).content)

    (hit,) = page.xpath("//ol[@class='hits']/li")
    assert (
        hit.xpath(".//h2")[0].text_content().strip() == {"zh-hans": "滞期费", "en": "Demurrage", "ru": "Демередж"}[code]
    )
    day = {"zh-hans": "2022年9月18日", "en": "18 September 2022", "ru": "18 сентября 2022 г."}[code]
    assert day in hit.text_content().replace("\u00a0", " ")


def test_case_held_in_its_text_alone_is_found_and_shown_by_that() -> None:
    silent = case("silk", "", title_en="", court_en="", decided=None, court_level="")
    CaseTextFactory.create(case=silent, language="en", body="The demurrage was settled.")
    CaseTextFactory.create(case=silent, language="kk", body="Демередж төленді.")
    actions.apply()

    hit = Cases().hits([silent.pk], "en")[silent.pk]

    assert found("demurrage") == [("cases", False)]
    assert [(text.language, text.worth) for text in hit.texts] == [("en", "official"), ("kk", "official")]
    assert (hit.title, hit.original) == (silent.title_zh_hans, "zh")


def test_suggestions_complete_titles_and_docket_numbers() -> None:
    silk = case("silk", "x", title_en="Silk Road Carriers", number="[2020] UKSC 38", number_key="2020 uksc 38")
    actions.apply()
    line = Suggestion("Silk Road Carriers", "case", silk.get_absolute_url())

    assert Cases().suggestions("silk ro", "en", 5) == [line]
    assert Cases().suggestions("[2020] UKSC 38", "en", 5) == [line]


def test_like_cases_come_first_over_all_languages() -> None:
    silk = case("silk", "demurrage of a vessel at anchor", facts_ru="простой судна на якоре")
    other = case("other", "demurrage of a vessel at berth", facts_ru="простой судна у причала")
    english = case("english", "demurrage of a vessel at sea")
    case("far", "trade mark, tea house")
    actions.apply()

    assert similar("cases", passage(silk), 5) == [other.pk, english.pk]
    assert similar("cases", passage(silk), 1) == [other.pk]


def test_page_of_a_case_shows_cases_like_it(client: Client) -> None:
    silk = case("silk", "demurrage of a vessel at anchor")
    other = case("other", "demurrage of a vessel at berth", title_en="The Other Vessel")
    actions.apply()

    page = client.get("/en/cases/cn/silk/").text

    assert "Similar cases" in page
    assert other.title_en in page
    assert silk.slug == "silk"


def test_without_an_index_nothing_is_similar() -> None:
    assert similar("cases", passage(case("silk", "demurrage")), 5) == []


def test_changed_case_is_found_by_its_new_words() -> None:
    silk = case("silk", "The demurrage was settled.")
    actions.apply()
    Case.objects.filter(pk=silk.pk).update(facts_en="The freight was settled.")
    actions.record("cases", [silk.pk], wake=False)
    actions.apply()

    assert (found("demurrage"), found("freight")) == ([], [("cases", False)])
