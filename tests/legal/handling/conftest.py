"""A proceeding, a submitted matter of it, and staff who handle it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

# The right of the proceeding, and that to come into the room.
HANDLES = ("change_matter", "view_matter")


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def proceeding(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from legal.matters.kinds import BY_SLUG  # noqa: PLC0415
    from tests.legal.matters.proceeding import PROCEEDING  # noqa: PLC0415

    # A right auditors do not have: they have every right to view.
    made = replace(PROCEEDING, permission="matters.change_matter")
    monkeypatch.setitem(BY_SLUG, made.slug, made)
    return made


@pytest.fixture
def officer(db: None) -> Any:
    return staff(*HANDLES)


@pytest.fixture
def colleague(db: None) -> Any:
    return staff(*HANDLES)


@pytest.fixture
def auditor(db: None) -> Any:
    return staff("view_matter", "view_every_matter")


@pytest.fixture
def submitted(db: None, settings: Any, tmp_path: Any) -> Any:
    """A matter against a company in Kazakhstan."""
    from tests.factories import MatterFactory, MatterPartyFactory  # noqa: PLC0415

    settings.VAR_DIR = tmp_path
    return handed_in(MatterPartyFactory.create(matter=MatterFactory.create()).matter)


@pytest.fixture
def held(submitted: Any, officer: Any) -> Any:
    """The same, on the desk of the officer."""
    from legal.handling.actions.deciding import take  # noqa: PLC0415
    from legal.matters.actions.declaring import declare  # noqa: PLC0415

    declare(submitted, conflict=False, by=officer)
    take(submitted, by=officer)
    return submitted


@pytest.fixture
def desk(client: Client, officer: Any) -> Client:
    """The browser of the officer."""
    from tests.signing_in import signed_in_staff  # noqa: PLC0415

    return signed_in_staff(client, officer)


def handed_in(matter: Any) -> Any:
    """A matter once it was submitted."""
    from legal.matters.actions.submitting import submit  # noqa: PLC0415

    submit(matter, by=matter.begun_by)
    matter.refresh_from_db()
    return matter


def staff(*rights: str, language: str = "en") -> Any:
    """Somebody of the staff with these rights over matters."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    user = UserFactory.create(is_staff=True, language=language)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="matters", codename__in=rights))
    return type(user).objects.get(pk=user.pk)


def at(name: str, matter: Any, **parts: object) -> str:
    """The address of a page of the console about a matter."""
    return reverse(f"admin:handling_{name}", kwargs={"matter": matter.key, **parts})
