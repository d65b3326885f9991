"""The facets of the directory as its page shows them: values by name with counts, and what is ticked to be undone."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final, Protocol

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname, resolution_order

from legal.laws.directory import FACETS, ORDERS, Filters
from legal.laws.kinds import ForceStatus, LawKind
from legal.laws.spoken import language_name
from portal.languages import TEXTS
from portal.reference.models import Jurisdiction, Region, Topic
from portal.search.narrowing import Chip, Choice, Facet

SHOWN_AT_ONCE: Final = 8


class Asked(Protocol):
    """Filters of a directory: what is ticked, and the order, which has one that is usual."""

    @property
    def order(self) -> str: ...

    def __init__(self) -> None: ...

    def ticked(self) -> dict[str, tuple[str, ...]]:
        """The facets with something ticked."""
        ...


def named() -> dict[str, dict[str, str]]:
    """The values of each facet by name, in the order they are offered."""
    return {
        "jurisdiction": names_by(Jurisdiction.objects.all(), "code"),
        "region": names_by(Region.objects.all(), "code"),
        "kind": {kind.value: str(kind.label) for kind in LawKind},
        "topic": names_by(Topic.objects.all(), "slug"),
        "status": {status.value: str(status.label) for status in ForceStatus},
    }


def names_by(rows: QuerySet[Any], key: str) -> dict[str, str]:
    """Names by key, in the interface's language or the first that stands in for it.

    From plain columns: read as the translated field they take twice as long.
    """
    columns = [build_localized_fieldname("name", code) for code in resolution_order(get_language())]
    return {code: next(filter(None, names), "") for code, *names in rows.values_list(key, *columns)}


def known(filters: Filters, names: dict[str, dict[str, str]]) -> Filters:
    """The filters without values that name nothing: an old or invented address shows what it can."""
    kept = {
        facet: tuple(value for value in values if facet not in names or value in names[facet])
        for facet, values in filters.ticked().items()
    }
    kept["year"] = tuple(value for value in filters.year if value.isdigit() and len(value) == len("2021"))
    return Filters(**kept, order=filters.order)


def facets(filters: Filters, counts: dict[str, dict[str, int]], names: dict[str, dict[str, str]]) -> list[Facet]:
    """The facets that have something to choose from."""
    labels = {
        "jurisdiction": _("Country or organisation"),
        "region": _("Region"),
        "kind": pgettext("of a law", "Kind"),
        "topic": _("Topic"),
        "status": pgettext("of a law", "Status"),
        "year": _("Year of adoption"),
        "language": _("Has a text in"),
    }
    drawn = []
    for facet in FACETS:
        ticked = getattr(filters, facet)
        values = _ordered(facet, counts[facet], names)
        choices = [
            Choice(value, _label(facet, value, names), counts[facet].get(value, 0), ticked=value in ticked)
            for value in dict.fromkeys((*values, *ticked))
        ]
        choices.sort(key=lambda choice: not choice.ticked)
        if choices:
            shown = max(SHOWN_AT_ONCE, len(ticked))
            drawn.append(Facet(facet, labels[facet], choices[:shown], choices[shown:]))
    return drawn


def chips(filters: Filters, names: dict[str, dict[str, str]]) -> list[Chip]:
    """The filters in use, each with the address that leaves it out."""
    ticked = [(facet, value) for facet, values in filters.ticked().items() for value in values]
    return [
        Chip(_label(facet, value, names), query(filters, (pair for pair in ticked if pair != (facet, value))))
        for facet, value in ticked
    ]


def orders(filters: Filters) -> list[tuple[str, str, bool]]:
    """The orders a list can be had in: what each is called, its address, and whether it is the one in use."""
    names = {
        "title": pgettext("order of laws", "By title"),
        "in-force": pgettext("order of laws", "Newest in force"),
        "changed": pgettext("order of laws", "Recently changed"),
    }
    return [(names[order], f"?{query(replace(filters, order=order))}", order == filters.order) for order in ORDERS]


def query(filters: Asked, ticked: Iterable[tuple[str, str]] | None = None) -> str:
    """The filters as the query of an address, "" where nothing differs from the bare directory."""
    address = QueryDict(mutable=True)
    if ticked is None:
        ticked = [(facet, value) for facet, values in filters.ticked().items() for value in values]
    for facet, value in ticked:
        address.appendlist(facet, value)
    if filters.order != type(filters)().order:
        address["order"] = filters.order
    return address.urlencode()


def _ordered(facet: str, counted: dict[str, int], names: dict[str, dict[str, str]]) -> list[str]:
    if facet in names:
        return [value for value in names[facet] if value in counted]
    if facet == "year":
        return sorted(counted, key=int, reverse=True)
    return sorted(counted, key=lambda value: (value not in TEXTS, -counted[value], value))


def _label(facet: str, value: str, names: dict[str, dict[str, str]]) -> str:
    if facet == "language":
        return language_name(value)
    return names.get(facet, {}).get(value, value)
