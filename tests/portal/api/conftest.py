"""Something in every room; models exist only once the tests are set up."""

import math
from typing import Any

import pytest
from django.core.cache import caches
from pytest_django import Settings

from portal import outage


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No body and no count of an earlier test, and no outage."""
    monkeypatch.setattr(outage.cache, "met", -math.inf)
    for name in ("default", "near"):
        caches[name].clear()


@pytest.fixture
def unlimited(settings: Settings) -> None:
    settings.API_RATE = settings.SEARCH_RATE = "1000000/s"


@pytest.fixture
def law(db: None) -> Any:
    from tests.portal.api import samples  # noqa: PLC0415

    return samples.a_law()


@pytest.fixture
def case_of_law(law: Any) -> Any:
    from tests.portal.api import samples  # noqa: PLC0415

    return samples.a_case(law)


@pytest.fixture
def term(db: None) -> Any:
    from tests.portal.api import samples  # noqa: PLC0415

    return samples.a_term()
