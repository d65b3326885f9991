"""What waits for whom: each app says it of its own rows, in a `waiting` module; the console's first page shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import AnonymousUser, PermissionsMixin


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: how many of what."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits: how much of it, a sentence on how it stands, where it is dealt with, and a chart.

    `urgent` where somebody should look today.
    """

    title: str
    count: int
    sentence: str
    link: str = ""
    urgent: bool = False
    bars: tuple[Bar, ...] = ()

    @property
    def drawn(self) -> list[tuple[Bar, int]]:
        """Each bar with its length in hundredths of the longest one."""
        longest = max((bar.count for bar in self.bars), default=0) or 1
        return [(bar, round(100 * bar.count / longest)) for bar in self.bars]


Source = Callable[[], Waiting]
SourceFor = Callable[[PermissionsMixin | AnonymousUser], Iterable[Waiting]]


@dataclass(frozen=True, slots=True)
class Registered:
    source: Source
    permission: str
    position: int


_registered: Final[list[Registered]] = []
_asked: Final[list[tuple[int, SourceFor]]] = []


def shown_to(permission: str, *, position: int) -> Callable[[Source], Source]:
    """Show what a function says waits to whoever has a permission, on the first page of the console, at a position."""

    def register(source: Source) -> Source:
        _registered.append(Registered(source, permission, position))
        return source

    return register


def for_whom(*, position: int) -> Callable[[SourceFor], SourceFor]:
    """Show what a function says waits for somebody, who may have nothing to do there, at a position of that page."""

    def register(source: SourceFor) -> SourceFor:
        _asked.append((position, source))
        return source

    return register


def waiting_for(user: PermissionsMixin | AnonymousUser) -> list[Waiting]:
    """What waits for somebody, in the order of the positions."""
    mine = [(one.position, one.source()) for one in _registered if user.has_perm(one.permission)]
    mine += [(position, waiting) for position, source in _asked for waiting in source(user)]
    return [waiting for _position, waiting in sorted(mine, key=lambda one: one[0])]
