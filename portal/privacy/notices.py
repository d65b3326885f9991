"""What a person is told about their data: both come always, since somebody else may have asked in their name."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.notices.kinds import SECURITY, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice


def _copy(notice: "Notice") -> str:
    return reverse("privacy:data")


def _home(notice: "Notice") -> str:
    return reverse("privacy:deleted")


COPY_READY: Final = Kind(
    slug="privacy.copy-ready", group=SECURITY, label=_("A copy of your data is ready"), address=_copy, mandatory=True
)
# To an address that no account has any more.
ACCOUNT_DELETED: Final = Kind(
    slug="privacy.account-deleted",
    group=SECURITY,
    label=_("Your account was deleted"),
    address=_home,
    mandatory=True,
    shown=False,
)

register(COPY_READY, ACCOUNT_DELETED)
