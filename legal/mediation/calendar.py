"""The sessions of a mediation as a file for a calendar (RFC 5545), in the reader's time zone."""

from collections.abc import Iterable
from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from legal.matters.models import Matter
from legal.mediation.models import Session
from legal.mediation.states import Meeting
from portal.accounts.time_zones import BEIJING, name

# What was only proposed is no appointment; what was given free is told to calendars that have it.
STATUSES: Final = {
    Meeting.AGREED.value: "CONFIRMED",
    Meeting.HELD.value: "CONFIRMED",
    Meeting.CANCELLED.value: "CANCELLED",
}


def zones_of(matter: Matter) -> list[str]:
    """The time zones of both sides, Beijing's first, each once."""
    taking = matter.participants.standing().select_related("user")
    people = [matter.begun_by, *(one.user for one in taking)]
    return list(dict.fromkeys([BEIJING, *(person.time_zone for person in people)]))


def as_calendar(sessions: Iterable[Session], *, zone: str, address: str) -> bytes:
    """The file for whoever lives in `zone`; it names no party and no fact.

    A calendar that has a session takes the newest: `UID` stays, `SEQUENCE` is raised with each change.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Law Wisdom Valley//Mediations//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for session in sessions:
        calendar.add_component(_event(session, ZoneInfo(zone), address))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def told(session: Session, zone: str) -> str:
    """When it begins by the clocks of a zone, in words."""
    begin = timezone.localtime(session.starts, ZoneInfo(zone))
    return _("%(time)s (%(zone)s)") % {"time": date_format(begin, "DATETIME_FORMAT"), "zone": name(zone)}


def _event(session: Session, own: ZoneInfo, address: str) -> Event:
    event = Event()
    event.add("uid", str(session.uid))
    event.add("sequence", session.sequence)
    event.add("dtstamp", session.changed_at)
    event.add("dtstart", session.starts.astimezone(own))
    event.add("dtend", session.ends.astimezone(own))
    event.add("status", STATUSES[session.state])
    event.add("summary", _("Session of the mediation %(number)s") % {"number": session.matter.number})
    event.add("url", settings.SITE_URL.rstrip("/") + address)
    return event
