"""An appointment as a file for a calendar (RFC 5545), in the reader's time zone and telling both."""

from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from legal.enquiries.models import Appointment
from legal.enquiries.states import Appointed
from portal.accounts.time_zones import name

# Of a time only proposed no calendar has to know.
STATUSES: Final = {Appointed.BOOKED.value: "CONFIRMED", Appointed.CANCELLED.value: "CANCELLED"}


def as_calendar(appointment: Appointment, *, zone: str, zones: tuple[str, str], as_lawyer: bool) -> bytes:
    """The file for whoever lives in `zone`; it names both `zones`, and no fact and no client.

    A calendar that has the appointment takes the newest: `UID` stays, `SEQUENCE` is raised with each change.
    """
    own = ZoneInfo(zone)
    event = Event()
    event.add("uid", str(appointment.uid))
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.changed_at)
    event.add("dtstart", appointment.starts.astimezone(own))
    event.add("dtend", appointment.ends.astimezone(own))
    event.add("status", STATUSES[appointment.state])
    event.add("summary", _summary(appointment, as_lawyer=as_lawyer))
    event.add("description", "\n".join(told(appointment, one) for one in dict.fromkeys(zones)))
    event.add("url", settings.SITE_URL.rstrip("/") + appointment.enquiry.get_absolute_url())
    calendar = Calendar()
    calendar.add("prodid", "-//Law Wisdom Valley//Consultations//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def told(appointment: Appointment, zone: str) -> str:
    """When it begins by the clocks of a zone, in words."""
    begin = timezone.localtime(appointment.starts, ZoneInfo(zone))
    return _("%(time)s (%(zone)s)") % {"time": date_format(begin, "DATETIME_FORMAT"), "zone": name(zone)}


def _summary(appointment: Appointment, *, as_lawyer: bool) -> str:
    if as_lawyer:
        return _("Consultation %(reference)s") % {"reference": appointment.enquiry.key}
    return _("Consultation with %(lawyer)s") % {"lawyer": appointment.lawyer}
