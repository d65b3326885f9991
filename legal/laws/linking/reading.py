"""Where citations lead on a day."""

import datetime
from collections.abc import Collection

from django.urls import reverse

from legal.laws.models import Citation, Edition, Provision

Places = frozenset[tuple[int | None, str]]


def current_places(citations: Collection[Citation], *, on: datetime.date) -> Places:
    """Which cited places stand in the editions of that day, as (law, path); one query."""
    laws = {citation.law_id for citation in citations if citation.law_id and citation.path}
    if not laws:
        return frozenset()
    editions = Edition.objects.filter(law__in=laws).of_the_day(on=on)
    paths = {citation.path for citation in citations}
    return frozenset(
        Provision.objects.filter(edition__in=editions, path__in=paths).values_list("edition__law", "path").order_by()
    )


def address(citation: Citation, places: Places) -> str:
    """Where a citation leads: to the article in the edition of the day, or to the law where that has no such article.

    The citation's law and its jurisdiction must have been selected with it.
    """
    law = citation.law
    if law is None:
        return ""
    if (law.pk, citation.path) in places:
        return reverse("laws:article", args=[law.jurisdiction.code, law.slug, citation.path])
    return law.get_absolute_url()
