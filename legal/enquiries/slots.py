"""When a lawyer can be met: hours of the office, in the lawyer's own time zone, that nobody has taken."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final
from zoneinfo import ZoneInfo

from legal.enquiries.models import Appointment
from legal.lawyers.models import Lawyer, OfficeHours

LENGTH: Final = datetime.timedelta(hours=1)
# Nobody is asked for a time that is nearly there, or far away.
AHEAD: Final = datetime.timedelta(hours=12)
DAYS: Final = 14


def free_slots(lawyer: Lawyer, *, now: datetime.datetime, but: Appointment | None = None) -> list[datetime.datetime]:
    """When a consultation of one hour can begin in the next two weeks, the earliest first; `but` takes no time."""
    taken = [one for one in lawyer.appointments.holding().filter(ends__gt=now) if one != but]
    return slots(
        lawyer.office_hours.all(),
        ZoneInfo(lawyer.time_zone),
        [(one.starts, one.ends) for one in taken],
        now=now,
    )


def slots(
    hours: Iterable[OfficeHours],
    zone: ZoneInfo,
    taken: Iterable[tuple[datetime.datetime, datetime.datetime]],
    *,
    now: datetime.datetime,
) -> list[datetime.datetime]:
    """The beginnings of free hours within office hours. An hour the clocks skip, or run through twice, is none."""
    open_hours, occupied = list(hours), list(taken)
    today = now.astimezone(zone).date()
    days = (today + datetime.timedelta(days=ahead) for ahead in range(DAYS + 1))
    found = {
        begin for day in days for one in open_hours if one.weekday == day.isoweekday() for begin in _of(day, one, zone)
    }
    return sorted(
        begin
        for begin in found
        if begin >= now + AHEAD and not any(begin < until and since < begin + LENGTH for since, until in occupied)
    )


def _of(day: datetime.date, hours: OfficeHours, zone: ZoneInfo) -> Iterator[datetime.datetime]:
    naive, closes = datetime.datetime.combine(day, hours.opens), datetime.datetime.combine(day, hours.closes)
    while naive + LENGTH <= closes:
        begin = naive.replace(tzinfo=zone).astimezone(datetime.UTC)
        if begin.astimezone(zone).replace(tzinfo=None) == naive:
            yield begin
        naive += LENGTH
