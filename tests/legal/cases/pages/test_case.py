"""The page of a case."""

import datetime
from typing import Any

import pytest
from django.test import Client
from lxml import html

from legal.cases.kinds import RelationKind
from legal.cases.models import Case, CaseMention, CaseRelation
from legal.laws.kinds import TextStatus
from legal.laws.wording import wording
from portal.languages import CODES
from tests.factories import (
    CaseFactory,
    CaseProvisionFactory,
    CaseTextFactory,
    EditionFactory,
    JurisdictionFactory,
    LawFactory,
    ProvisionFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
ENDED = "In the last edition before the day of decision: 2018-01-01. By that day it was repealed or no longer in force."
PARTS = ("facts", "issue", "holding", "significance")


def untold(*columns: str) -> dict[str, str]:
    return {f"{part}_{column}": "" for part in PARTS for column in columns or ("zh_hans", "en", "ru")}


def page(client: Client, case: Case, query: str = "", code: str = "en") -> Any:
    response = client.get(f"/{code}/cases/{case.jurisdiction.code}/{case.slug}/{query}")
    assert response.status_code == 200
    return html.fromstring(response.content)


def text(found: Any, path: str = ".//main") -> str:
    return " ".join(" ".join(one.text_content().split()) for one in found.xpath(path))


@pytest.mark.parametrize("code", CODES)
def test_case_is_told_in_the_readers_language(client: Client, code: str) -> None:
    case = CaseFactory.create(topics=[TopicFactory.create()])
    column = code.replace("-", "_")

    found = page(client, case, code=code)

    assert text(found, ".//h1") == getattr(case, f"title_{column}")
    assert getattr(case, f"holding_{column}") in text(found, ".//*[contains(concat(' ', @class, ' '), ' told-parts ')]")
    assert [one.get("lang") for one in found.xpath(".//*[@class='title flow']//*[@class='kicker']//span")] == [
        tag for tag in ("zh-Hans", "en", "ru") if tag.lower() != code
    ]


def test_case_that_is_not_there_is_not_found(client: Client) -> None:
    CaseFactory.create(slug="silk")

    assert client.get("/en/cases/sg/silk/").status_code == 404


def test_other_languages_stand_beside_part_by_part(client: Client) -> None:
    case = CaseFactory.create(issue_ru="")

    found = page(client, case, "?with=ru&with=kk&with=en")

    columns = [one.get("lang") for one in found.xpath(".//*[@id='facts']/following-sibling::*[1]/self::div/div")]
    assert columns == ["en", "ru"]
    assert "Not told in this language." in text(found, ".//section[@aria-labelledby='issue']")
    assert [
        one.get("value") for one in found.xpath(".//form[contains(concat(' ', @class, ' '), ' filters ')]//input")
    ] == ["zh", "ru"]
    assert "/ru/cases/cn/" in html.tostring(found).decode()


def test_part_that_no_language_shown_has_is_left_out(client: Client) -> None:
    found = page(client, CaseFactory.create(issue_en=""))

    assert [one.get("id") for one in found.xpath(".//*[contains(concat(' ', @class, ' '), ' told-parts ')]//h2")] == [
        "facts",
        "holding",
        "significance",
    ]


def test_case_not_told_in_the_readers_language_says_which_is_shown(client: Client) -> None:
    found = page(client, CaseFactory.create(**untold("en")))

    assert "This case is not told in your language (English). It is shown in: Chinese." in text(found)


def test_digest_and_machine_translation_are_marked(client: Client) -> None:
    digest = text(page(client, CaseFactory.create()))
    machine = text(page(client, CaseFactory.create(status=TextStatus.MACHINE)))
    official = text(page(client, CaseFactory.create(status=TextStatus.OFFICIAL)))

    assert "This is an editorial digest, not the decision itself." in digest
    assert "Some of this was translated by a machine." in machine
    assert "digest, not" not in official


def test_case_with_no_more_than_a_text_shows_that(client: Client) -> None:
    case = CaseFactory.create(**untold(), decided=None, court_level="", source="https://court.example/1")
    CaseTextFactory.create(case=case, body="案情。\n## 裁判结果\n驳回<申请>。", source="https://www.court.example/1")
    CaseTextFactory.create(case=case, language="kk", body="Мәтін.", source="Bulletin")

    found = page(client, case)

    assert "No summary of this case has been written yet" in text(found)
    assert "The day is not known to us" in text(found)
    assert text(found, ".//*[contains(concat(' ', @class, ' '), ' trio ')]//h3") == "裁判结果"
    assert "驳回<申请>。" in text(found, ".//*[contains(concat(' ', @class, ' '), ' trio ')]")
    assert [one.get("lang") for one in found.xpath(".//*[contains(concat(' ', @class, ' '), ' trio ')]//article")] == [
        "zh-Hans",
        "kk",
    ]


def test_case_of_a_title_alone_offers_no_file(client: Client) -> None:
    titled = CaseFactory.create(languages=[], **untold())

    assert "No summary of this case has been written yet. Law applied" in text(page(client, titled))
    assert not page(client, titled).xpath(".//*[@class='files']")
    assert len(page(client, CaseFactory.create()).xpath(".//*[@class='files']/a")) == 4


def test_case_without_its_text_says_so(client: Client) -> None:
    assert "The text of the decision itself is not held here." in text(page(client, CaseFactory.create()))


def test_stale_translation_is_marked_where_it_stands(client: Client) -> None:
    original = CaseTextFactory.create()
    CaseTextFactory.create(case=original.case, language="en", status=TextStatus.TRANSLATION, based_on="0" * 32)
    fresh = CaseTextFactory.create(
        case=original.case, language="ru", status=TextStatus.TRANSLATION, based_on=wording("", original.body)
    )

    found = page(client, fresh.case)

    assert [
        one.getparent().get("lang") for one in found.xpath(".//*[contains(concat(' ', @class, ' '), ' stale ')]")
    ] == ["en"]


def test_provision_is_linked_to_the_edition_of_the_day(client: Client) -> None:
    law = LawFactory.create(slug="arbitration-law")
    edition = EditionFactory.create(law=law, in_force=datetime.date(2018, 1, 1))
    ProvisionFactory.create(edition=edition, number="20", path="article-20")
    told = CaseTextFactory.create(body="依《仲裁法》第二十条。")
    case = told.case
    held = CaseProvisionFactory.create(case=case, law=law, edition=edition, path="article-20")
    CaseProvisionFactory.create(case=case, law=law, edition=edition, path="article-99")
    CaseMention.objects.create(text=told, applied=held, start=1, end=6)

    found = page(client, case)

    links = {
        one.text_content(): one.get("href")
        for one in found.xpath(".//aside//*[contains(concat(' ', @class, ' '), ' ledger ')]//a")
    }
    assert links == {
        "Article 20": "/en/laws/cn/arbitration-law/2018-01-01/article-20/",
        "Article 99": "/en/laws/cn/arbitration-law/2018-01-01/",
    }
    assert [one.get("href") for one in found.xpath(".//*[contains(concat(' ', @class, ' '), ' trio ')]//a")] == [
        links["Article 20"]
    ]
    assert "In the edition in force on the day of decision: 2018-01-01." in text(found, ".//aside")


@pytest.mark.parametrize(
    ("edition", "law", "told"),
    [
        ({}, {}, "In the edition in force on the day of decision: 2018-01-01."),
        ({"until": datetime.date(2022, 9, 19)}, {}, "In the edition in force on the day of decision: 2018-01-01."),
        (
            {"until": datetime.date(2022, 9, 18)},
            {},
            ENDED,
        ),
        (
            {},
            {"repealed": datetime.date(2021, 1, 1)},
            ENDED,
        ),
        (
            {"in_force": None, "adopted": datetime.date(2018, 1, 1)},
            {},
            "In the last edition by the day of decision: 2018-01-01. The day on which it came into force is not known.",
        ),
    ],
)
def test_page_says_of_the_edition_no_more_than_is_known(
    client: Client, edition: dict[str, Any], law: dict[str, Any], told: str
) -> None:
    held = EditionFactory.create(
        law=LawFactory.create(**law), slug="2018-01-01", **({"in_force": datetime.date(2018, 1, 1)} | edition)
    )
    applied = CaseProvisionFactory.create(law=held.law, edition=held)

    assert told in text(page(client, applied.case), ".//aside")


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        (datetime.date(1990, 1, 1), "The edition of the day of decision is not held"),
        (None, "The day of decision is not known"),
    ],
)
def test_provision_without_its_edition_leads_to_the_law_and_says_why(
    client: Client, decided: datetime.date | None, told: str
) -> None:
    applied = CaseProvisionFactory.create(
        case=CaseFactory.create(decided=decided), law=LawFactory.create(slug="arbitration-law"), path="article-20"
    )

    found = page(client, applied.case)

    assert [
        one.get("href") for one in found.xpath(".//aside//*[contains(concat(' ', @class, ' '), ' ledger ')]//a")
    ] == ["/en/laws/cn/arbitration-law/"]
    assert told in text(found, ".//aside")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("zh-hans", ["附件1第五条", "附件第五条", "附表2第五条", "议定书3第五条", "第五条"]),
        (
            "en",
            [
                "Article 5 of Annex 1",
                "Article 5 of the annex",
                "Article 5 of Schedule 2",
                "Article 5 of Protocol 3",
                "Article 5",
            ],
        ),
        (
            "ru",
            [
                "Статья 5 приложения 1",
                "Статья 5 приложения",
                "Статья 5 приложения 2",
                "Статья 5 протокола 3",
                "Статья 5",
            ],
        ),
    ],
)
def test_article_of_an_annex_is_called_with_its_annex(client: Client, code: str, names: list[str]) -> None:
    case, law = CaseFactory.create(), LawFactory.create()
    for place in ("annex-1/", "annex/", "schedule-2/", "protocol-3/", "decision/"):
        CaseProvisionFactory.create(case=case, law=law, path=f"{place}article-5")

    found = page(client, case, code=code)

    assert [" ".join(one.text_content().split()) for one in found.xpath(".//main//aside//li/a")][: len(names)] == names


def test_law_that_is_not_held_is_named_without_a_link(client: Client) -> None:
    case = CaseFactory.create()
    JurisdictionFactory.create()
    CaseProvisionFactory.create(case=case, name="cn-insurance-law", path="article-30", stated=True)
    CaseProvisionFactory.create(case=case, name="zz-insurance-law", path="", stated=True)
    CaseProvisionFactory.create(case=case, name="《票据法》", path="section-1")

    found = page(client, case)

    assert [one.text_content() for one in found.xpath(".//aside//h3")] == [
        "China: insurance law", "zz-insurance-law", "《票据法》",
    ]  # fmt: skip
    assert "Article 30" in text(found, ".//aside")
    assert found.xpath(".//aside//h3//a") == []


def test_case_that_applies_nothing_recorded_says_so(client: Client) -> None:
    assert "No provision applied by this case is recorded." in text(page(client, CaseFactory.create()))


def test_cases_are_shown_both_ways(client: Client) -> None:
    first, second = CaseFactory.create(slug="first"), CaseFactory.create(slug="second")
    CaseRelation.objects.create(case=second, other=first, kind=RelationKind.FOLLOWS, name="cn-first")
    CaseRelation.objects.create(case=second, kind=RelationKind.DEPARTS, name="[1999] 1 AC 1")

    later, earlier = page(client, second), page(client, first)

    assert "Follows" in text(later, ".//aside")
    assert "[1999] 1 AC 1 (not held here)" in text(later, ".//aside")
    assert "Followed by" in text(earlier, ".//aside")
    assert [one.get("href") for one in earlier.xpath(".//aside//ul//a")] == ["/en/cases/cn/second/"]


def test_page_takes_as_many_queries_for_three_rows_as_for_one(
    django_assert_max_num_queries: Any, client: Client
) -> None:
    counted = []
    for number in (1, 3):
        told = CaseTextFactory.create()
        for _ in range(number):
            law = LawFactory.create()
            edition = EditionFactory.create(law=law)
            applied = CaseProvisionFactory.create(case=told.case, law=law, edition=edition)
            CaseMention.objects.create(text=told, applied=applied, start=0, end=2)
            CaseRelation.objects.create(
                case=told.case, other=CaseFactory.create(), kind=RelationKind.FOLLOWS, name=f"cn-{edition.pk}"
            )
        with django_assert_max_num_queries(20) as captured:
            page(client, told.case)
        counted.append(len(captured))
    assert counted[0] == counted[1]
