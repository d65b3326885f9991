"""The calendars of the file, and the days of their years out of the library; what staff entered stays as it is."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from legal.rules import watching
from legal.rules.kinds import Origin
from legal.rules.loading import holidays
from legal.rules.loading.files import Entry, columns, read
from legal.rules.models import Calendar, CalendarDay, CalendarYear
from portal.reference.models import Jurisdiction

SATURDAY_AND_SUNDAY: Final = (6, 7)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a run added, changed and took away."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(self.added + other.added, self.changed + other.changed, self.removed + other.removed)


def load(years: Iterable[int], places: dict[str, Jurisdiction]) -> Loaded:
    """Add what calendars of the file are lacking, and bring the days of these years up to the library."""
    total, known = Loaded(), list(years)
    for position, entry in enumerate(read("calendars")["calendar"], 1):
        calendar, new = Calendar.objects.get_or_create(
            slug=entry["slug"], defaults=_calendar(entry, position, places[entry["jurisdiction"]])
        )
        days = Loaded(added=int(new)) + _load_years(calendar, known, entry.get("published", {}))
        if calendar.library:
            days += _load_days(calendar, known)
        if days != Loaded():
            watching.tell(calendar)
        total += days
    return total


def _calendar(entry: Entry, position: int, place: Jurisdiction) -> dict[str, Any]:
    return {
        "jurisdiction": place,
        "follows": Calendar.objects.filter(slug=entry.get("follows", "")).first(),
        "library": entry.get("library", ""),
        "weekend": list(entry.get("weekend", SATURDAY_AND_SUNDAY)),
        "position": position,
        **columns("name", entry["name"]),
        **columns("note", entry.get("note", {})),
    }


def _load_years(calendar: Calendar, years: Iterable[int], published: dict[str, str]) -> Loaded:
    """A row for each year; one that staff have changed says what they say."""
    total = Loaded()
    for year in years:
        address = published.get(str(year), "")
        values = {"published": bool(address), "source_url": address}
        row, new = CalendarYear.objects.get_or_create(
            calendar=calendar, year=year, defaults={**values, "origin": Origin.LOADED}
        )
        total += Loaded(added=int(new), changed=int(_follow(row, values)))
    return total


def _load_days(calendar: Calendar, years: Iterable[int]) -> Loaded:
    """The days the library knows: added, followed, and taken away where it knows them no more."""
    wanted = {day.date: day for year in years for day in holidays.of(calendar.library, year)}
    sources = dict(calendar.years.values_list("year", "source_url"))
    held = {day.date: day for day in calendar.days.filter(date__year__in=list(years))}
    new = [date for date in wanted if date not in held]
    CalendarDay.objects.bulk_create(
        CalendarDay(calendar=calendar, date=date, origin=Origin.LOADED, **_day(wanted[date], sources)) for date in new
    )
    changed = sum(_follow(held[date], _day(wanted[date], sources)) for date in wanted if date in held)
    gone = [day.pk for date, day in held.items() if date not in wanted and day.origin == Origin.LOADED]
    CalendarDay.objects.filter(pk__in=gone).delete()
    return Loaded(len(new), changed, len(gone))


def _day(day: holidays.Holiday, sources: dict[int, str]) -> dict[str, Any]:
    names = {"zh": day.name.zh, "en": day.name.en, "ru": day.name.ru}
    return {"kind": day.kind, "source_url": sources.get(day.date.year, ""), **columns("name", names)}


def _follow(row: CalendarDay | CalendarYear, values: dict[str, Any]) -> bool:
    """Change a loaded row where it differs; whether there was anything to do."""
    different = [name for name, value in values.items() if getattr(row, name) != value]
    if row.origin == Origin.STAFF or not different:
        return False
    for name in different:
        setattr(row, name, values[name])
    row.save(update_fields=different)
    return True


def years_from(today: datetime.date, *, ahead: int) -> range:
    """The years that are loaded: from the first that was compared with a notice to so many after this one."""
    return range(2025, today.year + ahead + 1)
