"""One search, from what was typed to the results in order: the page and `manage.py find` both come here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, overload

from django.utils import timezone

from portal.search.asking import Asked, ask, clean
from portal.search.counting import counts
from portal.search.expanding import Expansion
from portal.search.filters import Filters, narrowing
from portal.search.matching import in_title
from portal.search.passages import Question
from portal.search.ranking import Candidate, candidates, merged
from portal.search.reading import Reader, read
from portal.search.registry import Reference, sources
from portal.search.schema import TITLE, shelf, source_number

# A work stands before the passages when its title holds nearly all of the query.
OF_THE_TITLE: Final = 0.75
WORKS: Final = 3


class Found(NamedTuple):
    """One result: the row of a source that is to be shown; `whole` for a work."""

    source: str
    key: int
    score: float
    whole: bool = False
    also: int = 0


@dataclass(slots=True)
class Results:
    """All results of a search in order, and what is known of them.

    `more` where there is more to be found than the closest that were looked at; not `ready` while there is no index.
    """

    asked: Asked
    expansion: Expansion
    found: Sequence[Found] = ()
    references: Sequence[tuple[str, Reference]] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    more: bool = False
    ready: bool = True


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
    question = Question.put(asked, view, timezone.localdate())
    results = Results(asked, question.expansion, references=named)
    closest, titled = question.closest(filters), works(asked, question, filters)
    passages, results.more = without(closest.passages, named, titled), closest.more
    if counted:

        def wider(more: Filters) -> Sequence[Candidate]:
            return [*works(asked, question, more), *question.closest(more).passages]

        results.counts = counts(view, [*titled, *passages], filters, question.today, wider)
    if newest:
        passages.sort(key=lambda one: -one.since)
    results.found = in_order(named, titled, passages)
    return results


def without(
    passages: list[Candidate], named: Sequence[tuple[str, Reference]], works: Sequence[Candidate]
) -> list[Candidate]:
    """The passages but for those that are shown as works already: of some sources a work is one passage."""
    undivided = {source_number(name): name for name, source in sources.items() if source.undivided}
    shown = {(one.source, one.key) for one in works}
    shown |= {(source_number(name), one.key) for name, one in named if one.whole}
    return [one for one in passages if one.source not in undivided or (one.source, one.key) not in shown]


def works(asked: Asked, question: Question, filters: Filters) -> list[Candidate]:
    """Works whose title, or another of their names, holds nearly all of the query's words."""
    lists = []
    for language in asked.languages:
        name = shelf(TITLE, language)
        query = in_title(asked.text, language, least=OF_THE_TITLE)
        if query is not None and name in question.view.shelves:
            found = candidates(
                question.view.shelves[name], name, query, narrowing(filters, question.today), limit=WORKS * 3
            )
            lists.append(question.of_the_day(found, filters))
    return merged(lists)[:WORKS]


def references(query: str, language: str) -> Iterator[tuple[str, Reference]]:
    """The rows that a query names outright, with their sources."""
    for name, source in sources.items():
        yield from ((name, reference) for reference in source.references(clean(query), language))


def in_order(
    named: Sequence[tuple[str, Reference]], works: Sequence[Candidate], passages: Sequence[Candidate]
) -> "InOrder":
    """References, then works, then passages, none twice; the scores fall with the order."""
    names = {source_number(name): name for name in sources}
    best = max((one.score for one in passages), default=0.0)
    high = best + max((one.score for one in works), default=1.0)
    ahead = [
        *(Found(name, one.key, high + best + 1.0, one.whole) for name, one in named),
        *(Found(names[one.source], one.key, best + one.score, whole=True) for one in works),
    ]
    first: dict[tuple[str, int, bool], Found] = {}
    for one in ahead:
        first.setdefault((one.source, one.key, one.whole), one)
    known = {(source, key) for source, key, whole in first if not whole}
    return InOrder(
        list(first.values()), [one for one in passages if not known or (names[one.source], one.key) not in known], names
    )


@dataclass(frozen=True, slots=True)
class InOrder(Sequence[Found]):
    """The results in order: of hundreds of passages a page shows ten, and only those are made results."""

    first: Sequence[Found]
    passages: Sequence[Candidate]
    names: Mapping[int, str]

    def __len__(self) -> int:
        return len(self.first) + len(self.passages)

    @overload
    def __getitem__(self, at: int) -> Found: ...

    @overload
    def __getitem__(self, at: slice) -> list[Found]: ...

    def __getitem__(self, at: int | slice) -> Found | list[Found]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        if place < len(self.first):
            return self.first[place]
        one = self.passages[place - len(self.first)]
        return Found(self.names[one.source], one.key, one.score, also=one.also)
