"""The directory of cases: what it lists, counts and lets be undone."""

import datetime
from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client
from lxml import html

from legal.cases import directory, facets
from legal.cases.directory import Filters, cases, counts, ordered
from legal.cases.kinds import CourtLevel
from legal.cases.models import Case, CaseProvision
from portal.languages import CODES
from tests.factories import CaseFactory, CaseProvisionFactory, JurisdictionFactory, LawFactory, TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def shelf() -> None:
    """Three cases that differ in every facet."""
    law = LawFactory.create(slug="arbitration-law", title_en="Arbitration Law")
    silk = CaseFactory.create(slug="silk", topics=[TopicFactory.create()])
    CaseProvisionFactory.create(case=silk, law=law, path="article-16")
    CaseProvisionFactory.create(case=silk, law=law, path="article-20")
    singapore = JurisdictionFactory.create(code="sg", name_zh_hans="新加坡", name_en="Singapore", name_ru="Сингапур")
    bna = CaseFactory.create(
        slug="bna", jurisdiction=singapore, court_level=CourtLevel.HIGH, decided=datetime.date(2019, 12, 27)
    )
    CaseProvisionFactory.create(case=bna, law=law, path="article-20")
    CaseFactory.create(slug="award", court_level="", decided=None)


def slugs(found: Iterable[Case]) -> list[str]:
    return sorted(case.slug for case in found)


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"jurisdiction": ("sg",)}, ["bna"]),
        ({"level": ("supreme",)}, ["award", "silk"][1:]),
        ({"topic": ("contract",)}, ["silk"]),
        ({"year": ("2019", "2022")}, ["bna", "silk"]),
        ({"year": ("0000",)}, []),
        ({"law": ("cn-arbitration-law",)}, ["bna", "silk"]),
        ({"law": ("cn-arbitration-law",), "place": ("article-16",)}, ["silk"]),
        ({"law": ("cn-other",)}, []),
        ({}, ["award", "bna", "silk"]),
    ],
)
def test_filters_narrow_the_list(chosen: dict[str, tuple[str, ...]], found: list[str]) -> None:
    assert slugs(cases(Filters(**chosen))) == found


@pytest.mark.usefixtures("shelf")
def test_newest_decision_comes_first_and_a_day_unknown_last() -> None:
    by_key = Case.objects.in_bulk()

    newest = [by_key[key].slug for key in ordered(Filters())]
    Case.objects.filter(slug="bna").update(changed_at=datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC))
    changed = [by_key[key].slug for key in ordered(Filters(order="changed"))]

    assert (newest, changed[0]) == (["silk", "bna", "award"], "bna")


@pytest.mark.usefixtures("shelf")
def test_values_are_counted_as_if_their_own_facet_were_not_chosen_from() -> None:
    found = counts(Filters(jurisdiction=("sg",)))

    assert found == {
        "jurisdiction": {"cn": 2, "sg": 1},
        "level": {"high": 1},
        "topic": {},
        "year": {"2019": 1},
        "law": {"cn-arbitration-law": 1},
        "total": {"": 1},
    }


@pytest.mark.usefixtures("shelf")
def test_law_that_is_ticked_is_counted_though_others_are_applied_more() -> None:
    silk, bna = Case.objects.get(slug="silk"), Case.objects.get(slug="bna")
    for number in range(directory.MOST_LAWS):
        law = LawFactory.create(slug=f"often-{number}")
        CaseProvision.objects.bulk_create(CaseProvision(case=case, law=law, name="x") for case in (silk, bna))
    CaseProvisionFactory.create(case=silk, law=LawFactory.create(slug="rare"))

    assert "cn-rare" not in counts(Filters())["law"]
    assert counts(Filters(law=("cn-rare",)))["law"]["cn-rare"] == 1


@pytest.mark.usefixtures("shelf")
def test_every_facet_is_counted_by_what_the_others_leave() -> None:
    found = counts(Filters(topic=("contract",), law=("cn-arbitration-law",), year=("2019", "2022"), level=("supreme",)))

    assert found == {
        "jurisdiction": {"cn": 1},
        "level": {"supreme": 1},
        "topic": {"contract": 1},
        "year": {"2022": 1},
        "law": {"cn-arbitration-law": 1},
        "total": {"": 1},
    }


@pytest.mark.usefixtures("shelf")
def test_counts_are_kept_until_a_case_changes(django_assert_num_queries: Any) -> None:
    counts(Filters())

    with django_assert_num_queries(1):
        counts(Filters())
    CaseFactory.create()
    assert counts(Filters())["total"] == {"": 4}


def page(client: Client, query: str = "", code: str = "en") -> Any:
    return html.fromstring(client.get(f"/{code}/cases/{query}").content)


def texts(found: Any, path: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in found.xpath(path)]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("code", CODES)
def test_directory_answers_in_each_language(client: Client, code: str) -> None:
    found = page(client, code=code)

    assert len(found.xpath(".//ol[contains(concat(' ', @class, ' '), ' hits ')]/li")) == 3
    assert (
        texts(found, ".//*[contains(concat(' ', @class, ' '), ' facets ')]//legend")
        == {
            "zh-hans": ["国家或组织", "法院层级", "主题", "裁判年份", "适用的法律"],
            "en": ["Country or organisation", "Level of the court", "Topic", "Year of decision", "Law applied"],
            "ru": ["Страна или организация", "Уровень суда", "Тема", "Год решения", "Примененный закон"],
        }[code]
    )


@pytest.mark.usefixtures("shelf")
def test_form_carries_the_place_and_the_order(client: Client) -> None:
    found = page(client, "?law=cn-arbitration-law&place=article-16&order=changed")

    carried = found.xpath(".//form[@id='facets']//input[@type='hidden']")
    assert [(one.get("name"), one.get("value")) for one in carried] == [("place", "article-16"), ("order", "changed")]


@pytest.mark.usefixtures("shelf")
def test_what_is_ticked_can_be_undone_and_a_place_goes_with_its_law(client: Client) -> None:
    found = page(client, "?law=cn-arbitration-law&place=article-16&year=2022")

    links = found.xpath(".//*[@class='chips']//a")
    chips = {
        " ".join(link.text_content().split()).removeprefix("Remove the filter: "): link.get("href") for link in links
    }
    assert chips == {
        "2022": "?law=cn-arbitration-law&place=article-16",
        "Arbitration Law": "?year=2022",
        "Article 16": "?year=2022&law=cn-arbitration-law",
    }
    assert texts(found, ".//ol[contains(concat(' ', @class, ' '), ' hits ')]//h2") == [
        Case.objects.get(slug="silk").title_en
    ]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    "query",
    [
        "?jurisdiction=xx&level=none&topic=none&year=abc&law=!&place=%00&order=none&page=99",
        "?place=article-16",
        "?law=cn-arbitration-law&law=cn-other&place=article-16",
        "?order=changed",
    ],
)
def test_address_that_makes_no_sense_shows_what_it_can(client: Client, query: str) -> None:
    assert client.get(f"/en/cases/{query}").status_code == 200


@pytest.mark.usefixtures("shelf")
def test_empty_list_says_what_to_do(client: Client) -> None:
    assert "No case passes all of these filters" in page(client, "?law=cn-none").text_content()


def test_directory_without_any_case_says_so(client: Client) -> None:
    found = page(client).text_content()

    assert "No case is held yet" in found
    assert "0 cases" in found


def test_page_of_cases_takes_as_many_queries_for_three_as_for_one(
    django_assert_num_queries: Any, client: Client
) -> None:
    # Without any law, each app beside law is asked apart for what changed last.
    LawFactory.create()
    CaseFactory.create(topics=[TopicFactory.create()])
    for _ in range(2):
        with django_assert_num_queries(11):
            client.get("/en/cases/?page=1")
        CaseFactory.create_batch(2, topics=[TopicFactory.create()])


def test_long_list_of_years_is_folded() -> None:
    for year in range(2000, 2010):
        CaseFactory.create(decided=datetime.date(year, 1, 1))
    filters = Filters()
    names = facets.with_laws(facets.named(), filters, directory.counts(filters))

    (years,) = [one for one in facets.facets(filters, directory.counts(filters), names) if one.name == "year"]

    assert [len(years.first), len(years.rest), years.first[0].value] == [8, 2, "2009"]


def test_case_deleted_meanwhile_is_left_out() -> None:
    assert directory.listed([0]) == []
