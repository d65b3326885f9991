"""The facets beside the results: values by name with counts, and the filters in use with the way to undo each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.search.filters import Filters
from portal.search.forms import NEWEST
from portal.search.registry import sources

SHOWN_AT_ONCE: Final = 7

Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, and how much it would leave."""

    value: str
    label: str
    count: int
    ticked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values; of a long list the tail is folded."""

    name: str
    label: str
    first: list[Choice]
    rest: list[Choice]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the address without it."""

    label: str
    query: str


def names() -> dict[str, dict[str, str]]:
    """What the values of each facet are called, over all sources."""
    called: dict[str, dict[str, str]] = {}
    for source in sources.values():
        for facet, values in source.choices().items():
            called.setdefault(facet, {}).update(values)
    return called


def facets(filters: Filters, counts: Mapping[str, Mapping[str, int]], called: Names) -> list[Facet]:
    """The facets that leave something to choose, most results first."""
    labels = {
        "jurisdiction": _("Country or organisation"),
        "kind": pgettext("of a law", "Kind"),
        "topic": _("Topic"),
        "language": _("Has a text in"),
        "status": pgettext("of a law", "Status"),
        "region": _("Region"),
        "worth": _("What the text is worth"),
        "year": _("Year of adoption or decision"),
    }
    drawn = [facet(name, label, ticked(filters, name), counts.get(name, {}), called) for name, label in labels.items()]
    return [one for one in drawn if len(one.first) > 1 or any(choice.ticked for choice in one.first)]


def facet(name: str, label: str, chosen: Iterable[str], counted: Mapping[str, int], called: Names) -> Facet:
    values = sorted(counted, key=lambda value: (-int(value) if name == "year" else -counted[value], value))
    kept = tuple(chosen)
    choices = [
        Choice(value, called.get(name, {}).get(value, value), counted.get(value, 0), ticked=value in kept)
        for value in dict.fromkeys((*kept, *values))
    ]
    shown = max(SHOWN_AT_ONCE, len(kept))
    return Facet(name, label, choices[:shown], choices[shown:])


def ticked(filters: Filters, name: str) -> tuple[str, ...]:
    return tuple(filters.status if name == "status" else filters.chosen.get(name, ()))


def chips(query: str, filters: Filters, called: Names, *, newest: bool) -> list[Chip]:
    """Each filter in use, with the address that leaves it out."""
    pairs = in_use(filters)
    return [
        Chip(
            label(name, value, called), address(query, [pair for pair in pairs if pair != (name, value)], newest=newest)
        )
        for name, value in pairs
    ]


def label(name: str, value: str, called: Names) -> str:
    return _("Past editions too") if name == "past" else called.get(name, {}).get(value, value)


def in_use(filters: Filters) -> list[tuple[str, str]]:
    """The filters as pairs of an address."""
    pairs = [(name, value) for name, values in filters.chosen.items() for value in values]
    pairs += [("status", value) for value in filters.status]
    return [*pairs, ("past", "on")] if filters.past else pairs


def address(query: str, pairs: Iterable[tuple[str, str]], *, newest: bool) -> str:
    """The query of an address that asks for this."""
    made = QueryDict(mutable=True)
    made["q"] = query
    for name, value in pairs:
        made.appendlist(name, value)
    if newest:
        made["order"] = NEWEST
    return made.urlencode()
