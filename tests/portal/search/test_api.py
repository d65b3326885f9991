"""Search as programs ask it."""

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django import Settings

from portal.search import actions
from portal.search.api import result_record
from portal.search.presenting import Shown
from portal.search.registry import Hit
from portal.search.searching import Found
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def test_result_is_given_without_the_marks_for_people(client: Client, notes: Notes) -> None:
    notes.add(1, "关于合同的<规定>", headings={"zh": "合同"}, facets={"jurisdiction": ["cn"]})
    actions.apply()

    told = client.get("/api/v1/search", {"q": "合同", "jurisdiction": "cn", "lang": "en"}).json()

    assert told == {
        "items": [
            {
                "source": "notes",
                "title": "Note 1",
                "place": ["Notes"],
                "language": "zh",
                "words": "关于合同的<规定>",
                "worth": "",
                "url": "http://testserver/notes/1/",
            }
        ],
        "next": None,
    }


def test_results_are_narrowed(client: Client, notes: Notes) -> None:
    notes.add(1, "合同", facets={"jurisdiction": ["cn"]})
    actions.apply()

    elsewhere = client.get("/api/v1/search", {"q": "合同", "jurisdiction": "kz"}).json()
    repealed = client.get("/api/v1/search", {"q": "合同", "status": "repealed"}).json()

    assert (elsewhere["items"], repealed["items"]) == ([], [])


def test_results_come_in_pages(client: Client, notes: Notes) -> None:
    for key in range(1, 6):
        notes.add(key, f"合同之{key}")
    actions.apply()

    sizes, address = [], "/api/v1/search?q=合同&limit=2&fields=title"
    while address:
        page = client.get(address).json()
        sizes.append(len(page["items"]))
        address = page["next"]

    assert sizes == [2, 2, 1]


def test_work_without_words_has_none() -> None:
    hit = Hit(1, "/notes/1/", "Note 1", [], [], "zh")
    bare = Shown(hit, Found("notes", 1, 1.0, whole=True), None, "", None, own=False, readable=True)

    record = result_record(bare, RequestFactory().get("/"))

    assert (record.language, record.words, record.worth) == (None, "", "")


@pytest.mark.usefixtures("index_dir")
def test_program_is_asked_to_wait_while_there_is_no_index(client: Client) -> None:
    response = client.get("/api/v1/search?q=x")

    assert (response.status_code, response.json()["code"], response["Retry-After"]) == (503, "unavailable", "60")


@pytest.mark.parametrize(
    ("query", "details"),
    [
        ("", [("q", "missing")]),
        ("q=", [("q", "form")]),
        (f"q={'x' * 2001}", [("q", "form")]),
        ("q=x&status=dead&year=20", [("year", "form"), ("status", "form")]),
    ],
)
def test_question_that_makes_no_sense_is_refused(client: Client, query: str, details: list[tuple[str, str]]) -> None:
    response = client.get(f"/api/v1/search?{query}")

    assert [(one["parameter"], one["reason"]) for one in response.json()["details"]] == details


@pytest.mark.usefixtures("notes")
def test_searches_are_counted_by_themselves(client: Client, settings: Settings) -> None:
    settings.SEARCH_RATE = "1/h"
    actions.apply()

    answers = [client.get("/api/v1/search?q=%00\x1f").status_code for _ in range(2)]

    assert answers == [200, 429]
    assert client.get("/api/v1/topics").status_code == 200
