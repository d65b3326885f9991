"""The kinds this app has itself: the daily mail, and a trial."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.notices.kinds import Group, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice


def inbox(notice: "Notice") -> str:
    """The inbox, where all that a daily mail names stands."""
    return reverse("notices:inbox")


DIGEST: Final = Kind(
    slug="notices.digest",
    group=Group("digest", _("Daily mail")),
    label=_("The day's notices in one mail"),
    address=inbox,
    shown=False,
)

# What an operator sends to see whether notices arrive.
TRIAL: Final = Kind(
    slug="notices.trial",
    group=Group("portal", _("The portal itself")),
    label=_("A trial of whether notices arrive"),
    address=inbox,
)

register(DIGEST, TRIAL)
