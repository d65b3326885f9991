"""What a provision cites, and what cites it, grouped by law; the number of queries hangs on no number of rows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from django.urls import reverse

from legal.laws.linking.reading import Places
from legal.laws.models import Citation, CitedPlace, Edition, Law, Provision, ProvisionText
from legal.laws.numbering import display
from legal.laws.reading.columns import order
from legal.laws.reading.single import name_of

# Read at most, shown of each law at first, laws shown at first: an article of a code is cited by thousands.
MOST_READ: Final = 1000
SHOWN_OF_A_LAW: Final = 8
SHOWN_LAWS: Final = 6


class Place(NamedTuple):
    """A provision of another text as a link: what it is called, in which language, and where it stands."""

    name: str
    language: str
    address: str


@dataclass(slots=True)
class Group:
    """The places of one law; `more` are left out at first."""

    law: Law
    places: list[Place] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True, slots=True)
class Cites:
    """The laws and places a provision cites, and the names of laws that are not held."""

    groups: list[Group]
    unheld: list[str]


@dataclass(frozen=True, slots=True)
class CitedBy:
    """Who cites a provision: `total` places of law in all, of which the groups show some or all."""

    total: int
    groups: list[Group]
    partial: bool


class Citing(NamedTuple):
    """A citing place in its latest edition."""

    law: int
    path: str
    provision: int
    number: str
    kind: str
    edition: str


def cites(citations: Sequence[Citation], edition: Edition, on: Places, reader: str) -> Cites:
    """What these citations of one provision, their laws with them, lead to; each place once."""
    groups: dict[int, Group] = {}
    for law, path in dict.fromkeys((citation.law, citation.path) for citation in citations):
        if law is None:
            continue
        group = groups.setdefault(law.pk, Group(law))
        if path:
            group.places.append(_cited_place(law, path, on, reader))
    unheld = dict.fromkeys(citation.name for citation in citations if citation.law_id is None and citation.name)
    return Cites(_own_first(groups, edition.law_id), list(unheld))


def cited_by(edition: Edition, path: str, reader: str, *, everything: bool) -> CitedBy:
    """Who cites a place of a law, in the latest edition of each that does; its own law first. Four queries at most."""
    counted = CitedPlace.objects.filter(law=edition.law, path=path).order_by()
    total = counted.values_list("places", flat=True).first() or 0
    rows = _citing(edition.law, path)
    by_law: dict[int, list[Citing]] = {}
    for row in rows:
        by_law.setdefault(row.law, []).append(row)
    laws = _laws(by_law, edition.law)
    groups = {pk: Group(laws[pk]) for pk in by_law}
    ordered = _own_first(groups, edition.law_id)
    shown = ordered if everything else ordered[:SHOWN_LAWS]
    kept = {
        group.law.pk: by_law[group.law.pk] if everything else by_law[group.law.pk][:SHOWN_OF_A_LAW] for group in shown
    }
    names = _names([row for found in kept.values() for row in found], laws, reader)
    for group in shown:
        law = group.law
        group.more = len(by_law[law.pk]) - len(kept[law.pk])
        for row in kept[law.pk]:
            address = reverse("laws:provision", args=[law.jurisdiction.code, law.slug, row.edition, row.path])
            group.places.append(Place(*names[row.provision], address))
    partial = len(shown) < len(ordered) or any(group.more for group in shown)
    return CitedBy(max(total, len(rows)), shown, partial)


def _cited_place(law: Law, path: str, on: Places, reader: str) -> Place:
    address = law.get_absolute_url()
    if (law.pk, path) in on:
        address = reverse("laws:article", args=[law.jurisdiction.code, law.slug, path])
    number = path.rsplit("/", 1)[-1].split("-", 1)[-1]
    return Place(display(number, law.unit, reader), reader, address)


def _citing(law: Law, path: str) -> list[Citing]:
    place = ("provision__edition__law", "provision__path")
    rows = (
        Citation.objects.filter(law=law, path=path)
        .order_by(*place, "-provision__edition__day", "provision")
        .distinct(*place)
        .values_list(*place, "provision", "provision__number", "provision__kind", "provision__edition__slug")
    )
    return sorted((Citing(*row) for row in rows[:MOST_READ]), key=lambda row: (row.law, _in_text(row.path)))


def _in_text(path: str) -> tuple[int, list[str | int]]:
    """The order of a text, told from an address: the main text first, Article 102 before Article 1002."""
    parts = re.split(r"([0-9]+)", path)
    return path.count("/"), [int(part) if at % 2 else part for at, part in enumerate(parts)]


def _laws(keys: Iterable[int], own: Law) -> dict[int, Law]:
    others = set(keys) - {own.pk}
    rows = Law.objects.filter(pk__in=others).order_by().select_related("jurisdiction") if others else ()
    return {own.pk: own} | {law.pk: law for law in rows}


def _own_first(groups: dict[int, Group], own: int) -> list[Group]:
    return sorted(groups.values(), key=lambda group: (group.law.pk != own, group.law.title_key, group.law.pk))


def _names(rows: Sequence[Citing], laws: dict[int, Law], reader: str) -> dict[int, tuple[str, str]]:
    if not rows:
        return {}
    texts: dict[int, list[ProvisionText]] = {}
    for text in ProvisionText.objects.filter(provision__in=[row.provision for row in rows]).order_by().defer("body"):
        texts.setdefault(text.provision_id, []).append(text)
    for found in texts.values():
        found.sort(key=lambda text: (text.language != reader, order(text.language)))
    return {
        row.provision: name_of(
            Provision(number=row.number, kind=row.kind), texts.get(row.provision, []), reader, laws[row.law].unit
        )
        for row in rows
    }
