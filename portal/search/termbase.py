"""The termbase in memory: which words of a query stand for what in the other languages."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from portal.languages import TEXTS
from portal.search.analysis import normalise, stems
from portal.search.kept import Kept
from portal.search.registry import Concept, Everyday, termbases

# More alternatives than these of one term drown it: measured.
ALTERNATIVES: Final = 8

# Longer words in capitals are words that somebody shouts.
LONGEST_ABBREVIATION: Final = 4
# In more text than this a single Chinese character is a part of a word, not one of its own.
LONE_CHARACTER: Final = 2
WORD: Final = re.compile(r"[^\W_]+")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the termbase: as written, and the tokens it is found by."""

    text: str
    tokens: Key


@dataclass(slots=True)
class Entry:
    """What one source term, `text` as it was first written, stands for; the glossary may give `shown` as a reason."""

    text: str
    alternatives: dict[str, list[Word]] = field(default_factory=dict)
    legal: list[str] = field(default_factory=list)
    shown: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Match:
    """A source term found in a query."""

    tokens: Key
    entry: Entry


class Termbase:
    """Terms by language, found longest first and without overlap: by stems, or by characters in Chinese."""

    def __init__(self, rows: Iterable[Concept | Everyday]) -> None:
        self.entries: dict[str, dict[Key, Entry]] = {language: {} for language in TEXTS}
        self.longest = dict.fromkeys(TEXTS, 1)
        self.names: list[tuple[str, str]] = []
        words: dict[tuple[str, str], Word] = {}
        for row in rows:
            if isinstance(row, Everyday):
                self.entry(row.language, row.everyday).legal.extend(row.legal)
            else:
                self.add(row, words)
        self.names.sort(key=lambda name: len(name[0]))

    def add(self, concept: Concept, known: dict[tuple[str, str], Word]) -> None:
        """Let each word of a concept stand for its words in every other language."""
        by_language = {
            language: [known.setdefault((language, text), word(text, language)) for text in texts]
            for language, texts in concept.words.items()
        }
        for language, texts in concept.words.items():
            others = {other: words for other, words in by_language.items() if other != language}
            for text in texts:
                self.stand_for(self.entry(language, text), others, shown=concept.shown)
            if concept.shown:
                self.names.extend((normalise(text).lower(), text) for text in texts)

    def stand_for(self, entry: Entry, others: Mapping[str, Sequence[Word]], *, shown: bool) -> None:
        """Add words of other languages to those a source term stands for."""
        for language, words in others.items():
            extend(entry.alternatives.setdefault(language, []), words)
            if shown:
                entry.shown.update((language, word.text) for word in words)

    def entry(self, language: str, text: str) -> Entry:
        key = source_key(text, language)
        self.longest[language] = max(self.longest[language], len(key))
        return self.entries[language].setdefault(key, Entry(text))

    def matches(self, text: str, language: str) -> list[Match]:
        """The terms in normalised text, from the left, the longest first.

        How people say it comes before what else its parts may mean: a short word of the vocabulary must not take the
        first character of a saying.
        """
        tokens = source_key(text, language)
        sayings = dict(self.within(tokens, language, sayings=True))
        edges = [*sorted(sayings), len(tokens)]
        found = dict(sayings)
        at = 0
        for start in edges:
            found.update((at + offset, key) for offset, key in self.within(tokens[at:start], language))
            at = start + len(sayings.get(start, ()))
        return [Match(key, self.entries[language][key]) for _, key in sorted(found.items())]

    def within(self, tokens: Key, language: str, *, sayings: bool = False) -> Iterator[tuple[int, Key]]:
        """Where terms begin in these tokens, the longest first, none overlapping."""
        entries = self.entries[language]
        shortest = 2 if language == "zh" and len(tokens) > LONE_CHARACTER else 1
        start = 0
        while start < len(tokens):
            for length in range(min(self.longest[language], len(tokens) - start), shortest - 1, -1):
                key = tokens[start : start + length]
                if key in entries and (entries[key].legal or not sayings):
                    yield start, key
                    start += length
                    break
            else:
                start += 1


def source_key(text: str, language: str) -> Key:
    """What a term is recognised by: its characters in Chinese, its stems elsewhere.

    An abbreviation has no stem: cut to one, ИНН would be found in «иную», and AIDS in “legal aid”.
    """
    words = normalise(text)
    if language == "zh":
        return tuple(words.lower())
    key, printed = stems(words, language), WORD.findall(words)
    if len(key) != len(printed) or (words.isupper() and len(key) > 1):
        return tuple(key)
    return tuple(
        word.lower() if word.isupper() and len(word) <= LONGEST_ABBREVIATION else stem
        for word, stem in zip(printed, key, strict=True)
    )


def word(text: str, language: str) -> Word:
    return Word(text, tuple(stems(normalise(text), language)))


def extend(known: list[Word], more: Sequence[Word]) -> None:
    """Add the words that are new, as far as a group of alternatives reaches."""
    known.extend([word for word in more if word not in known][: ALTERNATIVES - len(known)])


def termbase(version: object) -> Termbase:
    """The termbase of this process, read again when the version is another than that of the last call."""
    return loaded.of(version)


def load() -> Termbase:
    """All entries that apps have registered, as they are now."""
    return Termbase(row for entries in termbases for row in entries())


loaded = Kept(load)
