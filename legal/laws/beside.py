"""What apps above law add to it, each by its `beside.py`, found by name: law knows none of them.

They link what waited for a law when the laws are linked, count what applies an article, and say when any of that last
changed, so that a page that shows it is made anew.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from django.db.models import QuerySet

from legal.laws.models import Law


class Names(Protocol):
    """The names of all laws held, as the linker keeps them."""

    def find(self, name: str, jurisdiction: int) -> set[int]:
        """The laws a text of a jurisdiction may mean by a name: none, one, or several it leaves open."""
        ...


class Beside(Protocol):
    """What an app promises."""

    name: str

    def settle(self, index: Names) -> None:
        """Link what waits for laws held by now."""
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


def settle(index: Names) -> None:
    """Let each app link what waited for a law."""
    for app in beside.values():
        app.settle(index)


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
