"""What the rooms of the law share: a browser of one's own, and the addresses of a matter."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation


@pytest.fixture
def signed_in() -> Any:
    """Makes a browser in which a person is signed in."""

    def sign_in(person: Any) -> Client:
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture
def at() -> Any:
    """The address of a page of a matter, in English where nothing else is said."""

    def address(name: str, matter: Any, language: str = "en", **parts: Any) -> str:
        with translation.override(language):
            return reverse(name, kwargs=matter.place | parts)

    return address
