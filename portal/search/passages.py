"""The passages close to a question: what is near on the shelf of each language, made comparable and put in order."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tantivy import Occur, Query, Searcher

from portal.search.asking import Asked
from portal.search.expanding import Expansion, expand
from portal.search.filters import Clause, Filters, narrowing
from portal.search.matching import phrase, scoring
from portal.search.places import Place, named
from portal.search.ranking import CANDIDATES, Candidate, candidates, folded, in_company, inside, merged, near
from portal.search.reading import Reader
from portal.search.schema import PARTS, spoken
from portal.search.termbase import termbase

# What the law of a country that the question names counts more than other law: measured, docs/search.md.
NAMED_PLACE: Final = 2.5
# What a find in another language counts beside one in the words of the question. Whoever asks in English mostly asks
# for law written in another language; a question in Chinese or Russian is first asked of Chinese or Russian law.
ACROSS: Final = {"zh": 0.65, "ru": 0.7}
ALIKE: Final = 0.999
# What the best of what stands apart counts beside the best of law: who asks wants the article first.
APART: Final = 0.8
# How much it tells, between languages, that the best of one has more of what is looked for than the best of another.
REACH: Final = 0.2


@dataclass(frozen=True, slots=True)
class Near:
    """The closest passages of one language, and the share of what was looked for that the best of them has."""

    part: str
    language: str
    found: list[Candidate]
    at_home: frozenset[int]
    reach: float
    more: bool


@dataclass(frozen=True, slots=True)
class Closest:
    """The passages that a question finds, best first; `more` where there are others that were not looked at."""

    passages: list[Candidate]
    more: bool


@dataclass(frozen=True)
class Question:
    """What is looked for, without the places it names; those are given apart, as facet and value."""

    asked: Asked
    expansion: Expansion
    places: Sequence[Place]
    view: Reader
    today: datetime.date

    @classmethod
    def put(cls, asked: Asked, view: Reader, today: datetime.date) -> "Question":
        """The question to a view of the index: the places it names are a wish of their own, not words to be found."""
        places, rest = named(asked.text, view.version)
        looked_for = asked.without_places(rest)
        return cls(looked_for, expand(looked_for, termbase(view.version)), places, view, today)

    def closest(self, filters: Filters) -> Closest:
        """Passages by closeness, each counted in the language that fits it best; doubles folded, without the tail."""
        shelves = [
            self.on_shelf(searcher, name, filters)
            for name, searcher in self.view.shelves.items()
            if filters.looks_into(name.partition("-")[0])
        ]
        held = [one for one in shelves if one is not None and one.found]
        widest = max((one.reach for one in held), default=1.0)
        found = near(list(folded(merged(self.scaled(one, widest) for one in held))))
        return Closest(found, more=any(one.more for one in held))

    def on_shelf(self, searcher: Searcher, name: str, filters: Filters) -> Near | None:
        """The closest passages of one language; None where nothing can be looked for there."""
        part, _dash, language = name.partition("-")
        scored = scoring(self.asked, self.expansion, language, searcher)
        quoted = [phrase(words, language) for words in self.asked.phrases]
        if scored is None or None in quoted:
            return None
        required = [(Occur.Must, one) for one in quoted if one is not None] + narrowing(filters, self.today)
        limit = CANDIDATES if language in self.asked.words else CANDIDATES // 2
        found = candidates(searcher, name, scored.query, required, limit=limit)
        at_home = self.at_home(searcher, name, scored.query, required)
        together = merged([found, at_home]) if at_home else found
        kept = self.of_the_day(self.not_better_read(together, language), filters)
        best = max((one.score / one.weight for one in kept), default=0.0)
        return Near(
            part,
            language,
            kept,
            at_home=frozenset(one.id for one in at_home),
            reach=best / scored.most if scored.most else 1.0,
            more=len(found) == limit,
        )

    def at_home(self, searcher: Searcher, name: str, query: Query, required: list[Clause]) -> list[Candidate]:
        """The closest in the law of the places that the question names."""
        if not self.places:
            return []
        return candidates(searcher, name, query, [*required, inside(self.places)], limit=CANDIDATES // 2)

    def not_better_read(self, found: list[Candidate], language: str) -> list[Candidate]:
        """Without passages that can be read in the language of the question: they are judged by their words there."""
        if language in self.asked.words:
            return found
        readers = spoken(self.asked.languages)
        return [one for one in found if not one.spoken & readers]

    def of_the_day(self, found: list[Candidate], filters: Filters) -> list[Candidate]:
        """Editions that have had their day are on other shelves; one that ends since is judged by its days."""
        day = self.today.toordinal()
        return [one for one in found if one.since <= day < one.until] if filters.of_the_day else found

    def scaled(self, shelf: Near, widest: float) -> list[Candidate]:
        """Make languages comparable: a result counts by how far it falls behind the best of its own language.

        The law of the places named is lifted, others are not shut out.
        """
        share = 1.0 if shelf.language in self.asked.words else self.share_across()
        share *= 1.0 if shelf.part in PARTS else APART
        reach = (shelf.reach / widest) ** REACH if widest else 1.0
        measure = max(one.score for one in shelf.found)
        for one in shelf.found:
            one.score *= share * reach / measure
        # Who asks for a term wants it of every law; who describes a case, the law of that case.
        together = shelf.found if self.expansion.certain else in_company(shelf.found)
        for one in together:
            one.score *= NAMED_PLACE if one.id in shelf.at_home else 1.0
        return together

    def share_across(self) -> float:
        """A term of the glossary is the same in each language; of other words, each language has its own."""
        if self.expansion.certain:
            return ALIKE
        return min((ACROSS.get(language, ALIKE) for language in self.asked.languages), default=ALIKE)
