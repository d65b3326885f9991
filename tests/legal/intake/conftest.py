"""Somebody who may import laws; models exist only once the tests are set up."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> Any:
    """Where archives are kept and unpacked."""
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    return tmp_path


@pytest.fixture(autouse=True)
def nobody_looks_on() -> None:
    from django.core.cache import cache  # noqa: PLC0415

    cache.clear()


@pytest.fixture
def editors(db: None) -> Any:
    """Makes law editors."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    def make(*rights: str, **fields: Any) -> Any:
        editor = UserFactory.create(**{"is_staff": True, "language": "en", **fields})
        allowed = Permission.objects.filter(codename__in=rights or ("view_intake", "add_intake"))
        editor.user_permissions.set(allowed)
        return editor

    return make


@pytest.fixture
def editor(editors: Any) -> Any:
    return editors(full_name="Editor Sample")


@pytest.fixture
def intake(editor: Any) -> Any:
    """An archive that was brought, with a law in it."""
    from tests.legal.intake.archives import brought  # noqa: PLC0415

    return brought(by=editor)


@pytest.fixture
def checked(intake: Any) -> Any:
    """The same, looked through."""
    from legal.intake import tasks  # noqa: PLC0415

    tasks.work(intake.pk)
    intake.refresh_from_db()
    return intake
