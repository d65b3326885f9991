"""What the pages of enterprises want besides what Django has, and what other pages show of one's enterprises."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import template
from django.http import HttpRequest

from enterprises.access import current, memberships_of
from enterprises.states import State

register = template.Library()

BADGES: Final = {
    State.DRAFT: "not-yet",
    State.SUBMITTED: "waiting",
    State.IN_REVIEW: "waiting",
    State.RETURNED: "waiting",
    State.REJECTED: "refused",
    State.VERIFIED: "done",
    State.SUSPENDED: "refused",
}


@register.filter
def badge(state: str) -> str:
    """How the state of a registration is marked."""
    return BADGES[State(state)]


@register.filter
def about(remarks: Mapping[str, Sequence[str]], field: str) -> Sequence[str]:
    """What was remarked about a field."""
    return remarks.get(field, ())


@register.inclusion_tag("enterprises/_switch.html", takes_context=True)
def enterprise_switch(context: template.RequestContext) -> dict[str, Any]:
    """For which of their enterprises somebody works, and the way to the others; nothing for who has none."""
    request: HttpRequest | None = context.get("request")
    if request is None or not hasattr(request, "user") or not request.user.is_authenticated:
        return {"current": None, "others": []}
    mine = memberships_of(request)
    chosen = current(request)
    return {
        "current": chosen and chosen.enterprise,
        "others": [one.enterprise for one in mine if one is not chosen],
        "csrf_token": context.get("csrf_token"),
    }
