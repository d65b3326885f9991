"""Entrustments of an appraisal, as far as they have come; models exist only once the tests are set up."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
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
    from tests.legal.appraisal.world import a_draft  # noqa: PLC0415

    return a_draft()


@pytest.fixture
def signed(db: None) -> Any:
    """One whose letter is signed, on the desk of its officer."""
    from tests.legal.appraisal.world import moved_to  # noqa: PLC0415

    return moved_to("signed")


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
    """The address of a page of a matter."""

    def address(name: str, matter: Any, language: str = "en", **parts: Any) -> str:
        with translation.override(language):
            return reverse(name, kwargs=matter.place | parts)

    return address
