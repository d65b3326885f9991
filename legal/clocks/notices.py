"""What there is to be told about deadlines."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from legal.clocks.models import Deadline
from legal.matters.notices import GROUP
from portal.notices.kinds import Group, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

STAFF: Final = Group("clocks", _("Deadlines of the institution"))


def page(notice: "Notice") -> str:
    """The deadline where whoever is told reads it; the enterprises, where it is gone."""
    if isinstance(notice.about, Deadline):
        return notice.about.page_for(notice.user)
    return reverse("enterprises:list")


def desk(notice: "Notice") -> str:
    """The page of the console on which it is dealt with; the list, where it is gone."""
    if isinstance(notice.about, Deadline):
        return notice.about.get_console_url()
    return reverse("admin:clocks_deadline_changelist")


def calendar(notice: "Notice") -> str:
    """The deadlines of the enterprise, where an address for calendars is made; the enterprises, where it is gone."""
    if isinstance(notice.about, Enterprise):
        return reverse("clocks:list", args=[notice.about.key])
    return reverse("enterprises:list")


register(
    Kind("clocks.reminder", GROUP, _("A deadline comes near"), page, mandatory=True),
    Kind("clocks.overdue", GROUP, _("A deadline is past"), page, mandatory=True),
    Kind("clocks.changed", GROUP, _("A deadline has changed"), page, mandatory=True),
    Kind("clocks.calendar-ended", GROUP, _("A calendar of deadlines is switched off"), calendar, mandatory=True),
    Kind("clocks.staff-reminder", STAFF, _("A deadline of the institution comes near"), desk),
    Kind("clocks.staff-overdue", STAFF, _("The institution is overdue"), desk),
    Kind("clocks.staff-changed", STAFF, _("A deadline of the institution has changed"), desk),
)
