"""When an edition was adopted and came into force: true days, or none.

An amended law keeps its old clause of commencement. What the clause or the header says is therefore the edition's day
only if it is not before the edition was adopted; else it is the law's first day, and the edition's own is unknown.
"""

import datetime
from dataclasses import dataclass
from typing import Final

from legal.laws.parsing.commencement import Clause
from legal.laws.parsing.header import Header
from legal.laws.parsing.records import DaySource

# A law is published at most so long after its adoption; a later date in a file's name is a later amendment's.
LONGEST_WAY_TO_PUBLICATION: Final = datetime.timedelta(days=150)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one edition, and the first day in force of its law as far as this text tells."""

    adopted: datetime.date | None
    in_force: datetime.date | None
    in_force_from: DaySource
    law_adopted: datetime.date | None
    law_in_force: datetime.date | None
    amended_by: str


def national_days(header: Header, clause: Clause | None, dated: datetime.date | None) -> Days:
    """The days of a national file from its header, its commencement clause and the date in its name."""
    said = [day for day in (*header.commencements, clause.day if clause else None) if day]
    adopted = _adopted(header, max(said, default=None), dated)
    amended = header.last_amendment is not None or (
        adopted is not None and header.last_adopted is not None and adopted > header.last_adopted
    )
    in_force, source = _in_force(header, clause, adopted, dated, amended=amended)
    first = _first_in_force(header, clause, in_force, amended=amended)
    return Days(adopted, in_force, source, header.first_adopted or adopted, first, header.amended_by)


def _adopted(header: Header, commenced: datetime.date | None, dated: datetime.date | None) -> datetime.date | None:
    """The header's last adoption or amendment, unless the file's name tells of a later one that the header leaves out."""
    told = header.last_adopted
    if told is None or dated is None or dated <= told:
        return told or dated
    is_publication = (commenced is not None and commenced >= dated) or dated - told <= LONGEST_WAY_TO_PUBLICATION
    return told if is_publication else dated


def _in_force(
    header: Header, clause: Clause | None, adopted: datetime.date | None, dated: datetime.date | None, *, amended: bool
) -> tuple[datetime.date | None, DaySource]:
    told = max(header.commencements, default=None)
    if told and (adopted is None or told >= adopted or not amended):
        return told, "header"
    if clause is None:
        return None, ""
    if clause.day:
        own = not amended or (adopted is not None and clause.day >= adopted)
        return (clause.day, "clause") if own else (None, "")
    return _by_event(header, clause, adopted, dated, amended=amended)


def _by_event(
    header: Header, clause: Clause, adopted: datetime.date | None, dated: datetime.date | None, *, amended: bool
) -> tuple[datetime.date | None, DaySource]:
    """From the day of publication or adoption on: known where the header names that event of this very wording."""
    last = header.last_amendment
    if amended and not (last and last.is_revision and last.day == max((last.day, adopted or last.day))):
        return None, ""
    since = last.day if last else None
    day = _day_of(header, clause, since, dated)
    return (day, "clause") if day else (None, "")


def _day_of(
    header: Header, clause: Clause, since: datetime.date | None, dated: datetime.date | None
) -> datetime.date | None:
    events = [e for e in header.adoptions if since is None or e.day >= since]
    if clause.event == "publication":
        published = [e.day for e in events if e.is_publication]
        if published:
            return published[0]
        # Published on the day of adoption, unless the file's name tells of another day.
        days = {e.day for e in events}
        return (
            days.pop()
            if len(days) == 1 and dated in {*days, None} | {min(days)} and _same(dated, events[0].day)
            else None
        )
    word = "批准" if clause.event == "approval" else "通过"
    return next((e.day for e in reversed(events) if word in e.words), None) or (events[-1].day if events else None)


def _same(dated: datetime.date | None, day: datetime.date) -> bool:
    return dated is None or dated == day


def _first_in_force(
    header: Header, clause: Clause | None, in_force: datetime.date | None, *, amended: bool
) -> datetime.date | None:
    """The law's first day in force, as far as this text tells."""
    if not amended:
        return in_force
    told = [*header.commencements, *([clause.day] if clause and clause.day else [])]
    if told:
        return (
            min(told)
            if header.last_amendment is None or not header.last_amendment.is_revision
            else _before(header, told)
        )
    if clause and clause.event and not (header.last_amendment and header.last_amendment.is_revision):
        before = [e for e in header.adoptions if not e.is_amendment]
        first = [e.day for e in before if e.is_publication] or [e.day for e in before[:1]]
        return first[0] if first else None
    return None


def _before(header: Header, told: list[datetime.date]) -> datetime.date | None:
    """After a revision only what came before it tells of the first wording."""
    revised = header.last_amendment
    return next((day for day in sorted(told) if revised and day < revised.day), None)
