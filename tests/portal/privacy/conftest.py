"""A person, somebody else, the texts and rules an installation begins with, and files kept apart."""

from typing import Any

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(autouse=True)
def in_english(no_language_chosen: None) -> None:
    translation.activate("en")


@pytest.fixture
def person(db: None) -> Any:
    from tests.factories import UserFactory  # noqa: PLC0415

    return UserFactory.create(email="aigerim@example.org", full_name="Айгерим С.", language="ru")


@pytest.fixture
def other(db: None) -> Any:
    from tests.factories import UserFactory  # noqa: PLC0415

    return UserFactory.create(email="zhao.lan@example.org", full_name="赵兰")


@pytest.fixture
def beginning(db: None) -> None:
    from portal.privacy.loading import load  # noqa: PLC0415

    load()
