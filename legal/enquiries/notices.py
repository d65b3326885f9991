"""What there is to be told about requests for a consultation."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.enquiries.models import Enquiry
from portal.notices.kinds import Group, Kind, Words, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

GROUP: Final = Group(
    "enquiries",
    _("Requests for a consultation"),
    _("Whoever asks and whoever is asked have to know how a request stands, and when they meet."),
)


def page(notice: "Notice") -> str:
    """The page of the request; the list, where it is gone."""
    if isinstance(notice.about, Enquiry):
        return notice.about.get_absolute_url()
    return reverse("enquiries:list")


def _kind(name: str, label: Words, *, mandatory: bool = False) -> Kind:
    return Kind(f"enquiries.{name}", GROUP, label, page, mandatory=mandatory)


register(
    _kind("received", _("A request for a consultation reached you"), mandatory=True),
    _kind("refused", _("A lawyer cannot take your request"), mandatory=True),
    _kind("opened", _("A lawyer reads your request")),
    _kind("accepted", _("A lawyer accepted your request"), mandatory=True),
    _kind("message", _("A message about a request")),
    _kind("withdrawn", _("A request was withdrawn"), mandatory=True),
    _kind("closed", _("A request was closed")),
    _kind("time-proposed", _("A time for a consultation was proposed"), mandatory=True),
    _kind("time-booked", _("A consultation was booked"), mandatory=True),
    _kind("time-cancelled", _("The time of a consultation is free again"), mandatory=True),
)
