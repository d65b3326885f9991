"""The front pages: every one in each language, and what home composes."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from legal.laws.kinds import TextStatus
from portal.languages import CODES
from portal.reference.models import Jurisdiction
from tests.factories import EditionFactory, JurisdictionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

pytestmark = pytest.mark.django_db

PAGES = ("home", "terms", "texts", "holdings", "accessibility", "privacy", "manifest")


def address(name: str, code: str) -> str:
    with translation.override(code):
        return reverse(f"pages:{name}")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", PAGES)
def test_front_page_answers_in_each_language(client: Client, name: str, code: str) -> None:
    response = client.get(address(name, code))

    assert (response.status_code, response["Content-Language"]) == (200, code)


@pytest.mark.parametrize("name", PAGES)
def test_front_page_weighs_less_than_50_kilobytes(client: Client, name: str) -> None:
    assert len(client.get(address(name, "ru")).content) < 50_000


def test_manifest_speaks_the_language_of_its_address(client: Client) -> None:
    manifest = client.get(address("manifest", "ru")).json()

    assert (manifest["lang"], manifest["start_url"]) == ("ru", "/ru/")
    assert [icon["sizes"] for icon in manifest["icons"]] == ["180x180", "512x512"]


def test_home_without_law_says_so(client: Client) -> None:
    response = client.get(address("home", "en"))

    assert "No law is held yet." in response.text


def test_home_counts_laws_and_names_whose_law_lacks(client: Client) -> None:
    LawFactory.create(jurisdiction=JurisdictionFactory.create())
    JurisdictionFactory.create(code="un", kind=Jurisdiction.Kind.ORGANISATION, name_en="United Nations")
    JurisdictionFactory.create(code="tj", name_en="Tajikistan")

    page = client.get(address("home", "en")).text

    assert 'href="/en/laws/?jurisdiction=cn"><span>China</span><span class="count">1 law</span>' in page
    assert "<li>Tajikistan</li><li>United Nations</li>" in page


def test_home_names_organisations_apart(client: Client) -> None:
    un = JurisdictionFactory.create(code="un", kind=Jurisdiction.Kind.ORGANISATION, name_en="United Nations")
    LawFactory.create_batch(2, jurisdiction=un)

    page = client.get(address("home", "en")).text

    assert page.index("International organisations") < page.index(
        '<span>United Nations</span><span class="count">2 documents'
    )


def test_home_shows_the_newest_wordings_with_a_way_to_compare(client: Client) -> None:
    law = LawFactory.create(slug="arbitration-law")
    EditionFactory.create(law=law, in_force=datetime.date(2018, 1, 1))
    EditionFactory.create(law=law, in_force=datetime.date(2026, 3, 1))

    page = client.get(address("home", "en")).text

    assert page.index("1\N{NO-BREAK SPACE}March 2026") < page.index("1\N{NO-BREAK SPACE}January 2018")
    assert "/en/laws/cn/arbitration-law/compare/2018-01-01/2026-03-01/" in page


def test_home_takes_the_same_queries_for_one_law_and_for_three(client: Client) -> None:
    EditionFactory.create()
    with CaptureQueriesContext(connection) as one:
        client.get(address("home", "en"))

    EditionFactory.create_batch(2)
    with CaptureQueriesContext(connection) as three:
        client.get(address("home", "en"))

    assert len(three) == len(one)


@pytest.mark.parametrize("statuses", [("digest", "digest", "digest"), ("official", "translation", "digest")])
def test_home_shows_a_specimen_with_the_status_of_each_text(client: Client, statuses: tuple[str, ...]) -> None:
    law = LawFactory.create(jurisdiction=JurisdictionFactory.create(code="un"), slug="cisg", original_language="en")
    provision = ProvisionFactory.create(edition=EditionFactory.create(law=law), path="article-11")
    for language, status in zip(("zh", "en", "ru"), statuses, strict=True):
        ProvisionTextFactory.create(provision=provision, language=language, body=f"Form {language}", status=status)

    page = client.get(address("home", "ru")).text

    specimen = page[page.index('<figure class="specimen">') : page.index("</figure>")]
    assert [specimen.index(f"Form {language}") for language in ("ru", "zh", "en")] == sorted(
        specimen.index(f"Form {language}") for language in ("ru", "zh", "en")
    )
    assert {str(status) for status in TextStatus if f'class="badge {status}"' in specimen} == set(statuses)


def test_home_has_no_specimen_where_a_language_lacks(client: Client) -> None:
    law = LawFactory.create(jurisdiction=JurisdictionFactory.create(code="un"), slug="cisg")
    provision = ProvisionFactory.create(edition=EditionFactory.create(law=law), path="article-11")
    ProvisionTextFactory.create(provision=provision)

    assert "specimen" not in client.get(address("home", "en")).text


def test_holdings_count_laws_by_language_and_status_until_a_law_changes(client: Client) -> None:
    first = ProvisionTextFactory.create(language="ru", status="translation")
    ProvisionTextFactory.create(provision=first.provision, language="kk", status="official")

    page = client.get(address("holdings", "en")).text

    assert '<span class="badge translation">Translation</span> <span class="count">1</span>' in page
    assert "Kazakh" in page
    assert client.get(address("holdings", "en")).text == page


def test_holdings_name_whose_law_lacks(client: Client) -> None:
    JurisdictionFactory.create(code="tj", name_en="Tajikistan")

    assert "<li>Tajikistan</li>" in client.get(address("holdings", "en")).text
