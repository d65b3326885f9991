import datetime

import pytest
from django.contrib.auth.models import Permission

from legal.clocks.models import Deadline
from legal.clocks.waiting import overdue
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_tile_says_that_nothing_is_overdue(running, officer) -> None:
    Deadline.objects.update(due=datetime.date(2100, 1, 1))

    (tile,) = overdue(officer)

    assert (tile.count, tile.sentence, tile.urgent, tile.bars) == (0, "The institution is overdue nowhere.", False, ())


def test_tile_counts_what_is_overdue_by_kind(running, officer) -> None:
    Deadline.objects.update(due=datetime.date(2026, 7, 13))

    (tile,) = overdue(officer)

    assert (tile.count, tile.urgent) == (1, True)
    assert tile.sentence == "The institution is overdue in 1 matter."
    assert [(bar.label, bar.count) for bar in tile.bars] == [("Trial proceeding", 1)]
    assert tile.link == "/console/clocks/deadline/?whose__exact=staff"


def test_officer_of_another_kind_is_told_of_none_of_them(running) -> None:
    Deadline.objects.update(due=datetime.date(2026, 7, 13))
    other = UserFactory.create(is_staff=True)
    other.user_permissions.add(Permission.objects.get(codename="view_deadline"))

    (tile,) = overdue(other)

    assert (tile.count, tile.bars) == (0, ())


def test_who_sees_no_deadlines_has_no_tile(running) -> None:
    assert list(overdue(UserFactory.create(is_staff=True))) == []
