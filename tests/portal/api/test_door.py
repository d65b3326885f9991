"""What holds at every address of the interface: methods, formats, limits, copies, and whose page may read it."""

from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import Settings

from portal.api import door
from portal.reference.models import Jurisdiction
from tests.factories import JurisdictionFactory

pytestmark = pytest.mark.django_db
PLACE = "/api/v1/jurisdictions/cn"
ARTICLE = "/api/v1/laws/cn/sample/provisions/article-1"


@pytest.fixture
def place() -> Jurisdiction:
    return JurisdictionFactory.create()


def told(response: Any) -> dict[str, Any]:
    return {"status": response.status_code, **response.json()}


@pytest.mark.usefixtures("place")
def test_head_is_answered_like_get_without_a_body(client: Client) -> None:
    whole, head = client.get(PLACE), client.head(PLACE)

    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])


def test_options_tell_what_is_allowed(client: Client) -> None:
    response = client.options(PLACE)

    assert (response.status_code, response["Allow"], response.content) == (204, "GET, HEAD, OPTIONS", b"")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nothing_is_written(client: Client, method: str) -> None:
    response = getattr(client, method)(PLACE)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.json()["code"] == "method-not-allowed"


def test_form_without_a_token_is_told_that_nothing_is_written() -> None:
    assert Client(enforce_csrf_checks=True).post(PLACE).status_code == 405


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("accepted", "status"), [("application/json", 200), ("*/*", 200), ("text/html", 406), ("image/png, text/*", 406)]
)
def test_format_that_is_not_given_is_refused(client: Client, accepted: str, status: int) -> None:
    assert client.get(PLACE, headers={"accept": accepted}).status_code == status


@pytest.mark.parametrize(
    ("query", "details"),
    [
        ("lang=fr", [("lang", "choice")]),
        ("lang=en&lang=ru", [("lang", "repeated")]),
        ("nonsense=1&lang=xx", [("nonsense", "unknown"), ("lang", "choice")]),
        ("fields=code,password", [("fields", "form")]),
    ],
)
@pytest.mark.usefixtures("place")
def test_parameter_that_means_nothing_is_refused_by_name(
    client: Client, query: str, details: list[tuple[str, str]]
) -> None:
    response = client.get(f"{PLACE}?{query}")

    assert response.status_code == 422
    assert [(one["parameter"], one["reason"]) for one in response.json()["details"]] == details


@pytest.mark.parametrize(
    ("language", "message"),
    [("zh", "没有这一法域。"), ("en", "There is no such jurisdiction."), ("ru", "Такой юрисдикции нет.")],
)
def test_error_is_told_in_the_language_asked_for(client: Client, language: str, message: str) -> None:
    by_parameter = client.get(f"/api/v1/jurisdictions/xx?lang={language}")
    by_header = client.get("/api/v1/jurisdictions/xx", headers={"accept-language": f"de, {language};q=0.5"})

    error = {"status": 404, "code": "not-found", "message": message, "details": []}
    assert [told(by_parameter), told(by_header)] == [error, error]
    assert by_parameter["Content-Language"] == {"zh": "zh-hans"}.get(language, language)


@pytest.mark.usefixtures("place")
def test_cookie_chooses_no_language(client: Client) -> None:
    client.cookies["language"] = "ru"

    assert client.get(PLACE, headers={"accept-language": "en"}).json()["name"] == "China"


@pytest.mark.usefixtures("place")
def test_language_without_any_wish_is_the_portals(client: Client) -> None:
    assert client.get(PLACE).json()["name"] == "中国"


@pytest.mark.usefixtures("place")
def test_requests_are_counted_down_and_then_refused(client: Client, settings: Settings) -> None:
    settings.API_RATE = "2/h"

    answers = [client.get(PLACE) for _ in range(3)]

    assert [one.status_code for one in answers] == [200, 200, 429]
    assert [one["RateLimit-Remaining"] for one in answers] == ["1", "0", "0"]
    assert {one["RateLimit-Limit"] for one in answers} == {"2"}
    assert 0 < int(answers[-1]["Retry-After"]) <= 3600
    assert answers[-1].json()["code"] == "too-many-requests"


@pytest.mark.usefixtures("place")
def test_nothing_is_said_of_limits_while_nobody_counts(client: Client, settings: Settings, unused_port: int) -> None:
    away = {**settings.CACHES["default"], "LOCATION": f"redis://127.0.0.1:{unused_port}/0"}
    settings.CACHES = {**settings.CACHES, "default": away}

    response = client.get(PLACE)

    assert (response.status_code, response.has_header("RateLimit-Limit")) == (200, False)


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize("address", [PLACE, ARTICLE, f"{ARTICLE}?language=ru"])
def test_copy_that_is_right_is_not_sent_again(client: Client, address: str) -> None:
    first = client.get(address)

    again = client.get(address, headers={"if-none-match": first["ETag"]})
    other = client.get(address, headers={"if-none-match": '"another"'})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert (other.status_code, other.content) == (200, first.content)


def test_copy_is_known_by_when_the_record_changed(client: Client, law: Any) -> None:
    first = client.get(ARTICLE)

    again = client.get(ARTICLE, headers={"if-modified-since": first["Last-Modified"]})
    before = client.get(ARTICLE, headers={"if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT"})

    assert (again.status_code, before.status_code) == (304, 200)


def test_body_is_made_once_until_something_changes(client: Client, law: Any, django_assert_num_queries: Any) -> None:
    first = client.get(ARTICLE)
    with django_assert_num_queries(1):  # whether anything has changed
        assert client.get(ARTICLE).content == first.content

    law.editions.get(slug="2020-01-01").provisions.get(path="article-1").texts.update(body="changed")
    kept = client.get(ARTICLE)
    law.save_base(update_fields=["changed_at"])
    type(law).objects.update(changed_at=law.changed_at.replace(year=2030))
    new = client.get(ARTICLE)

    assert kept.content == first.content
    assert {text["body"] for text in new.json()["texts"]} == {"changed"}


@pytest.mark.usefixtures("law")
def test_body_made_by_another_process_is_taken_from_the_cache(client: Client, django_assert_num_queries: Any) -> None:
    first = client.get(ARTICLE)
    caches["near"].clear()

    with django_assert_num_queries(1):  # whether anything has changed
        again = client.get(ARTICLE)

    assert again.content == first.content


def test_long_body_is_made_anew(client: Client, law: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LARGEST_KEPT", 10)
    client.get(ARTICLE)

    law.editions.get(slug="2020-01-01").provisions.get(path="article-1").texts.update(body="changed")

    assert {text["body"] for text in client.get(ARTICLE).json()["texts"]} == {"changed"}


@pytest.mark.usefixtures("law")
def test_absence_is_not_kept(client: Client) -> None:
    assert [client.get("/api/v1/laws/cn/none").status_code for _ in range(2)] == [404, 404]


@pytest.mark.usefixtures("place")
def test_copies_may_be_kept_by_anybody_for_a_minute(client: Client) -> None:
    response = client.get(PLACE)

    assert response["Cache-Control"] == "public, max-age=60"
    assert set(response["Vary"].split(", ")) == {"Accept", "Accept-Language", "origin"}
    assert client.get("/api/v1/jurisdictions/xx")["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.usefixtures("place")
def test_page_of_another_site_may_read_the_interface(client: Client) -> None:
    origin = {"origin": "https://elsewhere.example"}

    read = client.get(PLACE, headers=origin)
    asked = client.options(PLACE, headers=origin | {"access-control-request-method": "POST"})

    assert read["Access-Control-Allow-Origin"] == "*"
    assert "RateLimit-Remaining" in read["Access-Control-Expose-Headers"]
    assert not read.has_header("Access-Control-Allow-Credentials")
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_page_of_another_site_reads_no_other_page(client: Client) -> None:
    response = client.get("/en/laws/", headers={"origin": "https://elsewhere.example"})

    assert not response.has_header("Access-Control-Allow-Origin")


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/none", 404, "not-found"),
        ("/api/", 404, "not-found"),
        ("/api/v1/laws/cn/x%00y", 400, "bad-request"),
        ("/api/v1/laws?" + "&".join(f"p{number}=1" for number in range(1100)), 400, "bad-request"),
    ],
)
def test_error_from_before_the_door_has_the_same_shape(client: Client, address: str, status: int, code: str) -> None:
    response = client.get(address, headers={"accept-language": "en"})

    assert (response.status_code, response.json()["code"], set(response.json())) == (
        status,
        code,
        {"code", "message", "details"},
    )


def test_body_that_is_too_large_is_refused_in_the_same_shape(client: Client, settings: Settings) -> None:
    settings.FILES_LARGEST = -(2**20)

    response = client.post(PLACE, b"x" * 100, content_type="application/json")

    assert (response.status_code, response.json()["code"]) == (413, "too-large")


@pytest.mark.parametrize(
    "value", ["%00", "%FF%FE", "x" * 90_000, "%D8%00", "1e9", "-1", "０", "🙂", "'; --", "2021-02-30", "20210101", ""]
)
@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/laws?cursor=",
        "/api/v1/laws?limit=",
        "/api/v1/laws?kind=",
        "/api/v1/laws?jurisdiction=",
        f"{ARTICLE}?as_of=",
        f"{ARTICLE}?language=",
        f"{PLACE}?fields=",
        f"{PLACE}?lang=",
        "/api/v1/cases?law=",
    ],
)
@pytest.mark.usefixtures("law", "unlimited")
def test_hostile_value_is_refused_and_nothing_fails(client: Client, address: str, value: str) -> None:
    response = client.get(f"{address}{value}")

    fits = response.status_code == 200 and (address.endswith(("jurisdiction=", "law=")) or value == "")
    assert fits or told(response)["status"] == 422
    assert "Traceback" not in response.text
