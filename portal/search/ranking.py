"""The order of results: BM25 first, then what the words alone do not tell."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tantivy import DocAddress, Occur, Query, Searcher

from portal.search.filters import Filters, narrowing, status_of
from portal.search.schema import schema

# So many of the closest are looked at; pages and counts reach as far.
CANDIDATES: Final = 300
# What falls so far behind the best has only a word or two in common with the query.
TAIL: Final = 0.3
NAMED_PLACE: Final = 1.6


@dataclass(slots=True)
class Candidate:
    """A document near the query, with what its order depends on; `also` counts its doubles that were folded into it."""

    score: float
    id: int
    key: int
    source: int
    place: int
    wording: int
    since: int
    until: int
    dated: int
    weight: float
    also: int = 0


def candidates(
    searcher: Searcher, query: Query, filters: Filters, today: datetime.date, *, limit: int = CANDIDATES, whole: bool = False
) -> list[Candidate]:
    """The closest documents that meet the filters."""
    clauses = [(Occur.Must, query), *narrowing(filters, whole=whole, today=today)]
    hits: list[tuple[Any, DocAddress]] = searcher.search(Query.boolean_query(clauses), limit, count=False).hits
    addresses = [address for _, address in hits]
    names = ("id", "key", "source", "place", "wording", "since", "until", "dated", "weight")
    columns = [searcher.fast_field_values(name, addresses) for name in names] if hits else []
    found = [
        Candidate(score, *values)
        for (score, _), values in zip(hits, zip(*columns, strict=True), strict=True)
    ]
    if filters.of_the_day:
        day = today.toordinal()
        found = [one for one in found if one.since <= day < one.until]
    return found


def ranked(found: Iterable[Candidate], *, boost: float = 1.0) -> list[Candidate]:
    """Weigh each document by what it is, best first; of equals, the one found first in the index."""
    weighed = list(found)
    for one in weighed:
        one.score *= one.weight * boost
    return sorted(weighed, key=lambda one: -one.score)


def named_place(
    searcher: Searcher, query: Query, filters: Filters, today: datetime.date, named: Sequence[tuple[str, str]]
) -> list[Candidate]:
    """The closest documents of the countries and regions that the query names, lifted; asked for, none is weighed down."""
    clauses = [(Occur.Should, Query.term_query(schema(), facet, value, "basic")) for facet, value in named]
    inside = Query.boolean_query(
        [(Occur.Must, query), (Occur.Must, Query.const_score_query(Query.boolean_query(clauses), 0.0))]
    )
    found = candidates(searcher, inside, filters, today, limit=CANDIDATES // 3)
    for one in found:
        one.score *= NAMED_PLACE / one.weight
    return found


def folded(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each passage once: a second edition of one place, or the same words in another law, is folded into the first."""
    first: dict[tuple[str, int], Candidate] = {}
    for one in found:
        signs = [(name, value) for name, value in (("place", one.place), ("wording", one.wording)) if value]
        same = next((first[sign] for sign in signs if sign in first), None)
        for sign in signs:
            first.setdefault(sign, same or one)
        if same is None:
            yield one
        else:
            same.also += 1


def merged(*lists: Iterable[Candidate]) -> list[Candidate]:
    """One list of several, each document with its best score, best first."""
    best: dict[int, Candidate] = {}
    for found in lists:
        for one in found:
            known = best.get(one.id)
            if known is None or known.score < one.score:
                best[one.id] = one
    return sorted(best.values(), key=lambda one: -one.score)


def near(found: Sequence[Candidate]) -> list[Candidate]:
    """The list without its tail."""
    return [one for one in found if one.score >= found[0].score * TAIL]


def status(one: Candidate, today: datetime.date) -> str:
    return status_of(one.since, one.until, one.dated, today)
