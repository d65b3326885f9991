"""What a search is narrowed to, as one Tantivy query that weighs nothing."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tantivy import FieldType, Occur, Query

from portal.search.schema import DATELESS, LAST_DAY, NOW, PARTS, PAST, schema

IN_FORCE: Final = "in-force"
NOT_YET: Final = "not-yet"
REPEALED: Final = "repealed"
UNKNOWN: Final = "unknown"
Clause = tuple[Occur, Query]
STATUSES: Final = (IN_FORCE, NOT_YET, REPEALED, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Filters:
    """Chosen values by facet; `past` looks into every edition, not those of the day alone."""

    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    status: Sequence[str] = ()
    past: bool = False

    @property
    def of_the_day(self) -> bool:
        """Whether only editions of the day count: not where a status outside of it is asked for."""
        return not self.past and set(self.status) <= {IN_FORCE, UNKNOWN}

    def looks_into(self, part: str) -> bool:
        """Whether a part of the shelves is searched: past editions only where asked for, what stands apart always."""
        return part in ((NOW,) if self.of_the_day else (NOW, PAST)) or part not in PARTS


def narrowing(filters: Filters, today: datetime.date) -> list[Clause]:
    """The clauses every result must meet; none where nothing is chosen, which is the quickest search."""
    clauses = [
        Query.term_set_query(schema(), facet, list(values)) for facet, values in filters.chosen.items() if values
    ]
    if filters.status:
        clauses.append(Query.boolean_query([(Occur.Should, standing(value, today)) for value in filters.status]))
    return [(Occur.Must, Query.const_score_query(clause, 0.0)) for clause in clauses]


def standing(status: str, today: datetime.date) -> Query:
    """Editions of a status on a day, told by their days alone."""
    day = today.toordinal()
    if status == NOT_YET:
        return of_a_day(days("since", lower=day + 1))
    if status == REPEALED:
        return of_a_day(days("until", upper=day))
    known = Query.term_query(schema(), "dated", int(status == IN_FORCE), "basic")
    return Query.boolean_query(
        [(Occur.Must, known), (Occur.Must, days("since", upper=day)), (Occur.Must, days("until", lower=day + 1))]
    )


def of_a_day(standing: Query) -> Query:
    """Without what is in force on no day."""
    dateless = Query.term_query(schema(), "dated", DATELESS, "basic")
    return Query.boolean_query([(Occur.Must, standing), (Occur.MustNot, dateless)])


def days(name: str, *, lower: int = 0, upper: int = LAST_DAY) -> Query:
    return Query.range_query(schema(), name, FieldType.Unsigned, lower, upper)


def status_of(since: int, until: int, dated: int, today: datetime.date) -> str:
    """The status those queries look for, of one edition; "" for what is in force on no day."""
    if dated == DATELESS:
        return ""
    day = today.toordinal()
    if since > day:
        return NOT_YET
    if until <= day:
        return REPEALED
    return IN_FORCE if dated else UNKNOWN


def without(filters: Filters) -> Iterator[tuple[str, Filters]]:
    """For each facet chosen from, the filters without it: its other values are counted so."""
    for facet, values in filters.chosen.items():
        if values:
            rest = {name: kept for name, kept in filters.chosen.items() if name != facet}
            yield facet, Filters(rest, filters.status, filters.past)
    if filters.status:
        yield "status", Filters(filters.chosen, (), filters.past)
