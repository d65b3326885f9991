"""One search, from what was typed to the results in order: the page and `manage.py find` both come here."""

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils import timezone
from tantivy import Occur, Query

from portal.search.analysis import stems
from portal.search.asking import Asked, ask, clean
from portal.search.counting import counts
from portal.search.filters import Filters
from portal.search.matching import Expansion, expand, phrase, scoring
from portal.search.places import named
from portal.search.ranking import Candidate, candidates, folded, merged, named_place, near
from portal.search.reading import Reader, reader
from portal.search.registry import Reference, sources
from portal.search.schema import number, schema
from portal.search.termbase import termbase

# A work stands before the passages when its title holds nearly all of the query.
OF_THE_TITLE: Final = 0.75
WORKS: Final = 3
TITLE_WORDS: Final = 32


@dataclass(frozen=True, slots=True)
class Found:
    """One result: the row of a source that is to be shown; `whole` for a work."""

    source: str
    key: int
    score: float
    whole: bool = False
    also: int = 0


@dataclass(slots=True)
class Results:
    """All results of a search in order, and what is known of them; not `ready` while there is no index."""

    asked: Asked
    expansion: Expansion
    found: Sequence[Found] = ()
    references: Sequence[tuple[str, Reference]] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    ready: bool = True


@dataclass(frozen=True, slots=True)
class Search:
    """One question put to one view of the index."""

    asked: Asked
    view: Reader
    filters: Filters
    today: datetime.date

    @property
    def version(self) -> object:
        return self.view.state.generation, self.view.state.terms

    def queries(self, expansion: Expansion) -> list[Query]:
        """The scoring queries, one for each language and era, every quotation required of each."""
        queries = []
        for era in self.filters.eras:
            required = [(Occur.Must, phrase(words, era)) for words in self.asked.phrases]
            by_field = scoring(self.asked, expansion, termbase(self.version), self.view.searcher, era)
            queries += [
                Query.boolean_query([(Occur.Must, query), *required]) if required else query
                for query in by_field.values()
            ]
        return queries

    def passages(self, queries: Sequence[Query], filters: Filters) -> list[Candidate]:
        """Passages by closeness, each counted in the language that fits it best; doubles folded, without the tail."""
        searcher = self.view.searcher
        lists = [candidates(searcher, query, filters, self.today) for query in queries]
        places = named(self.asked, self.version)
        if places:
            lists += [named_place(searcher, query, filters, self.today, places) for query in queries]
        return near(list(folded(merged(lists))))

    def works(self) -> list[Candidate]:
        """Works whose title, or another of their names, holds nearly all of the query's words."""
        queries = [one for language in self.asked.languages if (one := in_title(self.asked.text, language))]
        searcher = self.view.searcher
        return merged(candidates(searcher, query, self.filters, self.today, limit=WORKS) for query in queries)[:WORKS]


def search(
    query: str, *, language: str, filters: Filters | None = None, newest: bool = False, counted: bool = False
) -> Results:
    """What is found for a query: places it names first, then works by title, then passages by closeness."""
    asked = ask(query)
    view = reader()
    if view is None:
        return Results(asked, Expansion({}, {}), ready=False)
    this = Search(asked, view, filters or Filters(), timezone.localdate())
    results = Results(asked, expand(asked, termbase(this.version)), references=list(references(query, language)))
    queries = this.queries(results.expansion)
    passages = this.passages(queries, this.filters)
    if counted:
        results.counts = counts(
            view.searcher, passages, this.filters, this.today, lambda wider: this.passages(queries, wider)
        )
    if newest:
        passages.sort(key=lambda one: -one.since)
    results.found = in_order(results.references, this.works(), passages)
    return results


def in_title(text: str, language: str) -> Query | None:
    words = list(dict.fromkeys(stems(text, language)))[:TITLE_WORDS]
    clauses = [(Occur.Should, Query.term_query(schema(), f"{language}_title", word, "freq")) for word in words]
    least = math.ceil(len(words) * OF_THE_TITLE)
    return Query.boolean_query(clauses, minimum_number_should_match=least) if clauses else None


def references(query: str, language: str) -> Iterator[tuple[str, Reference]]:
    """The rows that a query names outright, with their sources."""
    for name, source in sources.items():
        yield from ((name, reference) for reference in source.references(clean(query), language))


def in_order(
    named: Sequence[tuple[str, Reference]], works: Sequence[Candidate], passages: Sequence[Candidate]
) -> list[Found]:
    """References, then works, then passages, none twice; the scores fall with the order."""
    names = {number(name): name for name in sources}
    best = max((one.score for one in passages), default=0.0)
    high = best + max((one.score for one in works), default=1.0)
    found = [
        *(Found(name, one.key, high + best + 1.0, one.whole) for name, one in named),
        *(Found(names[one.source], one.key, best + one.score, whole=True) for one in works),
        *(Found(names[one.source], one.key, one.score, also=one.also) for one in passages),
    ]
    first: dict[tuple[str, int, bool], Found] = {}
    for one in found:
        first.setdefault((one.source, one.key, one.whole), one)
    return list(first.values())
