"""What the front page shows of services."""

from typing import Any

from django import template

from legal.services.models import Service

register = template.Library()


@register.inclusion_tag("services/_home.html")
def services_home() -> dict[str, Any]:
    """The services by name, each with its page; nothing without any."""
    return {"services": Service.objects.all().shown()}
