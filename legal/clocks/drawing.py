"""The course of a deadline as a small picture: what has run, what stood still, and where today is."""

import datetime
from dataclasses import dataclass
from typing import Final

from legal.clocks.models import Deadline

WIDTH: Final = 100.0
DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of days in hundredths of the whole; `kind` is "still" or "late"."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The course from the first day to the last, or to today where that is past; `today` is None before and after."""

    pieces: tuple[Piece, ...]
    run: float
    due: float
    today: float | None


def draw(deadline: Deadline, today: datetime.date) -> Picture | None:
    """The picture of a deadline that has a last day; None of any other."""
    if deadline.due is None:
        return None
    # Where it has ended, nothing later belongs to it.
    now = min(today, deadline.ended_day) if deadline.ended_day else today
    last = max(deadline.due, now)
    span = max((last - deadline.day).days, 1)

    def place(day: datetime.date) -> float:
        return round(WIDTH * min(max((day - deadline.day).days / span, 0.0), 1.0), 2)

    pieces = [
        Piece("still", place(still.since), round(place((still.until or now) + DAY) - place(still.since), 2))
        for still in deadline.standstills.all()
    ]
    if now > deadline.due:
        pieces.append(Piece("late", place(deadline.due), round(place(now) - place(deadline.due), 2)))
    return Picture(tuple(pieces), place(now), place(deadline.due), place(today) if deadline.is_open else None)
