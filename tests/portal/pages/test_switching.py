"""The first visit's language, the switch that keeps the reader's place, and the choice that is remembered."""

import pytest
from django.conf import settings
from django.test import Client

from portal.accounts.models import User
from portal.languages import CODES
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("zh-CN,zh;q=0.9", "zh-hans"),
        ("zh-TW", "zh-hans"),
        ("zh-Hant", "zh-hans"),
        ("zh-Hans-CN", "zh-hans"),
        ("zh", "zh-hans"),
        ("en-US,en;q=0.9", "en"),
        ("ru-KZ", "ru"),
        ("kk,ru;q=0.8,en;q=0.5", "ru"),
        ("de,en;q=0.3", "en"),
        ("ja", "zh-hans"),
        ("", "zh-hans"),
        ("*", "zh-hans"),
        ("nonsense;;;q=x", "zh-hans"),
    ],
)
def test_first_visit_follows_what_the_browser_accepts(client: Client, accepted: str, code: str) -> None:
    response = client.get("/", headers={"Accept-Language": accepted})

    assert (response.status_code, response["Location"]) == (302, f"/{code}/")
    assert {"Accept-Language", "Cookie"} <= {part.strip() for part in response["Vary"].split(",")}


def test_switch_keeps_place_and_query(client: Client) -> None:
    page = " ".join(client.get("/en/terms/?q=%D1%81%D1%83%D0%B4&topic=").text.split())

    for tag, code in (("zh-Hans", "zh-hans"), ("en", "en"), ("ru", "ru")):
        assert f'<a href="/{code}/terms/?q=%D1%81%D1%83%D0%B4&amp;topic=" lang="{tag}" hreflang="{tag}"' in page


def test_page_names_itself_in_each_language_without_its_query(client: Client) -> None:
    page = client.get("/ru/terms/?q=1").text

    assert '<link rel="canonical" href="http://testserver/ru/terms/">' in page
    assert [
        f'hreflang="{tag}" href="http://testserver/{code}/terms/"' in page
        for tag, code in (("zh-Hans", "zh-hans"), ("en", "en"), ("ru", "ru"), ("x-default", "zh-hans"))
    ] == [True] * 4


def test_language_chosen_by_the_switch_is_remembered(client: Client) -> None:
    client.get("/ru/texts/", headers={"Referer": "http://testserver/en/texts/?x=1"})

    assert client.get("/", headers={"Accept-Language": "en"})["Location"] == "/ru/"
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME]["max-age"] == settings.LANGUAGE_COOKIE_AGE
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME]["httponly"]


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "http://testserver/ru/",
        "http://testserver/",
        "http://testserver/console/",
        "http://elsewhere.example/en/",
        "http://[broken/en/",
    ],
)
def test_reading_a_page_chooses_no_language(client: Client, referer: str) -> None:
    client.get("/ru/texts/", headers={"Referer": referer})

    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


def test_page_that_is_not_there_chooses_no_language(client: Client) -> None:
    client.get("/ru/nothing/", headers={"Referer": "http://testserver/en/"})

    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


@pytest.mark.parametrize("code", CODES)
def test_console_speaks_the_language_of_the_account(client: Client, code: str) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language=code))

    assert client.get("/console/", headers={"Accept-Language": "en"})["Content-Language"] == code


def test_language_chosen_in_the_console_goes_before_the_account(client: Client) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="zh-hans"))

    client.post("/console/language/", {"language": "ru", "next": "/console/"})

    assert client.get("/console/")["Content-Language"] == "ru"
    assert client.get("/")["Location"] == "/ru/"


def test_console_asks_a_stranger_in_the_language_of_the_browser(client: Client) -> None:
    page = client.get("/console/", headers={"Accept-Language": "ru"}, follow=True)

    assert page["Content-Language"] == "ru"
