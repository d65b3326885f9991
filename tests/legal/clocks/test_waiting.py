import datetime

import pytest

from legal.clocks.models import Deadline
from legal.clocks.waiting import overdue

pytestmark = pytest.mark.django_db


def test_tile_says_that_nothing_is_overdue(running) -> None:
    Deadline.objects.update(due=datetime.date(2100, 1, 1))

    tile = overdue()

    assert (tile.count, tile.sentence, tile.urgent, tile.bars) == (0, "The institution is overdue nowhere.", False, ())


def test_tile_counts_what_is_overdue_by_kind(running) -> None:
    Deadline.objects.update(due=datetime.date(2026, 7, 13))

    tile = overdue()

    assert (tile.count, tile.urgent) == (1, True)
    assert tile.sentence == "The institution is overdue in 1 matter."
    assert [(bar.label, bar.count) for bar in tile.bars] == [("Trial proceeding", 1)]
    assert tile.link == "/console/clocks/deadline/?whose__exact=staff"
