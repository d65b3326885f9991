"""What is told of an account by the outbox; the other letters about it go out where they are asked for (`mails.py`)."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.notices.kinds import SECURITY, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice


def _sign_in(notice: "Notice") -> str:
    return reverse("account_login")


def _activity(notice: "Notice") -> str:
    return reverse("privacy:activity")


# In place of the letter about a change that the mail server did not take.
CHANGED: Final = Kind(
    slug="accounts.changed",
    group=SECURITY,
    label=_("Your account was changed"),
    address=_activity,
    mandatory=True,
)
# To the former address, which no account has any more.
ADDRESS_CHANGED: Final = Kind(
    slug="accounts.address-changed",
    group=SECURITY,
    label=_("Staff changed the e-mail address of your account"),
    address=_sign_in,
    mandatory=True,
    shown=False,
)

register(CHANGED, ADDRESS_CHANGED)
