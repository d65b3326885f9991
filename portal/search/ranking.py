"""The order of results: BM25 first, then what the words alone do not tell."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tantivy import DocAddress, Occur, Query, Searcher

from portal.search.filters import Filters, narrowing, status_of
from portal.search.schema import schema

# So many of the closest are looked at; pages and counts reach as far.
CANDIDATES: Final = 200
# What falls so far behind the best has only a word or two in common with the query.
TAIL: Final = 0.3
COLUMNS: Final = ("id", "key", "source", "place", "wording", "since", "until", "dated", "weight")
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
    searcher: Searcher, query: Query, filters: Filters, today: datetime.date, *, limit: int = CANDIDATES
) -> list[Candidate]:
    """The closest documents that meet the filters, each with the weight of what it is."""
    clauses = narrowing(filters, today)
    narrowed = Query.boolean_query([(Occur.Must, query), *clauses]) if clauses else query
    hits: list[tuple[Any, DocAddress]] = searcher.search(narrowed, limit, count=False).hits
    if not hits:
        return []
    addresses = [address for _, address in hits]
    columns = [searcher.fast_field_values(name, addresses) for name in COLUMNS]
    found = [
        Candidate(score * values[-1], *values)
        for (score, _), values in zip(hits, zip(*columns, strict=True), strict=True)
    ]
    day = today.toordinal()
    # Editions that have had their day are in other fields; one that ends or begins after it was indexed is judged here.
    return [one for one in found if one.since <= day < one.until] if filters.of_the_day else found


def named_place(
    searcher: Searcher, query: Query, filters: Filters, today: datetime.date, named: Sequence[tuple[str, str]]
) -> list[Candidate]:
    """The closest documents of the countries and regions that the query names, lifted; asked for, none is weighed down."""
    clauses = [(Occur.Should, Query.term_query(schema(), facet, value, "basic")) for facet, value in named]
    inside = Query.const_score_query(Query.boolean_query(clauses), 0.0)
    both = Query.boolean_query([(Occur.Must, query), (Occur.Must, inside)])
    found = candidates(searcher, both, filters, today, limit=CANDIDATES // 2)
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


def merged(lists: Iterable[Iterable[Candidate]]) -> list[Candidate]:
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
