"""Somebody who is signed in, and the address of a page."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation


@pytest.fixture
def signed_in() -> Any:
    """Makes a browser in which a person is signed in, in the console too where they are of the staff."""

    def sign_in(person: Any) -> Client:
        from tests.signing_in import signed_in_staff  # noqa: PLC0415

        client = Client()
        if person.is_staff:
            return signed_in_staff(client, person)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture
def at() -> Any:
    """The address of a page of a notice, in English."""

    def address(name: str, notice: Any, language: str = "en") -> str:
        with translation.override(language):
            return reverse(f"fees:{name}", kwargs=notice.matter.place | {"position": notice.position})

    return address


@pytest.fixture
def desk() -> Any:
    """The address of a page of the console."""
    return lambda name, *parts: reverse(f"admin:fees_feenotice_{name}", args=parts)
