"""What readers are told when a page cannot be given."""

from typing import Any

import pytest
import redis
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext
from django_ratelimit.exceptions import Ratelimited

from portal import urls
from portal.languages import CODES

pytestmark = pytest.mark.django_db

ERRORS = {
    "denied": PermissionDenied("secret reason"),
    "often": Ratelimited(),
    "suspicious": SuspiciousOperation("secret reason"),
    "broken": ValueError("secret reason"),
    "database": OperationalError("secret reason"),
    "redis": redis.ConnectionError("secret reason"),
}


def fail(request: HttpRequest, code: str, error: str) -> HttpResponse:
    raise ERRORS[error]


urlpatterns = [path("<str:code>/fail/<str:error>/", fail), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


@pytest.fixture(autouse=True)
def _failing_pages(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def told(sentence: str, code: str) -> str:
    with translation.override(code):
        return escape(gettext(sentence))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        ("denied", 403, "You may not open this page"),
        ("often", 429, "Too many requests"),
        ("suspicious", 400, "This request could not be understood"),
        ("broken", 500, "Something went wrong on our side"),
        ("database", 503, "The portal is away for a moment"),
        ("redis", 503, "The portal is away for a moment"),
    ],
)
def test_error_is_told_in_the_language_of_the_address(
    client: Client, code: str, error: str, status: int, heading: str
) -> None:
    response = client.get(f"/{code}/fail/{error}/")

    assert response.status_code == status
    assert f'<html lang="{"zh-Hans" if code == "zh-hans" else code}">' in response.text
    assert told(heading, code) in response.text
    assert f'href="/en/fail/{error}/"' in response.text
    assert "secret reason" not in response.text


@pytest.mark.parametrize(("error", "seconds"), [("often", "60"), ("database", "60"), ("broken", None)])
def test_error_that_passes_says_when_to_come_back(client: Client, error: str, seconds: str | None) -> None:
    assert client.get(f"/en/fail/{error}/").headers.get("Retry-After") == seconds


@pytest.mark.parametrize("code", CODES)
def test_page_that_is_not_here_offers_a_search(client: Client, code: str) -> None:
    response = client.get(f"/{code}/nothing/")

    assert response.status_code == 404
    assert 'role="search"' in response.text
    assert '<meta name="robots" content="noindex">' in response.text


def test_address_without_a_language_is_answered_in_the_readers(client: Client) -> None:
    response = client.get("/nothing", headers={"Accept-Language": "ru"})

    assert response.status_code == 404
    assert '<html lang="ru">' in response.text
    assert 'href="/zh-hans/"' in response.text


def test_host_that_is_not_ours_is_refused_in_words(client: Client) -> None:
    response = client.get("/en/", headers={"Host": "elsewhere.example"})

    assert response.status_code == 400
    assert "This request could not be understood" in response.text


@pytest.mark.parametrize("code", CODES)
def test_form_without_its_token_is_refused_in_words(code: str) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/console/language/", {"language": "en"}, headers={"Accept-Language": code})

    assert response.status_code == 403
    assert told("The form could not be accepted", code) in response.text


@pytest.mark.parametrize("error", ["denied", "broken"])
def test_error_pages_are_under_the_strict_policy(client: Client, error: str) -> None:
    policy = client.get(f"/en/fail/{error}/")["Content-Security-Policy"]

    assert "unsafe" not in policy
