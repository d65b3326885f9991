"""What apps above tell of exhibits in their `evidence.py`: which are held, who else reads which, and by which route a
paper of one country is used in another.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.functional import Promise

from portal.reference.models import Jurisdiction

Rows = QuerySet[Any]


class Way(StrEnum):
    """How a paper of one country becomes good for another, where that is known."""

    NOTHING = "nothing"
    APOSTILLE = "apostille"
    LEGALIZATION = "legalization"


@dataclass(frozen=True, slots=True)
class Route:
    """The way, and where it stands written: a claim without a source is none."""

    way: Way
    source: str | Promise
    source_url: str
    checked_on: datetime.date | None
    confirmed: bool = True


Holding = Callable[[], Rows]
Reading = Callable[[Any], Rows]
Routing = Callable[[Jurisdiction, Jurisdiction, datetime.date], Route | None]

_holdings: list[Holding] = []
_readings: list[Reading] = []
_routings: list[Routing] = []


def hold(holding: Holding) -> None:
    """Let the exhibits that `holding()` answers be held: produced somewhere, they are neither removed nor replaced in
    place. Asked within the transaction that would remove one, which holds the row.
    """
    if holding not in _holdings:
        _holdings.append(holding)


def let_read(reading: Reading) -> None:
    """Let users read the exhibits that `reading(user)` answers, and their files, beside members of the enterprise."""
    if reading not in _readings:
        _readings.append(reading)


def answer_route(routing: Routing) -> None:
    """Let `routing(made_in, used_in, on)` say which way a paper takes; None where it does not know."""
    if routing not in _routings:
        _routings.append(routing)


def held() -> Iterator[Rows]:
    """The exhibits that are held, one query set for each app that holds some."""
    return (holding() for holding in _holdings)


def readable_by(user: AbstractBaseUser | AnonymousUser) -> Iterator[Rows]:
    """The exhibits a user reads without being a member, one query set for each app that lets them."""
    return (reading(user) for reading in _readings)


def route(made_in: Jurisdiction, used_in: Jurisdiction, *, on: datetime.date) -> Route | None:
    """The way a paper takes from one country to another; None where nobody knows."""
    found = (routing(made_in, used_in, on) for routing in _routings)
    return next((one for one in found if one is not None), None)
