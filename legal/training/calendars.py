"""A session as an entry for a calendar (RFC 5545)."""

from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from legal.training.models import Session
from legal.training.states import SessionState

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"


def entry(session: Session, *, link: bool) -> bytes:
    """The session in the active language; with the address of its online room for those who have a place.

    A newer version takes the place of an older one in the reader's calendar, also one that calls it off.
    """
    event = Event()
    event.add("uid", f"training-{session.course.slug}-{session.slug}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", session.sequence)
    event.add("dtstamp", session.changed_at)
    event.add("dtstart", session.starts)
    event.add("dtend", session.ends)
    event.add("summary", str(session.course))
    event.add("url", settings.SITE_URL + session.get_absolute_url())
    event.add("description", _told(session, link=link))
    event.add("location", session.place or _("Online"))
    event.add("status", "CANCELLED" if session.state == SessionState.CANCELLED else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//training//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _told(session: Session, *, link: bool) -> str:
    lines = [_("Held with: %(university)s") % {"university": session.course.university}]
    if link and session.link:
        lines.append(_("Online room: %(address)s") % {"address": session.link})
    return "\n".join(lines)
