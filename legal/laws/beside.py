"""What apps above law add to it, each by its `beside.py`, found by name: law knows none of them.

They link what waited for a law when the laws are linked, count what applies an article, and say when any of that last
changed, so that a page that shows it is made anew.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from django.db.models import QuerySet

from legal.laws.models import Law

# The laws that a run has learnt of, each with the key of a name it is called by.
Learned = Sequence[tuple[int, str]]


class Names(Protocol):
    """The names of all laws held, as the linker keeps them."""

    def find_cited(self, name: str, jurisdiction: int) -> tuple[set[int], int]:
        """The laws a text of a jurisdiction may mean by a name, and how many characters before it are none of it."""
        ...

    def rivals(self, law: int, exact: str) -> set[int]:
        """The laws of the same jurisdiction that answer to a law's very name without being called so."""
        ...

    def home(self, law: int) -> int:
        """The jurisdiction of a law."""
        ...


class Beside(Protocol):
    """What an app promises."""

    name: str

    def settle(self, index: Names, learned: Learned) -> None:
        """Link what waits for laws held by now, and anew what the laws just learnt are meant by."""
        ...

    def applied(self, law: Law) -> Mapping[str, int]:
        """How often each place of a law is applied, by path."""
        ...

    def newest(self) -> "QuerySet[Any, datetime.datetime]":
        """When anything of it changed, the newest first."""
        ...

    def sitemaps(self, site: str) -> Iterator[str]:
        """The addresses of its own sitemaps; `site` is scheme and host."""
        ...


beside: dict[str, Beside] = {}


def register(app: Beside) -> None:
    """Add an app; a second registration of the same name takes its place."""
    beside[app.name] = app


def settle(index: Names, learned: Learned) -> None:
    """Let each app link what waited for a law."""
    for app in beside.values():
        app.settle(index, learned)


def applied(law: Law) -> Counter[str]:
    """How often each place of a law is applied, over all apps."""
    found: Counter[str] = Counter()
    for app in beside.values():
        found.update(app.applied(law))
    return found


def sitemaps(site: str) -> Iterator[str]:
    """The sitemaps of all apps."""
    for app in beside.values():
        yield from app.sitemaps(site)
