"""The way from a lawyer's page to a request, and from a person's pages to their requests."""

from typing import Any, Final

from django import template

from legal.enquiries.eligible import laws_of
from legal.enquiries.states import State
from legal.lawyers.models import Lawyer

register = template.Library()

BADGES: Final = {
    State.DRAFT: "not-yet",
    State.CHECKED: "waiting",
    State.NAMED: "waiting",
    State.OPENED: "waiting",
    State.ASKED: "waiting",
    State.ACCEPTED: "done",
    State.REFUSED: "refused",
    State.WITHDRAWN: "unknown",
    State.CLOSED: "unknown",
}


@register.filter
def enquiry_badge(state: str) -> str:
    """How the state of a request is marked."""
    return BADGES[State(state)]


@register.inclusion_tag("enquiries/_ask.html")
def ask_lawyer(lawyer: Lawyer) -> dict[str, Any]:
    """How to ask a lawyer for a consultation, about the law of which countries; or that it cannot be done now."""
    return {"lawyer": lawyer, "laws": laws_of(lawyer)}
