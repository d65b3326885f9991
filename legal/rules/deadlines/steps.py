"""The steps from the first day to the last: each is told as a whole sentence in the active language."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import Field, TypeAdapter

from legal.rules.kinds import Unit
from legal.rules.names import NAMELESS, Names


@dataclass(frozen=True, slots=True)
class Started:
    """How long the limit is, and from which day."""

    day: datetime.date
    value: int
    unit: Unit
    step: Literal["started"] = "started"

    def tell(self) -> str:
        found = {"number": self.value, "day": _day(self.day)}
        if self.unit == Unit.WORKING_DAYS:
            return (
                ngettext(
                    "The limit is %(number)s working day from %(day)s; that day itself does not count.",
                    "The limit is %(number)s working days from %(day)s; that day itself does not count.",
                    self.value,
                )
                % found
            )
        if self.unit == Unit.MONTHS:
            return (
                ngettext(
                    "The limit is %(number)s month from %(day)s and ends on the day of that number, or else on the "
                    "last day of the month.",
                    "The limit is %(number)s months from %(day)s and ends on the day of that number, or else on the "
                    "last day of the month.",
                    self.value,
                )
                % found
            )
        return (
            ngettext(
                "The limit is %(number)s day from %(day)s, rest days included; that day itself does not count.",
                "The limit is %(number)s days from %(day)s, rest days included; that day itself does not count.",
                self.value,
            )
            % found
        )


@dataclass(frozen=True, slots=True)
class Extended:
    """The limit was made longer on a day, in its own unit, as far as a rule lets it be."""

    day: datetime.date
    value: int
    unit: Unit
    rule: Names
    step: Literal["extended"] = "extended"

    def tell(self) -> str:
        found = {"number": self.value, "day": _day(self.day), "rule": self.rule.any()}
        if self.unit == Unit.WORKING_DAYS:
            return (
                ngettext(
                    "On %(day)s it was extended by %(number)s working day (%(rule)s).",
                    "On %(day)s it was extended by %(number)s working days (%(rule)s).",
                    self.value,
                )
                % found
            )
        if self.unit == Unit.MONTHS:
            return (
                ngettext(
                    "On %(day)s it was extended by %(number)s month (%(rule)s).",
                    "On %(day)s it was extended by %(number)s months (%(rule)s).",
                    self.value,
                )
                % found
            )
        return (
            ngettext(
                "On %(day)s it was extended by %(number)s day (%(rule)s).",
                "On %(day)s it was extended by %(number)s days (%(rule)s).",
                self.value,
            )
            % found
        )


@dataclass(frozen=True, slots=True)
class ToBeConfirmed:
    """The figure was read in a secondary source."""

    step: Literal["to-be-confirmed"] = "to-be-confirmed"

    def tell(self) -> str:
        return _("This limit was read in a secondary source and is still to be confirmed.")


@dataclass(frozen=True, slots=True)
class Unknown:
    """There is no figure, so there is no day."""

    rule: Names
    step: Literal["unknown"] = "unknown"

    def tell(self) -> str:
        return _("“%(rule)s”: as notified by the institution. No figure is confirmed, so nothing is computed.") % {
            "rule": self.rule.any()
        }


@dataclass(frozen=True, slots=True)
class Weekends:
    """How many days of weekends were left out."""

    number: int
    step: Literal["weekends"] = "weekends"

    def tell(self) -> str:
        return ngettext(
            "%(number)s day at a weekend is left out.", "%(number)s days at weekends are left out.", self.number
        ) % {"number": self.number}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rest day that was left out, with its name where it has one."""

    day: datetime.date
    name: Names = NAMELESS
    step: Literal["skipped"] = "skipped"

    def tell(self) -> str:
        name = self.name.own()
        if not name:
            return _("%(day)s is left out: it is a rest day.") % {"day": _day(self.day)}
        return _("%(day)s is left out: %(name)s.") % {"day": _day(self.day), "name": name}


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A day of a weekend that counted, since it is worked."""

    day: datetime.date
    step: Literal["made-up"] = "made-up"

    def tell(self) -> str:
        return _("%(day)s counts although it is at a weekend: it is made a working day.") % {"day": _day(self.day)}


@dataclass(frozen=True, slots=True)
class Stopped:
    """The clock stood still: of these days, so many did not count."""

    since: datetime.date
    until: datetime.date
    number: int
    step: Literal["stopped"] = "stopped"

    def tell(self) -> str:
        return ngettext(
            "The clock stood still from %(since)s to %(until)s: %(number)s day is left out.",
            "The clock stood still from %(since)s to %(until)s: %(number)s days are left out.",
            self.number,
        ) % {"since": _day(self.since), "until": _day(self.until), "number": self.number}


@dataclass(frozen=True, slots=True)
class StillStopped:
    """The clock stands still, so there is no day yet."""

    since: datetime.date
    step: Literal["still-stopped"] = "still-stopped"

    def tell(self) -> str:
        return _("The clock has stood still since %(since)s: the last day is known when it runs again.") % {
            "since": _day(self.since)
        }


@dataclass(frozen=True, slots=True)
class NotStopping:
    """The clock did not stop, since no source says that it can."""

    since: datetime.date
    step: Literal["not-stopping"] = "not-stopping"

    def tell(self) -> str:
        return _("No source says that the clock stops, so the days from %(since)s on count too.") % {
            "since": _day(self.since)
        }


@dataclass(frozen=True, slots=True)
class Moved:
    """The last day was a rest day, and moved as a source says."""

    day: datetime.date
    to: datetime.date
    source: Names
    step: Literal["moved"] = "moved"

    def tell(self) -> str:
        return _("%(day)s is a rest day, so the limit ends on the next working day, %(to)s (%(source)s).") % {
            "day": _day(self.day),
            "to": _day(self.to),
            "source": self.source.any(),
        }


@dataclass(frozen=True, slots=True)
class NotMoved:
    """The last day is a rest day, and no source says that it moves."""

    day: datetime.date
    step: Literal["not-moved"] = "not-moved"

    def tell(self) -> str:
        return _("%(day)s is a rest day. No source says that this limit then ends later, so it is not moved.") % {
            "day": _day(self.day)
        }


@dataclass(frozen=True, slots=True)
class Provisional:
    """The rest days of a year are not published yet."""

    calendar: Names
    year: int
    step: Literal["provisional"] = "provisional"

    def tell(self) -> str:
        return _(
            "The rest days of %(year)s in the calendar “%(calendar)s” are not confirmed: the day is provisional."
        ) % {
            "year": self.year,
            "calendar": self.calendar.any(),
        }


@dataclass(frozen=True, slots=True)
class Ends:
    """The last day."""

    day: datetime.date
    step: Literal["ends"] = "ends"

    def tell(self) -> str:
        return _("The last day is %(day)s.") % {"day": _day(self.day)}


Step = (
    Started
    | Extended
    | ToBeConfirmed
    | Unknown
    | Weekends
    | Skipped
    | MadeUp
    | Stopped
    | StillStopped
    | NotStopping
    | Moved
    | NotMoved
    | Provisional
    | Ends
)
KEPT: Final[TypeAdapter[tuple[Step, ...]]] = TypeAdapter(tuple[Annotated[Step, Field(discriminator="step")], ...])


def _day(day: datetime.date) -> str:
    return date_format(day, "DATE_FORMAT")
