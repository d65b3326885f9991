"""What pages of law show of the cases that apply an article."""

import datetime
from typing import Any

import pytest
from django.test import Client
from lxml import html

from legal.laws.models import Edition
from portal.languages import CODES
from tests.factories import (
    CaseFactory,
    CaseProvisionFactory,
    EditionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def edition() -> Edition:
    edition = EditionFactory.create(law=LawFactory.create(slug="arbitration-law"))
    for number, heading in (("16", ""), ("20", "（效力）")):
        place = ProvisionFactory.create(edition=edition, number=number, path=f"article-{number}")
        for language in ("zh", "en", "ru"):
            ProvisionTextFactory.create(provision=place, language=language, heading=heading)
    return edition


def apply(
    edition: Edition, path: str = "article-20", *, year: int | None = 2022, wording: Edition | None = None
) -> Any:
    case = CaseFactory.create(decided=datetime.date(year, 1, 1) if year else None)
    return CaseProvisionFactory.create(case=case, law=edition.law, edition=wording, path=path).case


def page(client: Client, path: str, code: str = "en") -> Any:
    response = client.get(f"/{code}/laws/cn/arbitration-law/{path}")
    assert response.status_code == 200
    return html.fromstring(response.content)


def section(found: Any) -> str:
    heading = found.get_element_by_id("cases")
    told = []
    for one in heading.itersiblings():
        if one.tag == "h2":
            break
        told.append(" ".join(one.text_content().split()))
    return " ".join(told)


def test_article_shows_its_cases_the_newest_first_with_the_wording_they_applied(
    client: Client, edition: Edition
) -> None:
    earlier = EditionFactory.create(law=edition.law, in_force=datetime.date(2018, 1, 1))
    first = apply(edition, year=2019, wording=earlier)
    second = apply(edition, year=2022, wording=edition)
    third = apply(edition, year=None)

    found = page(client, "article-20/")

    titles = [one.text_content() for one in found.xpath(".//*[contains(concat(' ', @class, ' '), ' cases ')]/li/a")]
    assert titles == [second.title_en, first.title_en, third.title_en]
    assert "3 cases held here apply it, in this wording or another." in section(found)
    notes = [
        " ".join(one.text_content().split())
        for one in found.xpath(
            ".//*[contains(concat(' ', @class, ' '), ' cases ')]//*[contains(concat(' ', @class, ' '), ' kicker ')]"
        )
    ]
    assert ["In an earlier or later wording" in note for note in notes] == [False, True, False]
    assert ["The wording of that day is not held" in note for note in notes] == [False, False, True]


def test_other_wording_is_linked_to_the_article_in_it_or_else_to_its_edition(client: Client, edition: Edition) -> None:
    without, having = (
        EditionFactory.create(law=edition.law, in_force=datetime.date(year, 1, 1)) for year in (2016, 2018)
    )
    ProvisionFactory.create(edition=having, number="20", path="article-20")
    apply(edition, year=2019, wording=having)
    apply(edition, year=2017, wording=without)

    links = page(client, "article-20/").xpath(".//a[text()='In an earlier or later wording']/@href")

    assert links == ["/en/laws/cn/arbitration-law/2018-01-01/article-20/", "/en/laws/cn/arbitration-law/2016-01-01/"]


def test_page_takes_as_many_queries_for_three_cases_as_for_one(
    client: Client, edition: Edition, django_assert_max_num_queries: Any
) -> None:
    counted = []
    for year in (2015, 2017, 2019):
        wording = EditionFactory.create(law=edition.law, in_force=datetime.date(year, 1, 1))
        apply(edition, year=year, wording=wording)
        with django_assert_max_num_queries(40) as captured:
            page(client, "article-20/")
        counted.append(len(captured))

    assert counted[0] == counted[2]


def test_article_without_cases_says_so(client: Client, edition: Edition) -> None:
    apply(edition)

    assert section(page(client, "article-16/")) == "No case held here applies it."


@pytest.mark.parametrize("code", CODES)
def test_years_are_drawn_and_told_in_a_table(client: Client, edition: Edition, code: str) -> None:
    for year in (2018, 2018, 2021):
        apply(edition, year=year)
    apply(edition, year=None)

    found = page(client, "article-20/", code)

    bars = [
        (one.get("x"), one.get("height"))
        for one in found.xpath(".//*[contains(concat(' ', @class, ' '), ' years ')]//rect")
    ]
    assert bars == [("0", "64.0"), ("60", "32.0")]
    rows = [
        [cell.text_content() for cell in row.xpath(".//th | .//td")] for row in found.xpath(".//details//tbody//tr")
    ]
    assert ["2021", "1"] in rows
    assert ["2018", "2"] in rows


def test_one_year_is_no_picture(client: Client, edition: Edition) -> None:
    apply(edition)

    assert page(client, "article-20/").xpath(".//*[contains(concat(' ', @class, ' '), ' years ')]") == []


def test_more_cases_than_fit_are_a_link_to_the_directory(client: Client, edition: Edition) -> None:
    for _ in range(11):
        apply(edition)

    found = page(client, "article-20/")

    assert len(found.xpath(".//*[contains(concat(' ', @class, ' '), ' cases ')]/li")) == 10
    (link,) = [
        one.get("href")
        for one in found.xpath(".//a[contains(concat(' ', @class, ' '), ' act ')]")
        if "/cases/" in one.get("href")
    ]
    assert link == "/en/cases/?law=cn-arbitration-law&place=article-20"
    assert "11 cases" in client.get(link).text


@pytest.mark.parametrize(("code", "told"), [("zh-hans", "2 个案例"), ("en", "2 cases"), ("ru", "2 дела")])
def test_contents_and_text_of_the_law_count_the_cases(client: Client, edition: Edition, code: str, told: str) -> None:
    apply(edition)
    apply(edition)
    apply(edition, "article-16")

    found = page(client, "", code)

    counted = [
        one.text_content()
        for one in found.xpath(
            ".//*[contains(concat(' ', @class, ' '), ' contents ')]//*[contains(concat(' ', @class, ' '), ' count ')]"
        )
    ]
    assert counted[1] == told
    links = [
        one.get("href")
        for one in found.xpath(".//*[contains(concat(' ', @class, ' '), ' cited ')]//a")
        if one.get("href").endswith("#cases")
    ]
    assert links == [
        f"/{code}/laws/cn/arbitration-law/2021-01-01/article-16/#cases",
        f"/{code}/laws/cn/arbitration-law/2021-01-01/article-20/#cases",
    ]
