"""The address of a page of requests."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation


@pytest.fixture
def at() -> Any:
    """The address of a page of requests, in English."""

    def address(name: str, *parts: Any, language: str = "en") -> str:
        with translation.override(language):
            return reverse(f"enquiries:{name}", args=parts)

    return address
