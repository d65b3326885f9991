"""The order of results: BM25 first, then what the words alone do not tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tantivy import DocAddress, Occur, Query, Searcher

from portal.search.filters import Clause
from portal.search.schema import DATED_BITS, DAY_BITS, KEY_BITS, schema

# So many of the closest are looked at, of a language that the question is not asked in half as many; pages and counts
# reach as far.
CANDIDATES: Final = 200
# What falls so far behind the best has only a word or two in common with the query.
TAIL: Final = 0.3
# How much of a passage's place it owes to the best passage of its work: measured, docs/search.md.
COMPANY: Final = 0.3
COLUMNS: Final = ("id", "work", "place", "wording", "spoken", "days", "weight")


@dataclass(slots=True)
class Candidate:
    """A document near the query, with what its order depends on; `also` counts its doubles that were folded into it."""

    score: float
    shelf: str
    id: int
    work: int
    place: int
    wording: int
    spoken: int
    days: int
    weight: float
    also: int = 0

    @property
    def key(self) -> int:
        return self.id & ((1 << KEY_BITS) - 1)

    @property
    def source(self) -> int:
        return self.id >> KEY_BITS + 1

    @property
    def since(self) -> int:
        return self.days >> DAY_BITS + DATED_BITS

    @property
    def until(self) -> int:
        return self.days >> DATED_BITS & (1 << DAY_BITS) - 1

    @property
    def dated(self) -> int:
        return self.days & (1 << DATED_BITS) - 1


def candidates(
    searcher: Searcher, shelf: str, query: Query, narrowing: Sequence[Clause], *, limit: int = CANDIDATES
) -> list[Candidate]:
    """The closest documents on a shelf that meet every clause, each with the weight of what it is."""
    narrowed = Query.boolean_query([(Occur.Must, query), *narrowing]) if narrowing else query
    hits: list[tuple[Any, DocAddress]] = searcher.search(narrowed, limit, count=False).hits
    if not hits:
        return []
    addresses = [address for _, address in hits]
    columns = [searcher.fast_field_values(name, addresses) for name in COLUMNS]
    return [
        Candidate(score * values[-1], shelf, *values)
        for (score, _), values in zip(hits, zip(*columns, strict=True), strict=True)
    ]


def inside(places: Sequence[tuple[str, str]]) -> Clause:
    """Only documents of these countries and regions, given as facet and value."""
    clauses = [(Occur.Should, Query.term_query(schema(), facet, value, "basic")) for facet, value in places]
    return Occur.Must, Query.const_score_query(Query.boolean_query(clauses), 0.0)


def in_company(found: list[Candidate]) -> list[Candidate]:
    """Passages lifted by the best of their work: the law that answers best mostly holds the rest of the answer."""
    best: dict[int, float] = {}
    for one in found:
        if one.score > best.get(one.work, 0.0):
            best[one.work] = one.score
    for one in found:
        one.score += COMPANY * (best[one.work] - one.score)
    return found


def folded(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each passage once: a second edition of one place, or the same words in another law, is folded into the first."""
    first: dict[int, Candidate] = {}
    for one in found:
        same = first.get(one.place) or first.get(one.wording)
        for sign in (one.place, one.wording):
            if sign:
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
    """The list without its tail; what is lifted above the best of its words shuts nothing out."""
    return [one for one in found if one.score >= min(found[0].score, 1.0) * TAIL]
