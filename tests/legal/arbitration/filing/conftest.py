"""A request for arbitration, somebody who is signed in, and the address of a page; models exist only by then."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture
def draft(db: None) -> Any:
    from tests.legal.arbitration.filing.world import begun  # noqa: PLC0415

    return begun()


@pytest.fixture
def whole(draft: Any) -> Any:
    from tests.legal.arbitration.filing.world import complete  # noqa: PLC0415

    return complete(draft)


@pytest.fixture
def filed(draft: Any) -> Any:
    from tests.legal.arbitration.filing.world import submitted  # noqa: PLC0415

    return submitted(draft)


@pytest.fixture
def at() -> Any:
    """The address of a page of a request, in English."""

    def address(name: str, matter: Any, language: str = "en", **parts: Any) -> str:
        with translation.override(language):
            return reverse(name if ":" in name else f"arbitration:{name}", kwargs=matter.place | parts)

    return address
