"""A proceeding and matters of it; models exist only once the tests are set up."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def proceeding(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from legal.matters.kinds import BY_SLUG  # noqa: PLC0415
    from tests.legal.matters.proceeding import PROCEEDING  # noqa: PLC0415

    monkeypatch.setitem(BY_SLUG, PROCEEDING.slug, PROCEEDING)
    return PROCEEDING


@pytest.fixture
def draft(db: None) -> Any:
    from tests.factories import MatterFactory  # noqa: PLC0415

    return MatterFactory.create()


@pytest.fixture
def complete(draft: Any) -> Any:
    from tests.factories import MatterPartyFactory  # noqa: PLC0415

    MatterPartyFactory.create(matter=draft)
    return draft


@pytest.fixture
def submitted(complete: Any, kept_apart: None) -> Any:
    from legal.matters.actions.submitting import submit  # noqa: PLC0415

    submit(complete, by=complete.begun_by)
    complete.refresh_from_db()
    return complete


@pytest.fixture
def officer(db: None) -> Any:
    """Somebody who handles matters of the kind."""
    return staff("view_matter")


@pytest.fixture
def auditor(db: None) -> Any:
    """Somebody who looks through matters of every kind."""
    return staff("view_every_matter")


def staff(*rights: str) -> Any:
    """Somebody of the staff with these rights over matters."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    user = UserFactory.create(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="matters", codename__in=rights))
    return type(user).objects.get(pk=user.pk)


@pytest.fixture
def kept_apart(settings: Any, tmp_path: Any) -> None:
    """Files are received into a folder of the test's own."""
    settings.VAR_DIR = tmp_path
