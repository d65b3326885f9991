"""Laws, editions and provisions as programs read them."""

import datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from legal.laws.kinds import TextStatus
from legal.laws.models import Law, ProvisionText
from tests.factories import EditionFactory, JurisdictionFactory, LawFactory, RegionFactory
from tests.portal.api.samples import a_law

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/laws/cn/sample"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    for name in ("default", "near"):
        caches[name].clear()


@pytest.fixture
def law() -> Law:
    return a_law()


def bodies(record: dict[str, Any]) -> dict[str, str]:
    return {text["language"]: text["body"] for text in record["texts"]}


def test_law_is_given_with_how_it_stands_today(client: Client, law: Law) -> None:
    law.changed_at = datetime.datetime(2024, 5, 1, 8, tzinfo=datetime.UTC)
    law.region = RegionFactory.create()
    law.save()

    response = client.get(f"{ROOT}?lang=en")

    assert response["Last-Modified"] == "Wed, 01 May 2024 08:00:00 GMT"
    assert response.json() == {
        "jurisdiction": "cn",
        "slug": "sample",
        "region": "CN-XJ",
        "kind": "law",
        "unit": "article",
        "number": "",
        "title": law.title_en,
        "title_language": "en",
        "titles": {"zh": law.title_zh_hans, "en": law.title_en, "ru": law.title_ru},
        "short_titles": {},
        "summaries": {},
        "authorities": {},
        "adopted": None,
        "in_force": None,
        "repealed": None,
        "status": "in-force",
        "edition": "2020-01-01",
        "original_language": "zh",
        "languages": ["en", "ru", "zh"],
        "topics": ["contract"],
        "source": "",
        "changed": "2024-05-01T08:00:00Z",
        "url": "http://testserver/en/laws/cn/sample/",
    }


def test_law_without_a_title_in_the_language_says_which_it_gives(client: Client, law: Law) -> None:
    Law.objects.update(title_ru="")

    told = client.get(f"{ROOT}?lang=ru&fields=title,title_language").json()

    assert told == {"title": law.title_zh_hans, "title_language": "zh"}


def test_law_without_an_edition_is_told_too(client: Client) -> None:
    LawFactory.create(slug="bare")

    told = client.get("/api/v1/laws/cn/bare?fields=edition,status").json()

    assert told == {"status": "unknown", "edition": None}


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["sample", "other"]),
        ("jurisdiction=kz", ["other"]),
        ("kind=code", ["other"]),
        ("topic=contract", ["sample"]),
        ("language=ru", ["sample"]),
        ("status=in-force", ["sample"]),
        ("status=repealed", ["other"]),
        ("jurisdiction=cn&kind=code", []),
    ],
)
def test_laws_are_filtered(client: Client, query: str, found: list[str]) -> None:
    repealed = datetime.date(2000, 1, 1)
    place = JurisdictionFactory.create(code="kz")
    LawFactory.create(slug="other", jurisdiction=place, kind="code", repealed=repealed)

    told = client.get(f"/api/v1/laws?{query}").json()

    assert [one["slug"] for one in told["items"]] == found


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_laws_takes_so_many_queries(client: Client, number: int, django_assert_num_queries: Any) -> None:
    for law in LawFactory.create_batch(number):
        EditionFactory.create(law=law)

    with django_assert_num_queries(3):
        told = client.get("/api/v1/laws?lang=en").json()

    assert len(told["items"]) == number


@pytest.mark.usefixtures("law")
def test_editions_are_listed_and_given(client: Client) -> None:
    listed = client.get(f"{ROOT}/editions?lang=zh").json()
    one = client.get(f"{ROOT}/editions/2020-01-01?lang=zh").json()

    assert [(edition["slug"], edition["current"]) for edition in listed["items"]] == [
        ("2010-01-01", False),
        ("2020-01-01", True),
    ]
    assert one == listed["items"][1]
    assert (one["in_force"], one["until"], one["url"]) == (
        "2020-01-01",
        None,
        "http://testserver/zh-hans/laws/cn/sample/2020-01-01/",
    )


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("query", "year"),
    [("", "2020"), ("as_of=2020-01-01", "2020"), ("as_of=2019-12-31", "2010"), ("as_of=9999-12-31", "2020")],
)
def test_provision_is_given_as_of_a_day(client: Client, query: str, year: str) -> None:
    one = client.get(f"{ROOT}/provisions/article-1?{query}").json()
    listed = client.get(f"{ROOT}/provisions?{query}").json()

    assert bodies(one) == {language: f"{year} {language}" for language in ("en", "ru", "zh")}
    assert [record["path"] for record in listed["items"]] == ["chapter-1", "article-1"]
    assert listed["items"][1] == one


@pytest.mark.usefixtures("law")
def test_provision_tells_where_it_stands(client: Client) -> None:
    told = client.get(f"{ROOT}/editions/2010-01-01/provisions/article-1?lang=ru&language=zh").json()

    assert told == {
        "jurisdiction": "cn",
        "law": "sample",
        "edition": "2010-01-01",
        "path": "article-1",
        "kind": "article",
        "number": "1",
        "parent": "chapter-1",
        "depth": 1,
        "texts": [
            {
                "language": "zh",
                "label": "第1条",
                "heading": "",
                "body": "2010 zh",
                "status": "official",
                "source": "",
                "stale": False,
            }
        ],
        "url": "http://testserver/ru/laws/cn/sample/2010-01-01/article-1/",
    }


@pytest.mark.usefixtures("law")
def test_text_is_never_put_in_another_languages_place(client: Client) -> None:
    one = client.get(f"{ROOT}/provisions/article-1?language=kk").json()
    listed = client.get(f"{ROOT}/editions/2020-01-01/provisions?language=ru").json()

    assert one["texts"] == []
    assert [bodies(record) for record in listed["items"]] == [{}, {"ru": "2020 ru"}]


@pytest.mark.usefixtures("law")
def test_translation_of_other_words_is_said_to_be(client: Client) -> None:
    ProvisionText.objects.filter(language="ru").update(status=TextStatus.TRANSLATION, based_on="0" * 32)

    told = client.get(f"{ROOT}/provisions/article-1").json()

    assert {text["language"]: text["stale"] for text in told["texts"]} == {"en": False, "ru": True, "zh": False}


@pytest.mark.usefixtures("law")
def test_provisions_come_in_pages(client: Client) -> None:
    first = client.get(f"{ROOT}/provisions?limit=1&fields=path").json()
    second = client.get(first["next"]).json()

    assert (first["items"], second) == ([{"path": "chapter-1"}], {"items": [{"path": "article-1"}], "next": None})


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("/api/v1/laws/cn/none", "There is no such law."),
        ("/api/v1/laws/kz/sample", "There is no such law."),
        (f"{ROOT}/editions/2021-01-01", "This law has no such edition."),
        (f"{ROOT}/editions/2021-01-01/provisions", "This law has no such edition."),
        (f"{ROOT}/provisions?as_of=2009-12-31", "This law had no edition on that day."),
        (f"{ROOT}/provisions/article-9", "This edition has no such provision."),
        (f"{ROOT}/editions/2020-01-01/provisions/article-9", "This edition has no such provision."),
    ],
)
def test_what_is_not_there_is_named(client: Client, address: str, message: str) -> None:
    response = client.get(address, headers={"accept-language": "en"})

    assert (response.status_code, response.json()["message"]) == (404, message)


def test_record_is_different_from_the_day_an_edition_begins(
    client: Client, law: Law, monkeypatch: pytest.MonkeyPatch
) -> None:
    Law.objects.update(changed_at=datetime.datetime(2009, 1, 1, tzinfo=datetime.UTC))
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2015, 6, 1))

    before = client.get(ROOT)
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2020, 1, 1))
    after = client.get(ROOT, headers={"if-modified-since": before["Last-Modified"]})

    assert before["Last-Modified"] == "Thu, 31 Dec 2009 16:00:00 GMT"  # midnight in Shanghai
    assert (after.status_code, after.json()["edition"]) == (200, "2020-01-01")
