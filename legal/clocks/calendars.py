"""Deadlines as entries of a calendar (RFC 5545): whole days, with the number of the matter and no name."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from icalendar import Calendar, Event

from enterprises.models import Enterprise
from legal.clocks.models import Deadline

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
DAY: Final = datetime.timedelta(days=1)


def of_enterprise(enterprise: Enterprise, *, language: str) -> bytes:
    """The open deadlines of all matters of an enterprise, in a language; the same bytes as long as nothing changes."""
    found = Deadline.objects.open().shown_to_parties().filter(matter__enterprise=enterprise, due__isnull=False)
    with translation.override(language):
        return _calendar(found.order_by("due", "pk").select_related("matter__enterprise"))


def of_one(deadline: Deadline) -> bytes:
    """One deadline that has a last day, in the active language."""
    return _calendar([deadline])


def _calendar(deadlines: Iterable[Deadline]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Law Wisdom Valley//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", pgettext("name of a calendar", "Deadlines of matters"))
    # How often a calendar should look again.
    calendar.add("x-published-ttl", "PT1H")
    for deadline in deadlines:
        calendar.add_component(_entry(deadline))
    return bytes(calendar.to_ical())


def _entry(deadline: Deadline) -> Event:
    """A whole day, which is the same day in every time zone; `DTSTAMP` is in UTC, and no time zone is needed."""
    if deadline.due is None:
        raise ValueError("What has no last day is no entry of a calendar.")
    entry = Event()
    entry.add("uid", str(deadline.uid))
    entry.add("sequence", deadline.sequence)
    entry.add("dtstamp", deadline.changed_at.astimezone(datetime.UTC))
    entry.add("dtstart", deadline.due)
    entry.add("dtend", deadline.due + DAY)
    entry.add("summary", _summary(deadline))
    entry.add("status", "TENTATIVE" if deadline.provisional else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")
    entry.add("url", settings.SITE_URL.rstrip("/") + deadline.get_absolute_url())
    return entry


def _summary(deadline: Deadline) -> str:
    told = {"number": deadline.matter.number, "clock": deadline.label}
    if deadline.provisional and not deadline.is_entered:
        return _("%(number)s: %(clock)s (provisional)") % told
    return _("%(number)s: %(clock)s") % told
