"""Applications for notarization, as far as they have come; models exist only once the tests are set up."""

from typing import Any

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def kept_apart(settings: Any, tmp_path: Any) -> None:
    """Files are received into a folder of the test's own."""
    settings.VAR_DIR = tmp_path


@pytest.fixture
def draft(db: None) -> Any:
    from tests.legal.notarization.world import a_draft  # noqa: PLC0415

    return a_draft()


@pytest.fixture
def approved(db: None) -> Any:
    """One that staff have approved, on the desk of its officer."""
    from tests.legal.notarization.world import moved_to  # noqa: PLC0415

    return moved_to("approved")
