"""Until when a matter was promised to be dealt with, where a rule promises that; nothing is promised otherwise."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from legal.matters.models import Matter

Promising = Callable[[Sequence[Matter]], Mapping[int, datetime.date]]
_promising: Final[list[Promising]] = []


def promise(promising: Promising) -> None:
    """Let the days that `promising(matters)` answers, by the keys of matters, be what was promised."""
    if promising not in _promising:
        _promising.append(promising)


def promised(matters: Sequence[Matter]) -> dict[int, datetime.date]:
    """The first day by which staff have to have acted, of those matters that have one."""
    found: dict[int, datetime.date] = {}
    for promising in _promising:
        for key, day in promising(matters).items():
            found[key] = min(day, found.get(key, day))
    return found
