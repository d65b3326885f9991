"""The facets of the directory as its page shows them: values by name with counts, and what is ticked to be undone."""

from dataclasses import replace
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from legal.cases.directory import Counts, Filters
from legal.cases.kinds import CourtLevel
from legal.cases.places import place_name
from legal.laws.facets import SHOWN_AT_ONCE, names_by, query
from legal.laws.models import Law
from legal.laws.spoken import reader, spoken
from portal.reference.models import Jurisdiction, Topic
from portal.search.narrowing import Chip, Choice, Facet

Names = dict[str, dict[str, str]]
OFFERED: Final = ("jurisdiction", "level", "topic", "year", "law")


def named() -> Names:
    """The values of the facets that are closed lists, by name, in the order they are offered."""
    return {
        "jurisdiction": names_by(Jurisdiction.objects.all(), "code"),
        "level": {level.value: str(level.label) for level in CourtLevel},
        "topic": names_by(Topic.objects.all(), "slug"),
    }


def known(filters: Filters, names: Names) -> Filters:
    """The filters without values that name nothing: an old or invented address shows what it can."""
    kept = {
        facet: tuple(value for value in values if facet not in names or value in names[facet])
        for facet, values in filters.ticked().items()
    }
    kept["year"] = tuple(value for value in filters.year if value.isdigit() and len(value) == len("2021"))
    return Filters(**kept, order=filters.order)


def with_laws(names: Names, filters: Filters, counts: Counts) -> Names:
    """The names with those of the laws that are offered or ticked, and of the place that is."""
    wanted = Q()
    values = dict.fromkeys((*counts["law"], *filters.law))
    for value in values:
        code, _dash, slug = value.partition("-")
        wanted |= Q(jurisdiction__code=code, slug=slug)
    laws = Law.objects.filter(wanted).select_related("jurisdiction").order_by() if values else ()
    held = {f"{law.jurisdiction.code}-{law.slug}": law for law in laws}
    titles = {value: (spoken(held[value], "short_title").text or spoken(held[value], "title").text) for value in held}
    units = [held[value].unit for value in filters.law if value in held]
    places = {path: place_name(path, units[0], reader().text) for path in filters.place if units}
    return names | {"law": {value: titles.get(value, value) for value in values}, "place": places}


def facets(filters: Filters, counts: Counts, names: Names) -> list[Facet]:
    """The facets that have something to choose from."""
    labels = {
        "jurisdiction": _("Country or organisation"),
        "level": _("Level of the court"),
        "topic": _("Topic"),
        "year": pgettext("of a case", "Year of decision"),
        "law": _("Law applied"),
    }
    drawn = []
    for facet in OFFERED:
        ticked = getattr(filters, facet)
        choices = [
            Choice(value, names.get(facet, {}).get(value, value), counts[facet].get(value, 0), ticked=value in ticked)
            for value in dict.fromkeys((*_ordered(facet, counts[facet], names), *ticked))
        ]
        choices.sort(key=lambda choice: not choice.ticked)
        if choices:
            shown = max(SHOWN_AT_ONCE, len(ticked))
            drawn.append(Facet(facet, labels[facet], choices[:shown], choices[shown:]))
    return drawn


def chips(filters: Filters, names: Names) -> list[Chip]:
    """The filters in use, each with the address that leaves it out; a place goes with its law."""
    ticked = [(facet, value) for facet, values in filters.ticked().items() for value in values]
    return [
        Chip(
            names.get(facet, {}).get(value, value),
            query(
                filters, [pair for pair in ticked if pair != (facet, value) and (facet, pair[0]) != ("law", "place")]
            ),
        )
        for facet, value in ticked
    ]


def orders(filters: Filters) -> list[tuple[str, str, bool]]:
    """The orders a list can be had in: what each is called, its address, and whether it is the one in use."""
    names = {
        "newest": pgettext("order of cases", "Newest decisions"),
        "changed": pgettext("order of cases", "Recently changed"),
    }
    return [(name, f"?{query(replace(filters, order=order))}", order == filters.order) for order, name in names.items()]


def _ordered(facet: str, counted: dict[str, int], names: Names) -> list[str]:
    if facet == "year":
        return sorted(counted, key=int, reverse=True)
    if facet == "law":
        return list(counted)
    return [value for value in names[facet] if value in counted]
