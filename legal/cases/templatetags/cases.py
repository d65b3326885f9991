"""What pages of law show of cases."""

from typing import Any

from django import template

from legal.cases.applications import BAR, HEIGHT, applications
from legal.laws.models import Edition

register = template.Library()


@register.inclusion_tag("cases/_applying.html")
def applying(edition: Edition, path: str) -> dict[str, Any]:
    """The cases that apply an article, with their years as a picture and as a table."""
    law = edition.law
    return {
        "found": applications(edition, path),
        "edition": edition,
        "law": f"{law.jurisdiction.code}-{law.slug}",
        "path": path,
        "height": HEIGHT,
        "bar": BAR,
    }
