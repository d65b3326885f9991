"""The console's first page says how the search index stands."""

import datetime
from pathlib import Path

import pytest
from django.utils import timezone, translation
from pytest_django import Settings

from portal.search import actions
from portal.search.models import Change
from portal.search.waiting import index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def spoken() -> None:
    translation.activate("en")


@pytest.fixture
def built(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    actions.rebuild()


def test_lost_index_is_urgent(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "none"

    told = index()

    assert (told.count, told.urgent) == (0, True)
    assert told.sentence == "There is no search index. It is built by “manage.py reindex”."


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("ages", "sentence", "urgent"),
    [
        ([], "The search index is up to date.", False),
        ([1], "1 change is being indexed.", False),
        ([1, 2], "2 changes are being indexed.", False),
        ([1, 300], "The search index has come to a standstill: see whether the worker runs.", True),
    ],
)
def test_changes_that_wait_are_counted(ages: list[int], sentence: str, *, urgent: bool) -> None:
    for age in ages:
        Change.objects.create(source="notes", key=1, at=timezone.now() - datetime.timedelta(seconds=age))

    told = index()

    assert (told.count, told.sentence, told.urgent) == (len(ages), sentence, urgent)
