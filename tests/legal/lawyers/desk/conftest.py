"""A keeper who is signed in, and the addresses of the pages of keepers."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation


@pytest.fixture
def own(signed_in: Any, keeper: Any) -> Client:
    """The browser of the keeper."""
    browser: Client = signed_in(keeper)
    return browser


def at(name: str, *parts: object, language: str = "en") -> str:
    """The address of a page of keepers."""
    with translation.override(language):
        return reverse(f"practice:{name}", args=parts)
