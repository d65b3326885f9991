"""Rooms above remove what they hold of a matter when it is emptied, while the matter still holds its own."""

import pytest

from legal.matters import emptying
from legal.matters.actions.expiring import empty

pytestmark = pytest.mark.django_db


def test_room_above_removes_its_part_once_and_before_the_matter_is_empty(draft, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(emptying, "_empties", [])

    def remove(matter):
        asked.append((matter.pk, matter.parties.count()))

    emptying.also(remove)
    emptying.also(remove)

    empty(draft)

    assert asked == [(draft.pk, 1)]
