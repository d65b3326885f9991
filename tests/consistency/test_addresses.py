"""Every address of the portal: public pages answer in three languages, the rest is closed to strangers."""

import datetime
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from portal.languages import CODES
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

pytestmark = pytest.mark.django_db

# Open to everybody and in no language: they are asked by machines, or lead to a language.
OPEN = {
    "root": 302,
    "health": 503,
    "web-health": 503,
    "set_language": 302,
    "robots": 200,
    "sitemap": 200,
    "sitemap-pages": 200,
    "sitemap-laws": 200,
    "sign-in": 200,
    "admin:login": 200,
}
# What the sample world below has at each part of an address.
PARTS = {
    "code": "cn",
    "slug": "sample",
    "edition": "2020-01-01",
    "old": "2010-01-01",
    "new": "2020-01-01",
    "path": "article-1",
    "suffix": "txt",
    "number": 1,
}
# These act, and answer only to being sent a form; those lead on to the page of the day.
ACTING = {"downloads:again": 405}
LEADING = {"downloads:of-the-day": 302, "laws:choose": 302}


def patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"{namespace}{pattern.name}", pattern


EVERYTHING = sorted(dict(patterns(get_resolver())).items())
CONSOLE = [(name, pattern) for name, pattern in EVERYTHING if name.startswith("admin:") and name not in OPEN]
PUBLIC = [(name, pattern) for name, pattern in EVERYTHING if not name.startswith("admin:") and name not in OPEN]


@pytest.fixture
def world() -> None:
    law = LawFactory.create(slug="sample")
    for day in (datetime.date(2010, 1, 1), datetime.date(2020, 1, 1)):
        provision = ProvisionFactory.create(
            edition=EditionFactory.create(law=law, in_force=day), path="article-1", number="1"
        )
        for language in ("zh", "en", "ru"):
            ProvisionTextFactory.create(provision=provision, language=language)


@pytest.mark.usefixtures("world", "strict_templates")
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("name", "pattern"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_public_page_answers_in_each_language(client: Client, name: str, pattern: URLPattern, code: str) -> None:
    with translation.override(code):
        address = reverse(name, kwargs={part: PARTS[part] for part in pattern.pattern.converters})

    response = client.get(address)

    assert address.startswith(f"/{code}/")
    assert response.status_code == (ACTING | LEADING).get(name, 200)
    if response["Content-Type"].startswith("text/html") and response.content:
        assert re.findall(r"<html lang=\"([\w-]+)\"", response.text) == ["zh-Hans" if code == "zh-hans" else code]


@pytest.mark.usefixtures("world", "strict_templates")
@pytest.mark.parametrize(("name", "pattern"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_public_page_is_under_the_strict_policy(client: Client, name: str, pattern: URLPattern) -> None:
    with translation.override("en"):
        address = reverse(name, kwargs={part: PARTS[part] for part in pattern.pattern.converters})

    assert "unsafe" not in client.get(address)["Content-Security-Policy"]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("name", "status"), OPEN.items())
def test_page_outside_of_languages_answers(client: Client, settings, tmp_path, name: str, status: int) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "none"
    pattern = dict(EVERYTHING)[name]

    response = client.get(reverse(name, kwargs={part: PARTS[part] for part in pattern.pattern.converters}))

    assert response.status_code == status


@pytest.mark.parametrize(("name", "pattern"), CONSOLE, ids=[name for name, _ in CONSOLE])
def test_page_of_the_console_refuses_a_stranger(client: Client, name: str, pattern: URLPattern) -> None:
    named = {"app_label": "laws", "url": "nothing/", "content_type_id": 1, "object_id": "1", "id": "1"}
    groups = {part: named.get(part, "1") for part in (*pattern.pattern.converters, *pattern.pattern.regex.groupindex)}
    if name == "admin:None":  # the old address of a row, and whatever else has no name
        address = "/console/laws/law/1/" if groups else "/console/nothing/"
    else:
        address = reverse(name, kwargs=groups)

    response = client.get(address)

    assert response.status_code in {301, 302}
    if response.status_code == 302:
        signed_out = name == "admin:logout"
        assert response["Location"].startswith(reverse("admin:index") if signed_out else f"{reverse('admin:login')}?")


def test_every_page_that_is_open_is_meant_to_be() -> None:
    assert {name for name, _ in EVERYTHING} >= set(OPEN | ACTING | LEADING)
    assert settings.ROOT_URLCONF == "portal.urls"
