"""What there is to be told about matters."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Matter
from portal.notices.kinds import Group, Kind, Words, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

GROUP: Final = Group(
    "matters",
    _("Matters of your enterprise"),
    _("Whoever acts for an enterprise has to know what was submitted in its name, and how it stands."),
)


def page(notice: "Notice") -> str:
    """The page of the matter; the enterprises, where it is gone."""
    if isinstance(notice.about, Matter):
        return notice.about.get_absolute_url()
    return reverse("enterprises:list")


def _kind(name: str, label: Words, *, mandatory: bool = False) -> Kind:
    return Kind(f"matters.{name}", GROUP, label, page, mandatory=mandatory)


register(
    _kind("submitted", _("A matter was submitted"), mandatory=True),
    _kind("receipt", _("The receipt of a submission is ready")),
    _kind("withdrawn", _("A matter was withdrawn"), mandatory=True),
    _kind("recorded", _("What was decided in a matter was recorded"), mandatory=True),
    _kind("message", _("A message about a matter")),
)
