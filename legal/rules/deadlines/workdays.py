"""Which days are worked, over one or several calendars: read once, then asked day by day without the database."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from legal.rules.kinds import DayKind
from legal.rules.models import Calendar, CalendarDay, CalendarYear
from legal.rules.names import NAMELESS, Names


@dataclass(frozen=True, slots=True)
class Special:
    """A day that is not what its place in the week says."""

    works: bool
    name: Names = NAMELESS


@dataclass(frozen=True, slots=True)
class Days:
    """One calendar; its own days go before those of the one it follows."""

    name: Names = NAMELESS
    weekend: frozenset[int] = frozenset({6, 7})
    special: Mapping[datetime.date, Special] = field(default_factory=dict)
    published: frozenset[int] = frozenset()

    def is_weekend(self, day: datetime.date) -> bool:
        """Whether the week says that it is a rest day."""
        return day.isoweekday() in self.weekend

    def works(self, day: datetime.date) -> bool:
        """Whether it is a working day here."""
        known = self.special.get(day)
        return known.works if known else not self.is_weekend(day)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Several calendars at once: a day is worked where it is in each of them."""

    calendars: tuple[Days, ...]

    @classmethod
    def of(cls, calendars: Iterable[Calendar], since: datetime.date) -> Self:
        """The calendars as they stand in the database, from a day on; three queries, however many they are."""
        asked = {calendar.pk: calendar for calendar in calendars}
        followed = Calendar.objects.filter(followed_by__in=asked)
        every = {**{calendar.pk: calendar for calendar in followed}, **asked}
        days: dict[int, dict[datetime.date, Special]] = {pk: {} for pk in every}
        years: dict[int, set[int]] = {pk: set() for pk in every}
        for day in CalendarDay.objects.filter(calendar__in=every, date__gte=since):
            days[day.calendar_id][day.date] = Special(day.kind == DayKind.WORK, Names.of(day))
        for year in CalendarYear.objects.filter(calendar__in=every, published=True):
            years[year.calendar_id].add(year.year)
        return cls(tuple(_merged(calendar, days, years) for calendar in asked.values()))

    def is_rest(self, day: datetime.date) -> bool:
        """Whether it is a rest day in one of the calendars at least."""
        return any(not calendar.works(day) for calendar in self.calendars)

    def is_weekend(self, day: datetime.date) -> bool:
        """Whether it is a rest day by the week, and bears no name."""
        return self.name(day) == NAMELESS and any(calendar.is_weekend(day) for calendar in self.calendars)

    def is_made_up(self, day: datetime.date) -> bool:
        """Whether it is worked though it falls at a weekend of one of the calendars."""
        return not self.is_rest(day) and any(calendar.is_weekend(day) for calendar in self.calendars)

    def name(self, day: datetime.date) -> Names:
        """What the rest day is called in the first calendar that has a name for it."""
        known = (calendar.special.get(day) for calendar in self.calendars)
        return next((one.name for one in known if one and not one.works and one.name != NAMELESS), NAMELESS)

    def unpublished(self, years: Iterable[int]) -> list[tuple[Names, int]]:
        """Which of these years are not published, in which calendar."""
        return [
            (calendar.name, year) for year in years for calendar in self.calendars if year not in calendar.published
        ]


def _merged(
    calendar: Calendar, days: Mapping[int, dict[datetime.date, Special]], years: Mapping[int, set[int]]
) -> Days:
    """A calendar with the days of the one it follows; a year is published where both are."""
    special, published = days[calendar.pk], years[calendar.pk]
    if calendar.follows_id:
        special = {**days[calendar.follows_id], **special}
        published = published & years[calendar.follows_id]
    return Days(Names.of(calendar), frozenset(calendar.weekend), special, frozenset(published))
