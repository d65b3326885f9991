"""The directory of laws: filtered, counted by facet, sorted; each in a fixed number of queries.

Counts of 150,000 laws are worth keeping: they stay in the cache until a law changes or the day ends.
"""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from django.core.cache import cache
from django.db.models import Case, CharField, Count, Exists, F, Func, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import ExtractYear, NullIf
from django.db.models.lookups import IsNull

from legal.laws.freshness import stamp
from legal.laws.kinds import ForceStatus
from legal.laws.models import Edition, Law, LawQuerySet
from legal.laws.spoken import reader

FACETS: Final = ("jurisdiction", "region", "kind", "topic", "status", "year", "language")
ORDERS: Final = ("title", "in-force", "changed")
COUNTS_KEPT: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader ticked, by facet, and the order; values of one facet widen, facets narrow."""

    jurisdiction: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    order: str = "title"

    def ticked(self) -> dict[str, tuple[str, ...]]:
        """The facets with something ticked."""
        return {facet: getattr(self, facet) for facet in FACETS if getattr(self, facet)}


def laws(filters: Filters, day: datetime.date, *, without: str = "") -> LawQuerySet:
    """The laws that pass the filters on a day; `without` leaves one facet's filter out, for counting its values."""
    found = Law.objects.annotate(standing=standing(day)) if filters.status else Law.objects.all()
    for facet, values in filters.ticked().items():
        if facet != without:
            found = found.filter(_condition(facet, values))
    return found


def ordered(filters: Filters, day: datetime.date) -> QuerySet[Law, int]:
    """The keys of the laws that pass the filters, in their order: pages are cut from these, however deep."""
    return laws(filters, day).order_by(*_order(filters.order)).values_list("pk", flat=True)


def listed(keys: Sequence[int], day: datetime.date) -> list[Law]:
    """The laws of one page in its order, with what the list shows of them."""
    begun = _begun(day).values("in_force")[:1]
    coming = Edition.objects.filter(law=OuterRef("pk"), day__gt=day).order_by("day").values("in_force")[:1]
    found = (
        Law.objects.filter(pk__in=keys)
        .annotate(standing=standing(day), begun_on=Subquery(begun), coming_on=Subquery(coming))
        .select_related("jurisdiction", "region")
        .in_bulk()
    )
    return [found[key] for key in keys if key in found]


def _order(name: str) -> tuple[Any, ...]:
    if name == "in-force":
        return (F("in_force").desc(nulls_last=True), "pk")
    if name == "changed":
        return ("-changed_at", "pk")
    # Laws without a title in the reader's language come last.
    return (NullIf(f"title_key_{reader().column}", Value("")).asc(nulls_last=True), "pk")


def standing(day: datetime.date) -> Case:
    """`Shelf.status` for many laws at once, in the database."""
    begun = _begun(day)
    return Case(
        When(repealed__lte=day, then=Value(ForceStatus.REPEALED)),
        When(Q(in_force__lte=day) & Exists(begun), then=Value(ForceStatus.IN_FORCE)),
        When(IsNull(Subquery(begun.values("in_force")[:1]), rhs=False), then=Value(ForceStatus.IN_FORCE)),
        When(Exists(begun), then=Value(ForceStatus.UNKNOWN)),
        When(Exists(Edition.objects.filter(law=OuterRef("pk"), day__gt=day)), then=Value(ForceStatus.NOT_YET)),
        default=Value(ForceStatus.UNKNOWN),
        output_field=CharField(),
    )


def counts(filters: Filters, day: datetime.date) -> dict[str, dict[str, int]]:
    """How many laws each value of each facet would leave, and under "total" how many there are now."""
    asked = repr((stamp(), day, sorted(asdict(filters).items())))
    key = f"laws:counts:{hashlib.sha256(asked.encode()).hexdigest()}"
    known: dict[str, dict[str, int]] | None = cache.get(key)
    if known is None:
        known = {facet: _count(filters, day, facet) for facet in FACETS}
        known["total"] = {"": laws(filters, day).count()}
        cache.set(key, known, COUNTS_KEPT)
    return known


def _count(filters: Filters, day: datetime.date, facet: str) -> dict[str, int]:
    found = laws(filters, day, without=facet)
    if facet == "status":
        found = found.annotate(standing=standing(day))
    counted = found.annotate(value=_value(facet)).order_by().values_list("value").annotate(number=Count("pk"))
    return {str(value): number for value, number in counted if value is not None}


def _value(facet: str) -> F | Func:
    if facet == "year":
        return ExtractYear("adopted")
    if facet == "language":
        return Func(F("languages"), function="unnest", output_field=CharField())
    columns = {
        "jurisdiction": "jurisdiction__code",
        "region": "region__code",
        "topic": "topics__slug",
        "status": "standing",
    }
    return F(columns.get(facet, facet))


def _condition(facet: str, values: tuple[str, ...]) -> Q | Exists:
    if facet == "topic":
        shelved = Law.topics.through.objects.filter(law=OuterRef("pk"), topic__slug__in=values)
        return Exists(shelved)
    if facet == "year":
        return _years(values)
    columns = {
        "jurisdiction": "jurisdiction__code__in",
        "region": "region__code__in",
        "kind": "kind__in",
        "status": "standing__in",
        "language": "languages__overlap",
    }
    return Q(**{columns[facet]: list(values)})


def _years(values: tuple[str, ...]) -> Q:
    years = [int(value) for value in values if value.isdigit() and 1 <= int(value) <= datetime.MAXYEAR]
    return Q(adopted__year__in=years)


def _begun(day: datetime.date) -> Any:
    return Edition.objects.filter(law=OuterRef("pk")).last_begun(on=day)
