"""What there is to be told about imports of law."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.intake.models import Intake
from portal.notices.kinds import Group, Kind, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

GROUP: Final = Group("intake", _("Imports of law"))


def page(notice: "Notice") -> str:
    """The page of the import; the list, once it has been removed."""
    if isinstance(notice.about, Intake):
        return notice.about.get_absolute_url()
    return reverse("admin:intake_intake_changelist")


register(
    Kind("intake.checked", GROUP, _("The dry run of an import is done"), page),
    Kind("intake.imported", GROUP, _("An import is done"), page),
    Kind("intake.failed", GROUP, _("An import failed"), page),
)
