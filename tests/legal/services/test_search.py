"""Services are found beside laws, and named under the box as one types."""

from pathlib import Path

import pytest
from pytest_django import Settings

from legal.laws import beside
from legal.services.actions.editing import save_service
from legal.services.models import Service
from legal.services.search import Services
from portal.search import actions, places, termbase
from portal.search.filters import Filters
from portal.search.registry import Suggestion
from portal.search.searching import search
from portal.search.suggesting import kind_name
from tests.factories import LawFactory, MaterialFactory, ServiceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index_dir(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(termbase.loaded, "held", None)
    monkeypatch.setattr(places.loaded, "held", None)


def found(query: str, **filters: object) -> list[tuple[str, bool]]:
    results = search(query, language="en", filters=Filters(**filters), counted=True)
    return [(one.source, one.whole) for one in results.found]


@pytest.fixture
def service() -> Service:
    service = ServiceFactory.create(slug="notarization", name_en="Notarization of deeds")
    MaterialFactory.create(service=service, name_en="Camel certificate")
    save_service(service, by=UserFactory.create())
    actions.apply()
    return service


def test_service_is_found_by_its_name_and_by_its_papers(service) -> None:
    assert ("services", True) in found("notarization of deeds")
    assert found("camel certificate") == [("services", False)]
    assert found("camel", chosen={"kind": ["service"]}) == [("services", False)]
    assert found("camel", chosen={"kind": ["case"]}) == []


def test_service_is_found_no_more_when_it_is_hidden(service) -> None:
    service.is_shown = False
    save_service(service, by=UserFactory.create())
    actions.apply()

    assert found("camel") == []


def test_service_is_suggested_and_told_in_the_language_asked_for(service, settings) -> None:
    source = Services()

    suggested = source.suggestions("notarization of", "en", 5)
    hits = source.hits([service.pk], "ru")

    assert suggested == [Suggestion("Notarization of deeds", "service", service.get_absolute_url())]
    assert (hits[service.pk].title, source.works([service.pk], "zh")[service.pk].title) == (
        service.name_ru,
        service.name_zh_hans,
    )
    assert kind_name("service") == "服务"
    assert (source.references("x", "en"), source.places()) == ([], {})
    assert source.choices() == {"kind": {"service": "服务"}}


def test_service_without_a_name_in_a_language_is_told_by_another() -> None:
    service = ServiceFactory.create(name_zh_hans="", name_ru="")

    assert Services().hits([service.pk], "zh")[service.pk].title == service.name_en


def test_law_is_told_of_services_by_their_sitemap_alone() -> None:
    law = LawFactory.create()

    assert (beside.applied(law), "services" in beside.beside) == ({}, True)
