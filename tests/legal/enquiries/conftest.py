"""A request, and what a person agrees to; models exist only once the tests are set up."""

from typing import Any

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture
def texts(db: None) -> None:
    from portal.privacy.loading import load  # noqa: PLC0415

    load()


@pytest.fixture
def draft(texts: None) -> Any:
    from tests.legal.enquiries.world import a_draft  # noqa: PLC0415

    return a_draft()
