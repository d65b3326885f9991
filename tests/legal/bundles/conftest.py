"""A matter that was submitted, on the desk of an officer who has declared no conflict."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> Any:
    """Where the files of a test are kept."""
    settings.STORAGES = settings.STORAGES | {
        "papers": {"BACKEND": "portal.files.storage.PrivateFolder", "OPTIONS": {"location": tmp_path}}
    }
    return tmp_path


@pytest.fixture
def china(db: None) -> Any:
    from tests.factories import JurisdictionFactory  # noqa: PLC0415

    return JurisdictionFactory.create(code="cn")


@pytest.fixture(autouse=True)
def course(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from legal.bundles import courses  # noqa: PLC0415
    from legal.matters.kinds import BY_SLUG  # noqa: PLC0415
    from legal.serving.consent import of_institution  # noqa: PLC0415
    from portal.reference.models import Jurisdiction  # noqa: PLC0415
    from tests.legal.bundles.proceeding import PROCEEDING  # noqa: PLC0415

    monkeypatch.setitem(BY_SLUG, PROCEEDING.slug, PROCEEDING)
    monkeypatch.setitem(courses._COURSES, PROCEEDING.slug, None)
    courses.register(
        PROCEEDING.slug,
        move="hand-over",
        receiver=lambda matter: of_institution("The institution", Jurisdiction.objects.get(code="cn")),
    )


@pytest.fixture
def officer(db: None) -> Any:
    """Staff who handle such matters."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    officer = UserFactory.create(is_staff=True)
    officer.user_permissions.add(Permission.objects.get(content_type__app_label="matters", codename="view_matter"))
    return type(officer).objects.get(pk=officer.pk)


@pytest.fixture
def matter(china: Any, officer: Any) -> Any:
    from legal.matters.actions.declaring import declare  # noqa: PLC0415
    from legal.matters.actions.submitting import submit  # noqa: PLC0415
    from portal.workflow.actions import take  # noqa: PLC0415
    from tests.factories import MatterFactory, MatterPartyFactory  # noqa: PLC0415
    from tests.legal.bundles.evidence import an_exhibit  # noqa: PLC0415

    draft = MatterFactory.create()
    MatterPartyFactory.create(matter=draft)
    an_exhibit(draft, "Contract 7", b"the contract")
    an_exhibit(draft, "Price list", b"the prices", audience="tribunal")
    submit(draft, by=draft.begun_by)
    draft.refresh_from_db()
    declare(draft, conflict=False, by=officer)
    take(draft, by=officer)
    return draft
