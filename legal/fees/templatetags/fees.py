"""What pages of fees want besides what Django has, and what the page of a matter shows of its fees."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django import template
from django.urls import reverse

from legal.fees.currencies import written
from legal.fees.models import FeeNotice
from legal.fees.models.notice import ISSUER
from legal.fees.sheets import sheets_of
from legal.fees.states import ProofState, ReliefState
from legal.matters.kinds import Side
from legal.matters.models import Matter

if TYPE_CHECKING:
    # The console cannot be loaded before the tags are.
    from legal.matters.officers import OfficerSeat

register = template.Library()

BADGES: Final = {
    ProofState.WAITING.value: "waiting",
    ProofState.CONFIRMED.value: "done",
    ProofState.REFUSED.value: "refused",
    ReliefState.PROPOSED.value: "waiting",
    ReliefState.APPROVED.value: "waiting",
    ReliefState.EXECUTED.value: "done",
    ReliefState.REJECTED.value: "refused",
}


@register.filter
def money(amount: Decimal, currency: str) -> str:
    """An amount with its currency, as the reader's language writes it."""
    return written(amount, currency)


@register.filter
def marked(state: str) -> str:
    """How the state of a proof, of a waiver or of a refund is marked."""
    return BADGES[state]


@register.inclusion_tag("fees/_of_matter.html")
def fees_of(matter: Matter) -> dict[str, Any]:
    """The notices the enterprise owes in a matter; nothing where there are none."""
    return {"rows": [(notice, notice.get_absolute_url()) for notice in sheets_of(matter, side=Side.APPLICANT)]}


@register.inclusion_tag("admin/fees/_section.html")
def fees_for_staff(seat: "OfficerSeat") -> dict[str, Any]:
    """The notices of all sides in the console, for whom fees are shown; and where the holder issues another one."""
    held, by = seat.matter, seat.officer
    issues = seat.holds and not held.is_ended and by.has_perm(ISSUER)
    notices = FeeNotice.objects.worked_on_by(by).filter(matter=held).select_related("party").order_by("position")
    return {"notices": notices, "address": reverse("admin:fees_feenotice_issue", args=[held.key]) if issues else ""}
