"""Citations in a text as links: to the place on the same page, to the article of the day elsewhere."""

import datetime
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from html import escape
from typing import NamedTuple, TypeAlias

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from legal.laws.linking import current_places
from legal.laws.linking.reading import Places, address
from legal.laws.models import Citation, Edition

Link: TypeAlias = tuple[int, int, str]
Place: TypeAlias = tuple[int, str]


class Row(NamedTuple):
    """A citation as it is read: models for thousands of them would cost more than all the rest of the page."""

    provision: int
    language: str
    start: int
    end: int
    law: int
    code: str
    slug: str
    path: str


@dataclass(frozen=True, slots=True)
class Links:
    """The links of an edition's texts by provision and language, each list in the order of the text."""

    found: dict[tuple[int, str], list[Link]]

    def of(self, provision: int, language: str) -> Sequence[Link]:
        """The links of one text."""
        return self.found.get((provision, language), ())


def links(edition: Edition, here: Iterable[str], *, on: datetime.date) -> Links:
    """The links of an edition's texts; `here` are the paths on the same page, `on` the day other laws are read of."""
    citations = Citation.objects.filter(provision__edition=edition)
    return gathered(citations, {(edition.law_id, path) for path in here}, on=on)


def gathered(citations: QuerySet[Citation], own: Set[Place], *, on: datetime.date) -> Links:
    """Citations as links; those to a law's place in `own` lead to the same page. Two queries."""
    rows = [
        Row(*row)
        for row in citations.exclude(law=None)
        .order_by("start", "pk")
        .values_list("provision", "language", "start", "end", "law", "law__jurisdiction__code", "law__slug", "path")
    ]
    elsewhere = {(row.law, row.path) for row in rows if row.path} - own
    places = current_places([Citation(law_id=law, path=path) for law, path in elsewhere], on=on)
    found: dict[tuple[int, str], list[Link]] = {}
    laws: dict[int, str] = {}
    for row in rows:
        if row.law not in laws:
            laws[row.law] = reverse("laws:law", args=[row.code, row.slug])
        place = (row.law, row.path)
        target = f"#{row.path}" if place in own else laws[row.law] + (f"{row.path}/" if place in places else "")
        found.setdefault((row.provision, row.language), []).append((row.start, row.end, target))
    return Links(found)


def of_citations(citations: Iterable[Citation], places: Places) -> Links:
    """The links of one provision's citations, which come with their laws in the order of the text."""
    found: dict[tuple[int, str], list[Link]] = {}
    for citation in citations:
        if citation.law_id:
            link = (citation.start, citation.end, address(citation, places))
            found.setdefault((citation.provision_id, citation.language), []).append(link)
    return Links(found)


def linked(body: str, links: Sequence[Link]) -> SafeString:
    """The body as HTML paragraphs with its links; a link that overlaps the one before, or the end, is left out."""
    if not links:
        return _paragraphs(escape(body, quote=False))
    parts: list[str] = []
    at = 0
    for start, end, target in links:
        if start < at or end > len(body):
            continue
        words = escape(body[start:end], quote=False)
        parts += (escape(body[at:start], quote=False), f'<a href="{escape(target)}">{words}</a>')
        at = end
    parts.append(escape(body[at:], quote=False))
    return _paragraphs("".join(parts))


def _paragraphs(escaped: str) -> SafeString:
    return mark_safe("<p>" + escaped.replace("\n", "</p><p>") + "</p>" if escaped else "")  # noqa: S308  # as it is named
