"""What there is to be told about fees."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.fees import payers
from legal.fees.models import FeeNotice
from legal.matters.notices import GROUP
from portal.notices.kinds import Kind, Words, register

if TYPE_CHECKING:
    from portal.notices.models import Notice


def page(notice: "Notice") -> str:
    """The page of the fee notice, as the side that owes it has it; the enterprises, where there is none."""
    if isinstance(notice.about, FeeNotice) and (known := payers.of(notice.about.side)):
        return known.page(notice.about, notice.user)
    return reverse("enterprises:list")


def _kind(name: str, label: Words, *, mandatory: bool = False) -> Kind:
    return Kind(f"fees.{name}", GROUP, label, page, mandatory=mandatory)


register(
    _kind("issued", _("A fee notice was issued"), mandatory=True),
    _kind("cancelled", _("A fee notice was cancelled"), mandatory=True),
    _kind("confirmed", _("A payment was confirmed")),
    _kind("refused", _("A proof of transfer was not accepted"), mandatory=True),
    _kind("waived", _("A fee was waived, in part or in full")),
    _kind("refunded", _("A refund was transferred")),
)
