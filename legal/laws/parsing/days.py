"""When an edition was adopted and came into force: true days, or none.

An amended law keeps its old clause of commencement. What the clause or the header says is therefore the edition's day
only if it is not before the edition was adopted; else it is the law's first day, and the edition's own is unknown.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from legal.laws.parsing.commencement import Clause, EventKind
from legal.laws.parsing.header import Event, Header
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
    text = _Text(header, clause, dated)
    in_force, source = text.in_force()
    return Days(
        text.adopted,
        in_force,
        source,
        header.first_adopted or text.adopted,
        text.first_in_force(in_force),
        header.amended_by,
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """What one file tells of its days, and what follows from it."""

    header: Header
    clause: Clause | None
    dated: datetime.date | None

    @property
    def adopted(self) -> datetime.date | None:
        """The header's last adoption or amendment, or a later one that only the file's name tells of."""
        return self.dated if self._outdates_header() else self.header.last_adopted or self.dated

    def _outdates_header(self) -> bool:
        told = self.header.last_adopted
        if told is None or self.dated is None or self.dated - told <= LONGEST_WAY_TO_PUBLICATION:
            return False
        return max(self.header.commencements, default=told) < self.dated

    @property
    def is_amended(self) -> bool:
        """Whether this is not the law's first wording."""
        if self.header.is_amended or self._outdates_header():
            return True
        # Without a header a clause older than the file's date tells that the file is of a later wording.
        told = self.clause.day if self.clause and not self.header.adoptions else None
        return told is not None and self.dated is not None and told < self.dated

    def in_force(self) -> tuple[datetime.date | None, DaySource]:
        """The day of this wording: the header's, else the clause's, else none."""
        told = max(self.header.commencements, default=None)
        if told and self._is_own(told):
            return told, "header"
        day = self._clause_day(self.clause) if self.clause else None
        return (day, "clause") if day else (None, "")

    def _is_own(self, day: datetime.date) -> bool:
        return not self.is_amended or self.adopted is None or day >= self.adopted

    def _clause_day(self, clause: Clause) -> datetime.date | None:
        if clause.day:
            return clause.day if self._is_own(clause.day) else None
        if not self.is_amended:
            return _day_of_event(self.header.adoptions, clause.event, self.dated)
        revised = self.header.last_amendment
        if self._outdates_header() or revised is None or not revised.is_revision:
            return None
        events = [event for event in self.header.adoptions if event.day >= revised.day]
        return _day_of_event(events, clause.event, self.dated)

    def first_in_force(self, in_force: datetime.date | None) -> datetime.date | None:
        """The law's first day in force: this wording's if it is the first, else what is told of an earlier one."""
        if not self.is_amended:
            return in_force
        clause = self.clause or Clause()
        told = [day for day in (*self.header.commencements, clause.day) if day and (not in_force or day < in_force)]
        if told:
            return min(told)
        revised = any(event.is_revision for event in self.header.adoptions)
        if clause.event is None or revised:
            return None
        return _day_of_event([e for e in self.header.adoptions if not e.is_amendment], clause.event, None)


def _day_of_event(events: Sequence[Event], kind: EventKind | None, dated: datetime.date | None) -> datetime.date | None:
    """The day of the publication or adoption that a clause names, if the header tells it."""
    if kind != "publication":
        word = "批准" if kind == "approval" else "通过"
        return next((event.day for event in reversed(events) if word in event.words), None)
    published = next((event.day for event in events if event.is_publication), None)
    if published:
        return published
    # A law is published on the day it is adopted unless another body approves it, or the file is of another day.
    days = {event.day for event in events}
    return days.pop() if len(days) == 1 and (dated is None or dated in days) else None
