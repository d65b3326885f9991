"""The directory of cases: filtered, counted by facet, sorted; each in a fixed number of queries.

Counts of 100,000 cases are worth keeping: they stay in the cache until a case or a law changes.
"""

import datetime
import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
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

# Each case has one value of these, so that one query counts them all together.
CELL: Final = ("jurisdiction", "level", "year")

Counts = dict[str, dict[str, int]]
Grid = list[tuple[dict[str, str], int]]


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


def cases(filters: Filters, *, without: Collection[str] = ()) -> CaseQuerySet:
    """The cases that pass the filters; those of the facets `without` are left out, for counting their values."""
    found = Case.objects.all()
    for facet, values in filters.ticked().items():
        if facet not in {*without, "place"}:
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
        known = _counted(filters)
        cache.set(key, known, COUNTS_KEPT)
    return known


def _counted(filters: Filters) -> Counts:
    grid = _grid(filters)
    return {
        **{facet: dict(_tally(grid, filters, facet)) for facet in CELL},
        "topic": _topics(filters),
        "law": _laws(filters),
        "total": {"": sum(number for cell, number in grid if _passes(cell, filters))},
    }


def _grid(filters: Filters) -> Grid:
    """How many cases there are of each jurisdiction, level and year, whichever of these are ticked."""
    found = cases(filters, without=CELL).order_by()
    rows = (
        found.annotate(code=F("jurisdiction__code"), year=ExtractYear("decided"))
        .values_list("code", "court_level", "year")
        .annotate(number=Count("pk"))
    )
    return [
        (dict(zip(CELL, (code, level, str(year or "")), strict=True)), number) for code, level, year, number in rows
    ]


def _tally(grid: Grid, filters: Filters, facet: str) -> Counter[str]:
    """The cases of each value of a facet that pass the filters of the others."""
    found: Counter[str] = Counter()
    for cell, number in grid:
        if cell[facet] and _passes(cell, filters, without=facet):
            found[cell[facet]] += number
    return found


def _passes(cell: dict[str, str], filters: Filters, *, without: str = "") -> bool:
    """Whether the cases of a cell pass the filters, one of them left out."""
    return all(
        not getattr(filters, name) or value in getattr(filters, name) for name, value in cell.items() if name != without
    )


def _topics(filters: Filters) -> dict[str, int]:
    """How many of the cases stand under each topic."""
    shelved = Case.topics.through.objects.order_by()
    found = cases(filters, without=("topic",))
    if found.query.where:
        shelved = shelved.filter(case__in=found)
    return dict(shelved.values_list("topic__slug").annotate(number=Count("pk")))


def _laws(filters: Filters) -> dict[str, int]:
    """The laws most applied by the cases, and those that are ticked; a case counts once for a law."""
    applied = CaseProvision.objects.filter(law__isnull=False).order_by()
    found = cases(filters, without=("law",))
    if found.query.where:
        applied = applied.filter(case__in=found)
    counted = applied.values("law").annotate(number=Count("case", distinct=True)).order_by("-number", "law")
    most = {str(name): number for name, number in _named(counted)[:MOST_LAWS]}
    ticked = (
        {str(name): number for name, number in _named(counted.filter(law__in=_keys(filters.law)))}
        if filters.law
        else {}
    )
    return most | ticked


def _named(counted: Any) -> Any:
    """Counted laws by jurisdiction and slug, as addresses name them."""
    name = Concat("law__jurisdiction__code", Value("-"), "law__slug", output_field=CharField())
    return counted.annotate(name=name).values_list("name", "number")


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
    applied = CaseProvision.objects.filter(law__in=_keys(laws), case=OuterRef("pk"))
    return Exists(applied.filter(path__in=place) if place else applied)


def _keys(laws: tuple[str, ...]) -> list[int]:
    """The keys of laws: by a key the indexes of applied places answer, and no law is joined."""
    wanted = Q()
    for law in laws:
        code, _dash, slug = law.partition("-")
        wanted |= Q(jurisdiction__code=code, slug=slug)
    return list(Law.objects.filter(wanted).order_by().values_list("pk", flat=True))
