"""The schema, and the page that tells people what it tells programs."""

import json
import re

import pytest
from django.test import Client
from django.urls import get_resolver

from portal.api.documentation import chapters
from portal.api.interface import schema
from portal.api.rooms import rooms

LANGUAGES = {"zh": "zh-hans", "en": "en", "ru": "ru"}


def words(part: object) -> list[str]:
    """Everything in it that is for people."""
    if isinstance(part, dict):
        own = [value for key, value in part.items() if key in {"summary", "description"} and isinstance(value, str)]
        return own + [word for value in part.values() for word in words(value)]
    return [word for one in part for word in words(one)] if isinstance(part, list) else []


def test_interface_begins_with_its_rooms(client: Client) -> None:
    told = client.get("/api/v1/?lang=en").json()

    assert told["documentation"] == "http://testserver/en/interface/"
    assert told["schema"] == "http://testserver/api/v1/openapi.json"
    assert list(told["rooms"]) == list(rooms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_schema_is_told_in_the_language_asked_for(client: Client, language: str) -> None:
    told = client.get(f"/api/v1/openapi.json?lang={language}").json()

    foreign = re.compile({"zh": r"^[^一-鿿]*$", "en": r"[一-鿿а-яё]", "ru": r"^[^а-яё]*$"}[language])
    assert told["openapi"].startswith("3.1")
    assert len(words(told)) > 100
    assert [one for one in words(told) if foreign.search(one)] == []


def test_every_address_is_in_the_schema() -> None:
    served = {
        str(pattern.pattern)
        for one in get_resolver().url_patterns
        if str(one.pattern) == "api/v1/"
        for pattern in one.url_patterns
    }

    told = {re.sub(r"<\w+:(\w+)>", r"{\1}", path) for path in served} - {"", "openapi.json"}
    assert told == {path.removeprefix("/api/v1/") for path in schema()["paths"]}


def test_every_address_names_its_errors_and_headers() -> None:
    for path, methods in schema()["paths"].items():
        answers = methods["get"]["responses"]
        expected = {"200", "304", "400", "406", "422", "429", "500", "503"} | ({"404"} if "{" in path else set())
        assert set(answers) == expected
        assert {"ETag", "RateLimit-Remaining"} <= set(answers["200"]["headers"])


def test_schema_refers_to_nothing_that_is_not_there() -> None:
    told = schema()

    for kind, name in re.findall(r'"#/components/(\w+)/([\w-]+)"', json.dumps(told)):
        assert name in told["components"][kind]


@pytest.mark.parametrize("code", LANGUAGES.values())
def test_page_tells_every_address_and_every_error(client: Client, strict_templates: None, code: str) -> None:
    page = client.get(f"/{code}/interface/").text

    assert [path for path in schema()["paths"] if f"GET {path}<" not in page] == []
    assert [one for one in ("too-many-requests", "invalid-parameters", "repeated") if f">{one}<" not in page] == []
    assert "Retry-After" in page


@pytest.mark.parametrize(
    ("code", "words"), [("zh-hans", "文本，必填"), ("en", "text, needed"), ("ru", "текст, обязательно")]
)
def test_page_says_which_parameters_are_needed(client: Client, code: str, words: str) -> None:
    assert f"<div>{words}</div>" in client.get(f"/{code}/interface/").text


def test_page_tells_each_record_once_in_its_room() -> None:
    told = {one.name: [name for name, _fields in one.records] for one in chapters(schema())}

    assert told["laws"] == ["LawRecord", "EditionRecord", "ProvisionRecord", "TextRecord"]
    assert told["cases"] == ["CaseRecord", "AppliedRecord", "RelatedRecord", "CaseTextRecord"]
    assert told["bulk"] == ["FilesRecord", "FileRecord"]


@pytest.mark.parametrize("code", LANGUAGES.values())
def test_page_is_led_to_from_every_page(client: Client, code: str) -> None:
    assert f'href="/{code}/interface/"' in client.get(f"/{code}/texts/").text
