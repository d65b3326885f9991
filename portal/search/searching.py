"""One search, from what was typed to the results in order: the page and `manage.py find` both come here."""

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils import timezone
from tantivy import Occur, Query, Searcher

from portal.search.analysis import stems
from portal.search.asking import Asked, ask, clean
from portal.search.counting import counts
from portal.search.filters import Filters
from portal.search.matching import Expansion, expand, phrase, relevance
from portal.search.places import named
from portal.search.ranking import Candidate, candidates, folded, merged, named_place, near, ranked
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

    def scoring(self, expansion: Expansion) -> Query | None:
        """The scoring query, every quotation required; None where there is nothing to look for."""
        scoring = relevance(self.asked, expansion, termbase(self.version), self.view.searcher)
        if scoring is None:
            return None
        required = [(Occur.Must, phrase(words)) for words in self.asked.phrases]
        return Query.boolean_query([(Occur.Must, scoring), *required])

    def passages(self, scoring: Query, filters: Filters) -> list[Candidate]:
        """Passages by closeness, doubles folded, without the tail."""
        searcher = self.view.searcher
        found = ranked(candidates(searcher, scoring, filters, self.today))
        places = named(self.asked, self.version)
        if places:
            found = merged(found, ranked(named_place(searcher, scoring, filters, self.today, places)))
        return near(list(folded(found)))

    def works(self) -> list[Candidate]:
        """Works whose title, or another of their names, holds nearly all of the query's words."""
        choices = [one for language in self.asked.languages if (one := in_title(self.asked.text, language))]
        if not choices:
            return []
        query = Query.disjunction_max_query(choices)
        return ranked(candidates(self.view.searcher, query, self.filters, self.today, limit=WORKS, whole=True))


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
    scoring = this.scoring(results.expansion)
    passages = this.passages(scoring, this.filters) if scoring is not None else []
    if scoring is not None and counted:
        results.counts = counts(
            view.searcher, passages, this.filters, this.today, lambda wider: this.passages(scoring, wider)
        )
    if newest:
        passages.sort(key=lambda one: -one.since)
    results.found = in_order(results.references, this.works(), passages)
    return results


def in_title(text: str, language: str) -> Query | None:
    words = list(dict.fromkeys(stems(text, language)))[:TITLE_WORDS]
    clauses = [(Occur.Should, Query.term_query(schema(), language, word, "freq")) for word in words]
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
