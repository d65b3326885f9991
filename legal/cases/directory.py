"""The directory of cases: filtered, counted by facet, sorted; each in a fixed number of queries.

Counts of 100,000 cases are worth keeping: they stay in the cache until a case or a law changes.
"""

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from django.core.cache import cache
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from legal.cases.models import Case, CaseProvision, CaseQuerySet
from legal.laws.freshness import stamp
from legal.laws.models import Law
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction

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
Counted = TypeVar("Counted")


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
    now = stamp()
    return _kept("counts", (now, filters), lambda: _counted(filters, now))


def _kept(name: str, asked: Sequence[Any], count: Callable[[], Counted]) -> Counted:
    """What was counted under the same name for the same question, else counted now."""
    key = f"cases:{name}:{hashlib.sha256(repr(asked).encode()).hexdigest()}"
    known: Counted | None = cache.get(key)
    if known is None:
        known = count()
        cache.set(key, known, COUNTS_KEPT)
    return known


def _counted(filters: Filters, now: str) -> Counts:
    # What a facet counts hangs on the others alone: another value of it, or another page, asks nothing again.
    grid = _kept("grid", (now, filters.topic, filters.law, filters.place), lambda: _grid(filters))
    topics = _kept("topics", (now, replace(filters, topic=(), order="")), lambda: _topics(filters))
    most = _kept("laws", (now, replace(filters, law=(), place=(), order="")), lambda: _by_law(filters)[:MOST_LAWS])
    return {
        **{facet: dict(_tally(grid, filters, facet)) for facet in CELL},
        "topic": topics,
        "law": _named([*most, *(_by_law(filters, among=_keys(filters.law)) if filters.law else ())]),
        "total": {"": sum(number for cell, number in grid if _passes(cell, filters))},
    }


def _grid(filters: Filters) -> Grid:
    """How many cases there are of each jurisdiction, level and year, whichever of these are ticked."""
    # Joined, they would be sorted by their code, a hundred thousand of them.
    codes = dict(Jurisdiction.objects.order_by().values_list("pk", "code"))
    rows = (
        cases(filters, without=CELL)
        .order_by()
        .annotate(year=ExtractYear("decided"))
        .values_list("jurisdiction", "court_level", "year")
        .annotate(number=Count("pk"))
    )
    return [
        (dict(zip(CELL, (codes[jurisdiction], level, str(year or "")), strict=True)), number)
        for jurisdiction, level, year, number in rows
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


def _by_law(filters: Filters, *, among: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """How many of the cases apply each law, by key, those most applied first; a case counts once for a law."""
    applied = CaseProvision.objects.filter(law__isnull=False).order_by()
    if among is not None:
        applied = applied.filter(law__in=among)
    found = cases(filters, without=("law",))
    if found.query.where:
        applied = applied.filter(case__in=found)
    counted = applied.values_list("law").annotate(number=Count("case", distinct=True))
    return sorted(counted, key=lambda law: (-law[1], law[0]))


def _named(counted: Sequence[tuple[int, int]]) -> dict[str, int]:
    """Counted laws by jurisdiction and slug, as addresses name them, in the same order."""
    laws = Law.objects.filter(pk__in=[law for law, _ in counted]).order_by()
    names = {pk: f"{code}-{slug}" for pk, code, slug in laws.values_list("pk", "jurisdiction__code", "slug")}
    return {names[law]: number for law, number in counted if law in names}


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
