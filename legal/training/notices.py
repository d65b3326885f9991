"""What there is to be told about training."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.training.models import Session
from portal.notices.kinds import Group, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

GROUP: Final = Group(
    "training",
    _("Your courses"),
    _("You have to know whether you have a place, and when and where the course is held."),
)


def session(notice: "Notice") -> str:
    """The page of the session; one's courses, where readers see it no more."""
    if isinstance(notice.about, Session) and notice.about.is_shown:
        return notice.about.get_absolute_url()
    return mine(notice)


def mine(notice: "Notice") -> str:
    """The list of one's courses."""
    return reverse("training:mine")


register(
    Kind("training.enrolled", GROUP, _("You are enrolled in a course"), session, mandatory=True),
    Kind("training.waiting", GROUP, _("You are on a waiting list"), session),
    Kind("training.place", GROUP, _("You moved up from a waiting list"), session, mandatory=True),
    Kind("training.changed", GROUP, _("Time or place of a course changed"), session, mandatory=True),
    Kind("training.cancelled", GROUP, _("A course was cancelled"), session, mandatory=True),
    Kind("training.certified", GROUP, _("Your certificate is issued"), mine),
    Kind("training.revoked", GROUP, _("Your certificate was revoked"), mine, mandatory=True),
)
