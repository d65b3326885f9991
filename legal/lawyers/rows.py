"""The directory as its readers share it: what was counted, and rows drawn once until something they show changes."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from django.core.cache import cache
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils import timezone

from legal.laws.freshness import recent_stamp, release
from legal.laws.spoken import reader
from legal.lawyers.directory import Filters, listed, ordered

LAWYERS_A_PAGE: Final = 20
KEPT: Final = 24 * 60 * 60


class Pages(Paginator[int]):
    """The pages of the lawyers that pass some filters; how many pass is counted once for all readers."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters
        self.keys = ordered(filters)
        super().__init__(self.keys, LAWYERS_A_PAGE)

    @cached_property
    def count(self) -> int:
        name = f"lawyers:count:{_under(recent_stamp(), self.filters)}"
        known: int | None = cache.get(name)
        if known is None:
            known = self.keys.count()
            cache.set(name, known, KEPT)
        return known


def rows(keys: Sequence[int]) -> list[str]:
    """The rows of these lawyers in their order, as the reader's language has them today."""
    under = _under(release(), recent_stamp(), reader().code, timezone.localdate())
    names = {key: f"lawyers:row:{under}:{key}" for key in keys}
    kept: dict[str, str] = cache.get_many(names.values())
    lacking = [key for key in keys if names[key] not in kept]
    drawn = {names[one.pk]: render_to_string("lawyers/_lawyer.html", {"lawyer": one}) for one in listed(lacking)}
    cache.set_many(drawn, KEPT)
    kept |= drawn
    return [kept[name] for name in names.values() if name in kept]


def _under(*told: object) -> str:
    """What stands for all of this in the name of something kept."""
    return hashlib.sha256(repr(told).encode()).hexdigest()
