"""What happened to a matter, for whoever may open it."""

from typing import Any

from django import template

from legal.matters.models import Matter
from portal.workflow.models import Event

register = template.Library()


@register.inclusion_tag("handling/_course.html")
def course_of(matter: Matter) -> dict[str, Any]:
    """The moves of a matter with their reasons, the newest first; on whose desk it was stands nowhere."""
    events = Event.objects.of(matter).filter(table=matter.table.slug).order_by("-at", "-pk")
    return {"events": [] if matter.is_draft else events}
