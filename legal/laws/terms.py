"""Terms of the glossary that occur in a text, recognised as a query's terms are: longest first, inflected forms too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import BigIntegerField, CharField, Count, F, Func, Max, Sum
from django.db.models.functions import Cast, Concat

from legal.laws.freshness import recently
from legal.laws.spoken import reader
from portal.languages import TEXTS
from portal.reference.models import Term
from portal.search.kept import Kept
from portal.search.termbase import Key, source_key

MOST_SHOWN: Final = 12
SHORTEST_CHINESE: Final = 2


@dataclass(frozen=True, slots=True)
class Concept:
    """A term's preferred word in each language that has one."""

    pk: int
    words: Mapping[str, str]

    @property
    def in_order(self) -> list[tuple[str, str]]:
        """The words by language, the reader's first."""
        mine = reader().text
        return sorted(self.words.items(), key=lambda pair: pair[0] != mine)


class Glossary:
    """The glossary by what its words are recognised by."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.entries: dict[str, dict[Key, Concept]] = {language: {} for language in TEXTS}
        for term in terms:
            words = {language: term.words(language) for language in TEXTS}
            concept = Concept(term.pk, {language: found[0] for language, found in words.items() if found})
            for language, found in words.items():
                for word in found:
                    self._add(word, language, concept)
        # By what a term begins with: most words begin none.
        self.longest = {language: _longest(entries) for language, entries in self.entries.items()}

    def _add(self, word: str, language: str, concept: Concept) -> None:
        key = source_key(word, language)
        if key and (language != "zh" or len(key) >= SHORTEST_CHINESE):
            self.entries[language].setdefault(key, concept)

    def found(self, text: str, language: str) -> Iterator[Concept]:
        """The terms of a text from the left, the longest at each place, not overlapping."""
        entries, longest = self.entries.get(language, {}), self.longest.get(language, {})
        tokens = source_key(text, language) if entries else ()
        start = 0
        while start < len(tokens):
            keys = (tokens[start : start + length] for length in range(longest.get(tokens[start], 0), 0, -1))
            key = next((key for key in keys if key in entries), None)
            if key:
                yield entries[key]
            start += len(key) if key else 1


def _longest(entries: Iterable[Key]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in entries:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def glossary(*, recent: bool) -> Glossary:
    """The glossary of this process, read again when it has changed; `recent`: as signed-out readers may see it."""
    return loaded.of(recently("glossary", _version) if recent else _version())


loaded = Kept(lambda: Glossary(Term.objects.glossary().order_by("pk")))


def terms_in(texts: Sequence[tuple[str, str]], *, recent: bool) -> list[Concept]:
    """The terms that occur in texts given as (language, words): those most languages agree on first."""
    book = glossary(recent=recent)
    counted: dict[int, set[str]] = {}
    concepts: dict[int, Concept] = {}
    for language, text in texts:
        for concept in book.found(text, language):
            concepts.setdefault(concept.pk, concept)
            counted.setdefault(concept.pk, set()).add(language)
    ranked = sorted(concepts.values(), key=lambda concept: -len(counted[concept.pk]))
    return ranked[:MOST_SHOWN]


def _version() -> str:
    words = Concat(Cast("zh", CharField()), Cast("en", CharField()), Cast("ru", CharField()))
    digest = Func(words, function="hashtext", output_field=BigIntegerField())
    told = (
        Term.objects.glossary()
        .annotate(digest=digest)
        .aggregate(number=Count("pk"), newest=Max("pk"), words=Sum(F("digest")))
    )
    return str(told)
