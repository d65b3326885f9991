"""What the page of a matter shows its enterprise of the other side."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template

from legal.matters.access import Seat
from legal.matters.models import Matter, Party, Representative
from legal.serving.consent import abroad, lacking
from legal.serving.courses import course_of, is_served
from legal.serving.models import Paper

register = template.Library()


@register.inclusion_tag("serving/_section.html")
def serving_of(seat: Seat, parties: Iterable[Party], representatives: Sequence[Representative]) -> dict[str, Any]:
    """What was served and answered, and which consents lack, as a member of the enterprise is shown it."""
    held = seat.matter
    recipients = list(abroad(parties))
    papers = Paper.objects.read_by_members().filter(matter=held).select_related("file", "party", "answer")
    return {
        "matter": held,
        "seat": seat,
        "recipients": recipients,
        "lacking": lacking(held, recipients) if recipients else 0,
        "representatives": bool(representatives),
        "services": held.services.with_items(),
        "answers": held.answers.select_related("party").defer("manifest"),
        "papers": papers,
    }


@register.inclusion_tag("serving/_claims.html")
def claims_told(kind: str, frozen: list[dict[str, Any]]) -> dict[str, Any]:
    """What is claimed in turn, out of plain JSON."""
    return {"claims": course_of(kind).claims_told(frozen)}


@register.inclusion_tag("admin/serving/_section.html")
def serving_for_staff(matter: Matter) -> dict[str, Any]:
    """What was served on whom, when and in which language it was opened, with its certificates, in the console."""
    return {"matter": matter, "services": matter.services.with_items(), "is_served": is_served(matter.kind)}
