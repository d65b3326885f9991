"""The directory of cases: filtered, counted by facet, sorted; each in a fixed number of queries.

Counts of 100,000 cases are worth keeping: they stay in the cache until a case or a law changes.
"""

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from django.core.cache import cache
from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, ExtractYear

from legal.cases.models import Case, CaseProvision, CaseQuerySet
from legal.laws.freshness import stamp
from legal.laws.models import Law
from portal.languages import LANGUAGES

FACETS: Final = ("jurisdiction", "level", "topic", "year", "law", "place")
ORDERS: Final = ("newest", "changed")
COUNTS_KEPT: Final = 24 * 60 * 60
# Of thousands of laws that cases apply, the most applied are offered.
MOST_LAWS: Final = 40

# Words of a case that a list shows nothing of.
UNLISTED: Final = [
    f"{part}_{one.column}" for part in ("parties", "facts", "issue", "significance") for one in LANGUAGES
]

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader ticked, by facet, and the order; values of one facet widen, facets narrow."""

    jurisdiction: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    order: str = "newest"

    def ticked(self) -> dict[str, tuple[str, ...]]:
        """The facets with something ticked."""
        return {facet: getattr(self, facet) for facet in FACETS if getattr(self, facet)}


def cases(filters: Filters, *, without: str = "") -> CaseQuerySet:
    """The cases that pass the filters; `without` leaves one facet's filter out, for counting its values."""
    found = Case.objects.all()
    for facet, values in filters.ticked().items():
        if facet not in {without, "place"}:
            found = found.filter(_condition(facet, values, filters.place))
    return found


def ordered(filters: Filters) -> QuerySet[Case, int]:
    """The keys of the cases that pass the filters, in their order: pages are cut from these, however deep."""
    order: Sequence[Any] = (F("decided").desc(nulls_last=True), "-pk")
    if filters.order == "changed":
        order = ("-changed_at", "-pk")
    return cases(filters).order_by(*order).values_list("pk", flat=True)


def listed(keys: Sequence[int]) -> list[Case]:
    """The cases of one page in its order, with what the list shows of them; the long words it does not are left."""
    found = Case.objects.with_reference().defer(*UNLISTED).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def counts(filters: Filters) -> Counts:
    """How many cases each value of each facet would leave, and under "total" how many there are now."""
    asked = repr((stamp(), sorted(asdict(filters).items())))
    key = f"cases:counts:{hashlib.sha256(asked.encode()).hexdigest()}"
    known: Counts | None = cache.get(key)
    if known is None:
        known = {facet: _count(filters, facet) for facet in ("jurisdiction", "level", "topic", "year", "law")}
        known["total"] = {"": cases(filters).count()}
        cache.set(key, known, COUNTS_KEPT)
    return known


def _count(filters: Filters, facet: str) -> dict[str, int]:
    found = cases(filters, without=facet).order_by()
    if facet == "law":
        return _laws(found)
    columns: dict[str, Any] = {
        "jurisdiction": F("jurisdiction__code"),
        "level": F("court_level"),
        "topic": F("topics__slug"),
        "year": ExtractYear("decided"),
    }
    counted = found.annotate(value=columns[facet]).values_list("value").annotate(number=Count("pk"))
    return {str(value): number for value, number in counted if value not in {None, ""}}


def _laws(found: CaseQuerySet) -> dict[str, int]:
    """The laws most applied by these cases; a case counts once for a law."""
    applied = CaseProvision.objects.filter(law__isnull=False).order_by()
    if found.query.where:
        applied = applied.filter(case__in=found)
    value = Concat("law__jurisdiction__code", Value("-"), "law__slug", output_field=CharField())
    counted = applied.values("law").annotate(number=Count("case", distinct=True)).order_by("-number", "law")[:MOST_LAWS]
    return {str(name): number for name, number in counted.annotate(name=value).values_list("name", "number")}


def _condition(facet: str, values: tuple[str, ...], place: tuple[str, ...]) -> Q | Exists:
    if facet == "topic":
        shelved = Case.topics.through.objects.filter(case=OuterRef("pk"), topic__slug__in=values)
        return Exists(shelved)
    if facet == "law":
        return _applies(values, place)
    if facet == "year":
        return _years(values)
    columns = {"jurisdiction": "jurisdiction__code__in", "level": "court_level__in"}
    return Q(**{columns[facet]: list(values)})


def _years(values: tuple[str, ...]) -> Q:
    """Days of any of these years, as ranges: those the index of days answers."""
    found = Q(pk__in=[])
    for value in values:
        if value.isdigit() and 1 <= int(value) <= datetime.MAXYEAR:
            found |= Q(decided__year=int(value))
    return found


def _applies(laws: tuple[str, ...], place: tuple[str, ...]) -> Exists:
    wanted = Q()
    for law in laws:
        code, _dash, slug = law.partition("-")
        wanted |= Q(jurisdiction__code=code, slug=slug)
    # Their keys are asked for first: by a key the index of applied places answers, and no law is joined.
    keys = list(Law.objects.filter(wanted).order_by().values_list("pk", flat=True))
    applied = CaseProvision.objects.filter(law__in=keys, case=OuterRef("pk"))
    return Exists(applied.filter(path__in=place) if place else applied)
