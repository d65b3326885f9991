"""What pages of fees want besides what Django has, and what the page of a matter shows of its fees."""

from decimal import Decimal
from typing import Any, Final

from django import template

from legal.fees.currencies import written
from legal.fees.sheets import sheets_of
from legal.fees.states import ProofState, ReliefState
from legal.matters.kinds import Side
from legal.matters.models import Matter

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
    return {"notices": sheets_of(matter, side=Side.APPLICANT)}
