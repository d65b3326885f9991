"""What a person typed, taken apart: quoted phrases, and the words of each language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from portal.languages import TEXTS
from portal.search.analysis import CYRILLIC, HAN_RUN, LATIN, normalise, stems
from portal.search.schema import LANGUAGES, OTHER
from portal.search.stopwords import WORDS, without_question

# A longer query is cut here: what follows would not change what is found, only take time.
LONGEST: Final = 2000
QUOTED: Final = re.compile('"([^"]+)"|“([^”]+)”|«([^»]+)»|「([^」]+)」|『([^』]+)』')
CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: `text` normalised, `words` the tokens by field of language, `phrases` that must stand as they are."""

    text: str
    words: Mapping[str, Sequence[str]]
    phrases: Sequence[str]

    @property
    def languages(self) -> list[str]:
        """The languages of ours it is written in."""
        return [language for language in TEXTS if self.words.get(language)]

    def without_places(self, rest: str) -> "Asked":
        """The same question with the names of places taken out of its text; as it is where nothing else is asked."""
        words = worded(rest)
        return replace(self, text=rest, words=words) if any(words.get(language) for language in TEXTS) else self


def clean(query: str) -> str:
    """The query without control characters and half characters, in one line, cut to a bearable length."""
    return " ".join(CONTROL.sub(" ", query[:LONGEST]).split())


def ask(query: str) -> Asked:
    """Take a query apart; anything may be typed."""
    text = normalise(clean(query))
    found = [next(filter(None, groups)) for groups in QUOTED.findall(text)]
    phrases = [phrase for phrase in found if WORD.search(phrase)]
    return Asked(text, worded(text), phrases)


def worded(text: str) -> dict[str, list[str]]:
    """The tokens of a text by the field that may hold them."""
    return {field: words for field in LANGUAGES if (words := tokens(text, field))}


def tokens(text: str, field: str) -> list[str]:
    """The distinct tokens of a text that a field may hold, question words left out where others remain."""
    kept_text = without_question(text)
    if field == "zh":
        return list(dict.fromkeys(stems(kept_text, "zh"))) if HAN_RUN.search(text) or bare(text) else []
    words = [word for word in WORD.findall(HAN_RUN.sub(" ", kept_text)) if belongs(word, field, alone=bare(text))]
    kept = [word for word in words if word.lower() not in WORDS.get(field, ())] or words
    return list(dict.fromkeys(stems(" ".join(kept), field)))


def belongs(word: str, field: str, *, alone: bool) -> bool:
    """Whether a word is of the field's script; numbers go with words, or everywhere when they stand alone."""
    if field == OTHER:
        return not word.isdecimal() or alone
    script = CYRILLIC if field == "ru" else LATIN
    return bool(script.search(word)) or word.isdecimal()


def bare(text: str) -> bool:
    """Whether the text holds numbers only."""
    return not any(character.isalpha() for character in text)


@cache
def stop_stems(language: str) -> frozenset[str]:
    """The stems of a language's question words: a term made of these alone says nothing."""
    return frozenset(stems(" ".join(sorted(WORDS[language])), language)) if language in WORDS else frozenset()
