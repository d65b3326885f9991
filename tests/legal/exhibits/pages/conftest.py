"""Somebody who is signed in, and the address of a page."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation


@pytest.fixture
def browser(signed_in: Any, owner: Any) -> Client:
    """That of the owner."""
    return signed_in(owner)


@pytest.fixture
def at(enterprise: Any) -> Any:
    """The address of a page of the enterprise's exhibits, in English."""

    def address(name: str, exhibit: Any = None, *, language: str = "en", **query: str) -> str:
        keys = [enterprise.key, *([exhibit.key] if exhibit else [])]
        with translation.override(language):
            return reverse(f"exhibits:{name}", args=keys, query=query)

    return address
