"""How many of the closest results each choice of a facet would leave."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from tantivy import Occur, Query, Searcher

from portal.search.documents import FACETS
from portal.search.filters import Filters, without
from portal.search.ranking import Candidate, status
from portal.search.schema import schema

Counts = dict[str, dict[str, int]]


def counts(
    searcher: Searcher,
    found: Sequence[Candidate],
    filters: Filters,
    today: datetime.date,
    closest: Callable[[Filters], Sequence[Candidate]],
) -> Counts:
    """Counts by facet and value; a facet chosen from is counted as if nothing of it were chosen."""
    told = tally(searcher, found, FACETS, today)
    for facet, wider in without(filters):
        more = tally(searcher, closest(wider), (facet,) if facet in FACETS else (), today)
        told[facet] = more.get(facet, {})
    return told


def tally(searcher: Searcher, found: Sequence[Candidate], facets: Sequence[str], today: datetime.date) -> Counts:
    """The values of these results; those of `status` are told by their days."""
    told: Counts = {"status": dict(Counter(status(one, today) for one in found))}
    if not found or not facets:
        return told
    these = Query.const_score_query(
        Query.boolean_query([(Occur.Must, Query.term_set_query(schema(), "id", [one.id for one in found]))]), 0.0
    )
    terms = {facet: {"terms": {"field": facet, "size": 500}} for facet in facets}
    answer: dict[str, dict[str, Any]] = searcher.aggregate(these, terms)
    for facet in facets:
        told[facet] = {bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]}
    return told
