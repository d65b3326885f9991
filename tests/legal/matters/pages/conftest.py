"""Somebody who is signed in, and the address of a page."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation


@pytest.fixture
def at() -> Any:
    """The address of a page of a matter, in English."""

    def address(name: str, matter: Any, language: str = "en", **parts: Any) -> str:
        with translation.override(language):
            return reverse(f"matters:{name}", kwargs=matter.place | parts)

    return address
