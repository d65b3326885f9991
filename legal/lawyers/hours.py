"""Office hours as the lawyer keeps them, and what they are where the reader is."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

from legal.lawyers.kinds import Weekday
from legal.lawyers.models import Lawyer


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of one day of the coming week: there, and here, where they may fall on another day."""

    weekday: str
    opens: datetime.time
    closes: datetime.time
    here: datetime.datetime
    here_until: datetime.datetime

    @property
    def here_weekday(self) -> str:
        return str(Weekday(self.here.isoweekday()).label)


def coming(lawyer: Lawyer, *, now: datetime.datetime | None = None) -> list[Hours]:
    """The office hours of the seven days that begin with the lawyer’s today, by weekday.

    In a zone that changes its clocks an hour here may be another next week; each is told for the coming one.
    """
    zone, here = ZoneInfo(lawyer.time_zone), timezone.get_current_timezone()
    today = (now or timezone.now()).astimezone(zone).date()
    told = []
    for hours in lawyer.office_hours.all():
        day = today + datetime.timedelta(days=(hours.weekday - today.isoweekday()) % 7)
        begin, end = (datetime.datetime.combine(day, time, zone) for time in (hours.opens, hours.closes))
        told.append(
            Hours(hours.get_weekday_display(), hours.opens, hours.closes, begin.astimezone(here), end.astimezone(here))
        )
    return told


def differ(lawyer: Lawyer, *, now: datetime.datetime | None = None) -> bool:
    """Whether a clock where the reader is shows another hour than the lawyer’s."""
    moment = now or timezone.now()
    there = moment.astimezone(ZoneInfo(lawyer.time_zone)).utcoffset()
    return there != moment.astimezone(timezone.get_current_timezone()).utcoffset()
