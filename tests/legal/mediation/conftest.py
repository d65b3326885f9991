"""A mediation as far as a test needs it; models exist only once the tests are set up."""

from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code; nobody has asked too often yet."""
    translation.activate("en")
    cache.clear()


@pytest.fixture(autouse=True)
def kept_apart(settings: Any, tmp_path: Any) -> None:
    """Files are received into a folder of the test's own."""
    settings.VAR_DIR = tmp_path


@pytest.fixture
def at() -> Any:
    """The address of a page of a matter, or of whoever takes part in one, in English."""

    def address(name: str, of: Any, language: str = "en") -> str:
        parts = of.place if hasattr(of, "place") else {"served": of.key}
        with translation.override(language):
            return reverse(name if ":" in name else f"mediation:{name}", kwargs=parts)

    return address


@pytest.fixture
def empty(db: None) -> Any:
    """A mediation of which only the other side is named, in China, so that nothing leaves the country."""
    from tests.factories import JurisdictionFactory, MatterFactory, MatterPartyFactory  # noqa: PLC0415

    china = JurisdictionFactory.create(code="cn", name_zh_hans="中国", name_en="China", name_ru="Китай")
    matter = MatterFactory.create(kind="mediation", title="The late yarn")
    MatterPartyFactory.create(matter=matter, country=china, email="lawyer@romashka.example")
    return matter


@pytest.fixture
def described(empty: Any) -> Any:
    """A request that is complete."""
    from tests.legal.mediation.world import describe  # noqa: PLC0415

    return describe(empty)


@pytest.fixture
def accepted(described: Any) -> Any:
    from tests.legal.mediation.world import accepted  # noqa: PLC0415

    return accepted(described)


@pytest.fixture
def officer(accepted: Any) -> Any:
    """On whose desk the mediation is."""
    from tests.legal.mediation.world import holder  # noqa: PLC0415

    return holder(accepted)


@pytest.fixture
def other(accepted: Any, officer: Any) -> Any:
    """Who takes part on the other side, which is invited."""
    from tests.legal.mediation.world import invited  # noqa: PLC0415

    return invited(accepted, officer)


@pytest.fixture
def mediator(other: Any, officer: Any) -> Any:
    """Who mediates: both sides have agreed, and the sessions have begun."""
    from tests.legal.mediation.world import in_sessions  # noqa: PLC0415

    return in_sessions(other, officer)


@pytest.fixture
def put(other: Any, mediator: Any, officer: Any) -> Any:
    """The sum of a settlement that is before both sides."""
    from tests.legal.mediation.world import settle  # noqa: PLC0415

    return settle(other, officer)


@pytest.fixture
def settled(other: Any, put: Any) -> Any:
    """A mediation whose settlement both sides have confirmed."""
    from tests.legal.mediation.world import confirm_both  # noqa: PLC0415

    confirm_both(other, put)
    return other.matter
