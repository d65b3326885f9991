"""Cases as programs read them."""

import datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from legal.cases.models import Case, CaseRelation
from legal.laws.models import Law
from tests.factories import CaseFactory, CaseProvisionFactory, JurisdictionFactory, TopicFactory
from tests.portal.api.samples import a_case, a_law

pytestmark = pytest.mark.django_db
PLACE = "/api/v1/cases/cn/sample"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    for name in ("default", "near"):
        caches[name].clear()


@pytest.fixture
def case() -> Case:
    return a_case(a_law())


def test_case_is_given_with_all_that_belongs_to_it(client: Client, case: Case) -> None:
    earlier = CaseFactory.create(slug="earlier")
    CaseProvisionFactory.create(case=case, name="《民法典》", path="")
    CaseRelation.objects.create(case=case, other=earlier, kind="follows", name="cn-earlier")
    CaseRelation.objects.create(case=case, kind="departs-from", name="Some v Other")

    told = client.get(f"{PLACE}?lang=ru").json()

    assert told.pop("changed")
    assert {part: told.pop(part)["en"] for part in ("facts", "issue", "holding", "significance")} == {
        "facts": case.facts_en,
        "issue": case.issue_en,
        "holding": case.holding_en,
        "significance": case.significance_en,
    }
    assert told == {
        "jurisdiction": "cn",
        "slug": "sample",
        "number": case.number,
        "court": {"zh": case.court_zh_hans, "en": case.court_en, "ru": case.court_ru},
        "court_level": "supreme",
        "decided": "2022-09-18",
        "title": case.title_ru,
        "title_language": "ru",
        "titles": {"zh": case.title_zh_hans, "en": case.title_en, "ru": case.title_ru},
        "parties": {"zh": case.parties_zh_hans, "en": case.parties_en, "ru": case.parties_ru},
        "status": "digest",
        "original_language": "zh",
        "languages": ["en", "ru", "zh"],
        "topics": [],
        "source": case.source,
        "applies": [
            {"name": "《仲裁法》", "jurisdiction": "cn", "law": "sample", "edition": "2020-01-01", "path": "article-1"},
            {"name": "《民法典》", "jurisdiction": None, "law": None, "edition": None, "path": ""},
        ],
        "relations": [
            {"kind": "follows", "name": "cn-earlier", "jurisdiction": "cn", "case": "earlier"},
            {"kind": "departs-from", "name": "Some v Other", "jurisdiction": None, "case": None},
        ],
        "texts": [
            {
                "language": "zh",
                "body": "## 裁判结果\n驳回申请。",
                "status": "official",
                "source": "",
                "stale": False,
            }
        ],
        "url": "http://testserver/ru/cases/cn/sample/",
    }


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["sample", "other"]),
        ("jurisdiction=sg", ["other"]),
        ("level=basic", ["other"]),
        ("topic=contract", ["other"]),
        ("year=2022", ["sample"]),
        ("law=cn-sample", ["sample"]),
        ("law=cn-sample&place=article-1", ["sample"]),
        ("law=cn-sample&place=article-2", []),
        ("law=cn-none", []),
    ],
)
def test_cases_are_filtered(client: Client, query: str, found: list[str]) -> None:
    place, topic = JurisdictionFactory.create(code="sg"), TopicFactory.create()
    day = datetime.date(2019, 1, 1)
    CaseFactory.create(slug="other", jurisdiction=place, court_level="basic", topics=[topic], decided=day)

    told = client.get(f"/api/v1/cases?{query}").json()

    assert [one["slug"] for one in told["items"]] == found


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_cases_takes_so_many_queries(client: Client, number: int, django_assert_num_queries: Any) -> None:
    law = a_law()
    for case in CaseFactory.create_batch(number):
        CaseProvisionFactory.create(case=case, law=law, edition=law.editions.first())
        CaseRelation.objects.create(case=case, kind="follows", name="cn-earlier", other=CaseFactory.create())

    with django_assert_num_queries(5):
        told = client.get("/api/v1/cases?lang=en").json()

    assert len(told["items"]) == 2 * number


@pytest.mark.parametrize(("language", "message"), [("zh", "没有"), ("en", "There is no such case."), ("ru", "нет")])
def test_case_that_is_not_there_is_said_not_to_be(client: Client, language: str, message: str) -> None:
    response = client.get(f"/api/v1/cases/cn/none?lang={language}")

    assert (response.status_code, message in response.json()["message"]) == (404, True)


def test_case_is_different_once_a_law_it_applies_is(client: Client, case: Case) -> None:
    early, late = (datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (2020, 2021))
    Case.objects.update(changed_at=early)
    Law.objects.update(changed_at=late)

    assert client.get(PLACE)["Last-Modified"] == "Fri, 01 Jan 2021 00:00:00 GMT"
