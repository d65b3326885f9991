"""Counting a time limit day by day: no database, only days."""

import calendar
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from legal.rules.deadlines import steps
from legal.rules.deadlines.outcome import Deadline
from legal.rules.deadlines.steps import Step
from legal.rules.deadlines.workdays import WorkingDays
from legal.rules.kinds import Unit
from legal.rules.names import NAMELESS, Names

DAY: Final = datetime.timedelta(days=1)
MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands still from one day to another, both left out; without an end it still does."""

    since: datetime.date
    until: datetime.date | None = None

    def covers(self, day: datetime.date) -> bool:
        """Whether the clock stands still on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Extension:
    """By how much a limit was made longer, in its own unit, on which day, and as which rule lets it be."""

    value: int
    on: datetime.date
    rule: Names = NAMELESS
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Limit:
    """How long, in what, and what the source says of rest days and of time that is left out."""

    value: int
    unit: Unit
    moves: bool = False
    moving_source: Names = NAMELESS
    stops: bool = True
    confirmed: bool = True


def count(
    limit: Limit,
    start: datetime.date,
    working: WorkingDays,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> Deadline:
    """When a limit ends that runs from a day, which itself does not count; with its extensions it is one longer limit.

    `ValueError` for working days without a calendar, `OverflowError` for a day after the year 9999.
    """
    if limit.unit == Unit.WORKING_DAYS and not working.calendars:
        raise ValueError("Working days are counted over a calendar at least.")
    stopping, ignored = (pauses, ()) if limit.stops else ((), pauses)
    way: list[Step] = [steps.Started(start, limit.value, limit.unit)]
    way += [steps.Extended(one.on, one.value, limit.unit, one.rule) for one in extensions]
    way += [] if limit.confirmed and all(one.confirmed for one in extensions) else [steps.ToBeConfirmed()]
    limit = replace(limit, value=limit.value + sum(one.value for one in extensions))
    last, passed = _walk(limit, start, working, stopping)
    way += _left_out(passed, working, limit.unit, stopping)
    if last is None:
        return Deadline(None, (*way, *_still(stopping)))
    day, moving = _moved(limit, last, working, stopping)
    if day is None:
        return Deadline(None, (*way, *_still(stopping)))
    way += [steps.NotStopping(pause.since) for pause in ignored if pause.since <= day]
    provisional = _provisional(limit, start, last, day, working)
    return Deadline(day, (*way, *moving, *provisional, steps.Ends(day)), bool(provisional))


def after_months(day: datetime.date, months: int) -> datetime.date:
    """The day of the same number so many months later; the last of its month where there is none."""
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year = day.year + years
    if year > datetime.MAXYEAR:
        raise OverflowError("No calendar goes beyond the year 9999.")
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _walk(
    limit: Limit, start: datetime.date, working: WorkingDays, pauses: Sequence[Pause]
) -> tuple[datetime.date | None, list[datetime.date]]:
    """The last day counted, None where the clock stands still before it; and every day on the way there."""
    left = (after_months(start, limit.value) - start).days if limit.unit == Unit.MONTHS else limit.value
    day = start
    passed: list[datetime.date] = []
    while left:
        day += DAY
        if any(pause.until is None and pause.covers(day) for pause in pauses):
            return None, passed
        passed.append(day)
        if _counts(day, limit.unit, working, pauses):
            left -= 1
    return day, passed


def _counts(day: datetime.date, unit: str, working: WorkingDays, pauses: Sequence[Pause]) -> bool:
    if any(pause.covers(day) for pause in pauses):
        return False
    return unit != Unit.WORKING_DAYS or not working.is_rest(day)


def _left_out(
    passed: Iterable[datetime.date], working: WorkingDays, unit: str, pauses: Sequence[Pause]
) -> Iterable[Step]:
    """What was left out on the way, and what counted though it falls at a weekend."""
    days = list(passed)
    running = [day for day in days if not any(pause.covers(day) for pause in pauses)]
    if unit == Unit.WORKING_DAYS:
        yield from _rest_days(running, working)
    for pause in sorted(pauses, key=lambda pause: pause.since):
        number = sum(pause.covers(day) for day in days)
        if number and pause.until:
            yield steps.Stopped(pause.since, pause.until, number)


def _rest_days(days: Sequence[datetime.date], working: WorkingDays) -> Iterable[Step]:
    resting = [day for day in days if working.is_rest(day)]
    weekends = sum(working.is_weekend(day) for day in resting)
    if weekends:
        yield steps.Weekends(weekends)
    yield from (steps.Skipped(day, working.name(day)) for day in resting if not working.is_weekend(day))
    yield from (steps.MadeUp(day) for day in days if working.is_made_up(day))


def _still(pauses: Sequence[Pause]) -> Iterable[Step]:
    yield steps.StillStopped(min(pause.since for pause in pauses if pause.until is None))


def _moved(
    limit: Limit, last: datetime.date, working: WorkingDays, pauses: Sequence[Pause]
) -> tuple[datetime.date | None, list[Step]]:
    """Where the last day moves to, if it does: to no day on which the clock stands still, to none while it still does.

    Until the day that a rest day moves to the limit runs, so that what stops it by then stops it in time.
    """
    if not working.is_rest(last):
        return last, []
    if not limit.moves:
        return last, [steps.NotMoved(last)]
    day, stood = last, dict.fromkeys(pauses, 0)
    while working.is_rest(day) or any(pause.covers(day) for pause in pauses):
        day += DAY
        covering = [pause for pause in pauses if pause.covers(day)]
        if any(pause.until is None for pause in covering):
            return None, []
        stood |= {pause: stood[pause] + 1 for pause in covering}
    stopped = [steps.Stopped(pause.since, pause.until, days) for pause, days in stood.items() if days and pause.until]
    return day, [*stopped, steps.Moved(last, day, limit.moving_source)]


def _provisional(
    limit: Limit, start: datetime.date, last: datetime.date, day: datetime.date, working: WorkingDays
) -> list[steps.Provisional]:
    """The years not published that the day rests on: all it runs through, or those it may move in."""
    if limit.unit == Unit.WORKING_DAYS:
        years = range((start + DAY).year, day.year + 1)
    else:
        years = range(last.year, day.year + 1) if limit.moves else range(0)
    return [steps.Provisional(name, year) for name, year in working.unpublished(years)]
