"""Citations as pages show them: a text cut into plain pieces and links."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from legal.laws.models import Citation, Edition, Provision

Places = frozenset[tuple[int | None, str]]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text, never markup: the template escapes it. `citation` is None for plain words."""

    text: str
    citation: Citation | None = None


def segments(body: str, citations: Iterable[Citation]) -> list[Segment]:
    """The text in pieces, which joined are the text; only citations with a law are cut out, overlapping ones once."""
    return list(_pieces(body, citations))


def _pieces(body: str, citations: Iterable[Citation]) -> Iterator[Segment]:
    place = 0
    linked = (citation for citation in citations if citation.law_id is not None)
    for citation in sorted(linked, key=lambda each: (each.start, each.pk or 0)):
        if citation.start < place or citation.end > len(body):
            continue
        if citation.start > place:
            yield Segment(body[place : citation.start])
        yield Segment(body[citation.start : citation.end], citation)
        place = citation.end
    if place < len(body):
        yield Segment(body[place:])


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
