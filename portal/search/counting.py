"""How many of the closest results each choice of a facet would leave."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from tantivy import Occur, Query

from portal.search.documents import FACETS
from portal.search.filters import Filters, status_of, without
from portal.search.ranking import Candidate
from portal.search.reading import Reader
from portal.search.schema import schema

Counts = dict[str, dict[str, int]]


def counts(
    view: Reader,
    found: Sequence[Candidate],
    filters: Filters,
    today: datetime.date,
    closest: Callable[[Filters], Sequence[Candidate]],
) -> Counts:
    """Counts by facet and value; of a facet chosen from, the other values are counted as if nothing were chosen."""
    told = tally(view, found, FACETS, today)
    for facet, wider in without(filters):
        more = tally(view, closest(wider), (facet,) if facet in FACETS else (), today)
        kept = filters.status if facet == "status" else filters.chosen[facet]
        told[facet] = more.get(facet, {}) | {value: told[facet].get(value, 0) for value in kept}
    return told


def tally(view: Reader, found: Sequence[Candidate], facets: Sequence[str], today: datetime.date) -> Counts:
    """The values of these results, asked of the shelf each was found on; those of `status` are told by their days."""
    told: dict[str, Counter[str]] = {facet: Counter() for facet in facets}
    told["status"] = Counter(filter(None, (status_of(one.since, one.until, one.dated, today) for one in found)))
    by_shelf: dict[str, list[int]] = {}
    for one in found:
        by_shelf.setdefault(one.shelf, []).append(one.id)
    terms = {facet: {"terms": {"field": facet, "size": 500}} for facet in facets}
    for shelf, ids in by_shelf.items() if facets else ():
        answer: dict[str, dict[str, Any]] = view.shelves[shelf].aggregate(these(ids), terms)
        for facet in facets:
            told[facet].update({bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]})
    return {facet: dict(values) for facet, values in told.items()}


def these(ids: Sequence[int]) -> Query:
    """Documents by identity, one clause each: to look for them as a set takes four times as long."""
    clauses = [(Occur.Should, Query.term_query(schema(), "id", one, "basic")) for one in ids]
    return Query.const_score_query(Query.boolean_query(clauses), 0.0)
