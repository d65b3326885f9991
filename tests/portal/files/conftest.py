"""A purpose for the tests, and a storage of their own. What needs the settings is imported when they are made."""

from importlib import import_module

import pytest
from django.contrib.auth import get_user_model

MEGABYTE = 1024 * 1024


@pytest.fixture
def purpose(monkeypatch):
    """A paper of any type, of a megabyte at most."""
    registry, media = import_module("portal.files.registry"), import_module("portal.files.media")
    evidence = registry.Purpose("tests.evidence", "Evidence", media.DOCUMENTS, largest=MEGABYTE)
    monkeypatch.setitem(registry.purposes, evidence.slug, evidence)
    return evidence


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where everything of a test is kept."""
    settings.VAR_DIR = tmp_path
    papers = {"BACKEND": "portal.files.storage.PrivateFolder"}
    settings.STORAGES = settings.STORAGES | {"papers": papers}  # made anew, in the folder
    return tmp_path


@pytest.fixture
def user(db):
    return get_user_model().objects.create_user("reader@portal.example", language="en")


def left(folder):
    """Every file anywhere in the folder of a test."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
