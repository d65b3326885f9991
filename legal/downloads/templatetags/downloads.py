"""The files an edition can be had as, for the pages that show it."""

from collections.abc import Iterable
from typing import Any, Protocol

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from legal.downloads.files import FORMATS
from legal.laws.models import Edition

register = template.Library()


class Shown(Protocol):
    """A column of a page."""

    @property
    def language(self) -> str: ...


@register.inclusion_tag("downloads/_files.html")
def downloads(edition: Edition, columns: Iterable[Shown]) -> dict[str, Any]:
    """Links to the file in each format, in the languages of a page's columns."""
    law = edition.law
    query = urlencode([("with" if number else "language", column.language) for number, column in enumerate(columns)])
    files = [
        (one.name, reverse("downloads:file", args=[law.jurisdiction.code, law.slug, edition.slug, one.suffix]))
        for one in FORMATS.values()
    ]
    return {"files": [(name, f"{address}?{query}") for name, address in files]}
