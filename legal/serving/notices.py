"""What there is to be told about the other side of a matter."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.matters.notices import GROUP as MATTERS
from legal.matters.notices import page as matter
from legal.serving.models import Invitation, Participant
from portal.notices.kinds import Group, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

GROUP: Final = Group(
    "serving",
    _("Matters in which you are a side"),
    _("Whoever is a side of a matter has to know what is served on them."),
)


def invitation(notice: "Notice") -> str:
    """The page that answers an invitation: its address has the token, which stands in no database."""
    if isinstance(notice.about, Invitation) and notice.about.token:
        return reverse("serving:invitation", args=[notice.about.token])
    return reverse("serving:list")


def side(notice: "Notice") -> str:
    """The matter as the side has it before it; all of theirs, where it is gone."""
    if isinstance(notice.about, Participant):
        return notice.about.get_absolute_url()
    return reverse("serving:list")


register(
    Kind("serving.invitation", GROUP, _("You are invited to take part in a matter"), invitation, mandatory=True),
    Kind("serving.served", GROUP, _("Something was served on you"), side, mandatory=True),
    Kind("serving.message", GROUP, _("A message about a matter in which you are a side"), side),
    Kind("serving.receipt", GROUP, _("The receipt of your answer is ready"), side),
    Kind("serving.answered", MATTERS, _("The other side has answered"), matter, mandatory=True),
    Kind("serving.certified", MATTERS, _("A certificate of service is ready"), matter),
)
