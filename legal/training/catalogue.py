"""The catalogue: courses filtered and counted by facet, the next to be held first."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.db.models import CharField, Count, Exists, F, Func, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from legal.laws.facets import SHOWN_AT_ONCE, names_by, query
from legal.laws.spoken import language_name
from legal.training.models import Course, CourseQuerySet, Session, University
from portal.reference.models import Topic
from portal.search.narrowing import Chip, Choice, Facet

FACETS: Final = ("language", "university", "topic", "places")
FREE: Final = "free"

Names = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader ticked, by facet; values of one facet widen, facets narrow."""

    language: tuple[str, ...] = ()
    university: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    order: str = "next"

    def ticked(self) -> dict[str, tuple[str, ...]]:
        """The facets with something ticked."""
        return {facet: getattr(self, facet) for facet in FACETS if getattr(self, facet)}


def ordered(filters: Filters, now: datetime.datetime) -> QuerySet[Course, Course]:
    """The courses that pass the filters with their sessions ahead, the next to be held first."""
    ahead = Session.objects.visible().ahead(now)
    first = ahead.filter(course=OuterRef("pk")).values("starts")[:1]
    found = courses(filters, now).with_reference().annotate(first=Subquery(first))
    return found.prefetch_related(Prefetch("sessions", ahead, to_attr="coming")).order_by(
        F("first").asc(nulls_last=True), "-created_at", "-pk"
    )


def courses(filters: Filters, now: datetime.datetime, *, without: str = "") -> CourseQuerySet:
    """The published courses that pass the filters; `without` leaves one facet out, for counting its values."""
    found: CourseQuerySet = Course.objects.all().published()
    for facet, values in filters.ticked().items():
        if facet != without:
            found = found.filter(_condition(facet, values, now))
    return found


def facets(filters: Filters, now: datetime.datetime, names: Names) -> list[Facet]:
    """The facets that have something to choose from, with how many courses each value would leave."""
    labels = {
        "language": _("Language of teaching"),
        "university": _("University"),
        "topic": _("Topic"),
        "places": _("Places"),
    }
    drawn = []
    for facet, label in labels.items():
        counted, ticked = _counted(facet, filters, now), getattr(filters, facet)
        values = dict.fromkeys((*ticked, *(value for value in names.get(facet, counted) if value in counted)))
        choices = [
            Choice(value, name(facet, value, names), counted.get(value, 0), ticked=value in ticked) for value in values
        ]
        if choices:
            shown = max(SHOWN_AT_ONCE, len(ticked))
            drawn.append(Facet(facet, label, choices[:shown], choices[shown:]))
    return drawn


def chips(filters: Filters, names: Names) -> list[Chip]:
    """The filters in use, each with the address that leaves it out."""
    ticked = [(facet, value) for facet, values in filters.ticked().items() for value in values]
    return [
        Chip(name(facet, value, names), query(filters, [pair for pair in ticked if pair != (facet, value)]))
        for facet, value in ticked
    ]


def called() -> Names:
    """The values of the facets that are closed lists, by name, in the order they are offered."""
    return {
        "university": names_by(University.objects.all(), "slug"),
        "topic": names_by(Topic.objects.all(), "slug"),
        "places": {FREE: _("With places free")},
    }


def name(facet: str, value: str, names: Names) -> str:
    """What a value is called."""
    return language_name(value) if facet == "language" else names[facet].get(value, value)


def _counted(facet: str, filters: Filters, now: datetime.datetime) -> dict[str, int]:
    found = courses(filters, now, without=facet).order_by()
    if facet == "places":
        free = found.filter(_condition(facet, (FREE,), now)).count()
        return {FREE: free} if free else {}
    column = {
        "language": Func(F("languages"), function="unnest", output_field=CharField()),
        "university": F("university__slug"),
        "topic": F("topics__slug"),
    }[facet]
    counted = found.annotate(value=column).values("value").annotate(number=Count("pk", distinct=True))
    return {value: number for value, number in counted.order_by("value").values_list("value", "number") if value}


def _condition(facet: str, values: tuple[str, ...], now: datetime.datetime) -> Q | Exists:
    if facet == "places":
        return Exists(Session.objects.enrolling(now).with_places().filter(course=OuterRef("pk")))
    if facet == "topic":
        return Exists(Course.topics.through.objects.filter(course=OuterRef("pk"), topic__slug__in=values))
    if facet == "language":
        return Q(languages__overlap=list(values))
    return Q(university__slug__in=values)
