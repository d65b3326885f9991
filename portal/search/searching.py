"""One search, from what was typed to the results in order: the page and `manage.py find` both come here."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils import timezone
from tantivy import Occur, Searcher

from portal.search.asking import Asked, ask, clean
from portal.search.counting import counts
from portal.search.filters import Filters, narrowing
from portal.search.matching import Expansion, covered, expand, in_title, phrase, scoring
from portal.search.places import named
from portal.search.ranking import CANDIDATES, NAMED_PLACE, Candidate, candidates, folded, inside, merged, near
from portal.search.reading import Reader, read
from portal.search.registry import Reference, sources
from portal.search.schema import TITLE, number, shelf
from portal.search.termbase import termbase

# A work stands before the passages when its title holds nearly all of the query.
OF_THE_TITLE: Final = 0.75
WORKS: Final = 3
PEERS: Final = 10
FEW: Final = 0.9
ALIKE: Final = 0.999
ACROSS: Final = 0.7


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
    expansion: Expansion
    view: Reader
    today: datetime.date

    def passages(self, filters: Filters) -> list[Candidate]:
        """Passages by closeness, each counted in the language that fits it best; doubles folded, without the tail."""
        lists = [
            self.on_shelf(searcher, name, filters)
            for name, searcher in self.view.shelves.items()
            if name.partition("-")[0] in filters.parts
        ]
        return near(list(folded(merged(lists))))

    def on_shelf(self, searcher: Searcher, name: str, filters: Filters) -> list[Candidate]:
        """The closest passages of one language, those of places that the query names lifted."""
        language = name.partition("-")[2]
        query = scoring(self.asked, self.expansion, language, searcher)
        quoted = [phrase(words, language) for words in self.asked.phrases]
        if query is None or None in quoted:
            return []
        required = [(Occur.Must, one) for one in quoted if one is not None] + narrowing(filters, self.today)
        found = candidates(searcher, name, query, required)
        places = named(self.asked, self.view.version)
        if places:
            lifted = candidates(searcher, name, query, [*required, inside(places)], limit=CANDIDATES // 2)
            for one in lifted:
                one.score *= NAMED_PLACE / one.weight
            found = merged([found, lifted])
        return self.scaled(self.of_the_day(found, filters), language)

    def scaled(self, found: list[Candidate], language: str) -> list[Candidate]:
        """Make languages comparable: a result counts by how far it stands out from the tenth of its own language."""
        if not found:
            return found
        found.sort(key=lambda one: -one.score)
        measure = found[PEERS - 1].score if len(found) >= PEERS else found[-1].score * FEW
        share = 1.0 if language in self.asked.words else self.share_across()
        for one in found:
            one.score *= share / measure
        return found

    def share_across(self) -> float:
        """What a find in another language counts beside one in the reader's words.

        Whoever asks in English mostly asks for law that is written in another language, and a term of the glossary is
        the same in each; a question in Chinese or Russian is first asked of Chinese or Russian law.
        """
        certain = all(match.entry.shown for matches in self.expansion.terms.values() for match in matches) and covered(
            self.asked, self.expansion
        )
        return ALIKE if "en" in self.asked.words or certain else ACROSS

    def of_the_day(self, found: list[Candidate], filters: Filters) -> list[Candidate]:
        """Editions that have had their day are on other shelves; one that ends since is judged by its days."""
        day = self.today.toordinal()
        return [one for one in found if one.since <= day < one.until] if filters.of_the_day else found

    def works(self, filters: Filters) -> list[Candidate]:
        """Works whose title, or another of their names, holds nearly all of the query's words."""
        lists = []
        for language in self.asked.languages:
            name = shelf(TITLE, language)
            query = in_title(self.asked.text, language, least=OF_THE_TITLE)
            if query is not None and name in self.view.shelves:
                found = candidates(
                    self.view.shelves[name], name, query, narrowing(filters, self.today), limit=WORKS * 3
                )
                lists.append(self.of_the_day(found, filters))
        return merged(lists)[:WORKS]


def search(
    query: str, *, language: str, filters: Filters | None = None, newest: bool = False, counted: bool = False
) -> Results:
    """What is found for a query: places it names first, then works by title, then passages by closeness."""
    asked = ask(query)
    # They are asked of the database too: an article that is named is found without the index.
    named = list(references(query, language))
    chosen = filters or Filters()
    return read(lambda view: found_in(view, asked, named, chosen, newest=newest, counted=counted)) or Results(
        asked, Expansion({}, {}, {}), references=named, ready=False
    )


def found_in(
    view: Reader,
    asked: Asked,
    named: Sequence[tuple[str, Reference]],
    filters: Filters,
    *,
    newest: bool,
    counted: bool,
) -> Results:
    """What one view of the index has for a query."""
    this = Search(asked, expand(asked, termbase(view.version)), view, timezone.localdate())
    results = Results(asked, this.expansion, references=named)
    passages = this.passages(filters)
    if counted:
        results.counts = counts(view, passages, filters, this.today, this.passages)
    if newest:
        passages.sort(key=lambda one: -one.since)
    results.found = in_order(named, this.works(filters), passages)
    return results


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
