"""What is told of files."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.notices.kinds import Group, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice


def shelf(notice: "Notice") -> str:
    """The user's own files."""
    return reverse("files:shelf")


INFECTED: Final = Kind(
    slug="files.infected",
    group=Group("files", _("Your files"), _("You must hear when a file you sent was destroyed, to send a sound one.")),
    label=_("A file of yours held a virus"),
    address=shelf,
    mandatory=True,
)

register(INFECTED)
