"""Pages of a list."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from portal.api.paging import cursor, place
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


def pages(client: Client, address: str) -> list[list[str]]:
    found = []
    while address:
        page = client.get(address).json()
        found.append([one["slug"] for one in page["items"]])
        address = page["next"]
    return found


@pytest.mark.parametrize("number", [0, 1, 3])
def test_list_is_read_to_its_end(client: Client, number: int, django_assert_num_queries: Any) -> None:
    slugs = [TopicFactory.create(slug=f"topic-{one}").slug for one in range(number)]

    with django_assert_num_queries(1):
        whole = client.get("/api/v1/topics").json()

    assert ([one["slug"] for one in whole["items"]], whole["next"]) == (slugs, None)
    assert pages(client, "/api/v1/topics?limit=2") == [slugs[:2], slugs[2:]][: max(1, (number + 1) // 2)]


def test_page_stays_where_it_is_whatever_comes_and_goes(client: Client) -> None:
    topics = [TopicFactory.create(slug=f"topic-{one}") for one in range(4)]
    first = client.get("/api/v1/topics?limit=2&fields=slug").json()

    topics[0].delete()
    TopicFactory.create(slug="later", position=0)
    rest = pages(client, first["next"])

    assert rest == [["topic-2", "topic-3"], ["later"]]


def test_next_page_is_named_in_the_header_too_and_keeps_what_was_asked(client: Client) -> None:
    for number in range(2):
        TopicFactory.create(slug=f"topic-{number}")

    response = client.get("/api/v1/topics?limit=1&fields=slug&lang=en")

    assert response["Link"] == f'<{response.json()["next"]}>; rel="next"'
    assert "limit=1&fields=slug&lang=en&cursor=" in urlsplit(response.json()["next"]).query


@pytest.mark.parametrize("number", [0, 1, 2**31, 2**63 - 1])
def test_place_is_read_back_from_its_cursor(number: int) -> None:
    assert place(cursor(number)) == number


@pytest.mark.parametrize("word", ["___________", "-----------"])
def test_cursor_behind_every_row_gives_an_empty_page(client: Client, word: str) -> None:
    TopicFactory.create()

    assert client.get(f"/api/v1/topics?cursor={word}").json() == {"items": [], "next": None}


@pytest.mark.parametrize("limit", ["0", "101", "-1", "1.0", "+1", "１", "9" * 5000])
def test_limit_out_of_bounds_is_refused(client: Client, limit: str) -> None:
    response = client.get("/api/v1/topics", {"limit": limit})

    assert [one["parameter"] for one in response.json()["details"]] == ["limit"]
