"""When a session is, in words: in Beijing's time, and in the reader's where that is another."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from legal.training.models import Session
from legal.training.models.session import ZONE
from portal.accounts import time_zones


def spell(session: Session, zone: datetime.tzinfo) -> str:
    """Days and hours of a session in a zone, in the active language."""
    starts, ends = timezone.localtime(session.starts, zone), timezone.localtime(session.ends, zone)
    named = {
        "day": date_format(starts, "DATE_FORMAT"),
        "last": date_format(ends, "DATE_FORMAT"),
        "from": time_format(starts.time(), "H:i"),
        "until": time_format(ends.time(), "H:i"),
    }
    if starts.date() == ends.date():
        return _("%(day)s, %(from)s to %(until)s") % named
    return _("%(day)s, %(from)s, to %(last)s, %(until)s") % named


def in_beijing(session: Session) -> str:
    """As it is announced, with the name of the time."""
    return beijing(spell(session, ZONE))


def closing(session: Session) -> str:
    """When enrolment closes, in Beijing's time."""
    return beijing(date_format(timezone.localtime(session.closes, ZONE), "DATETIME_FORMAT"))


def beijing(time: str) -> str:
    """A time with the name of the zone it is told in."""
    return _("%(time)s (Beijing time)") % {"time": time}


def in_own(session: Session) -> str:
    """In the time zone of whoever reads, with its name; "" where it is Beijing's."""
    own = timezone.get_current_timezone()
    if timezone.localtime(session.starts, own).utcoffset() == timezone.localtime(session.starts, ZONE).utcoffset():
        return ""
    return _("%(time)s (%(zone)s)") % {"time": spell(session, own), "zone": time_zones.name(str(own))}
