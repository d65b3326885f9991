"""Where in a text the words of a query stand, and the piece of it that shows most of them."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from django.utils.safestring import SafeString, mark_safe

from portal.search.analysis import HAN, HAN_RUN, normalise, stems

WORD: Final = re.compile(f"[^\\W_{HAN}]+")
# A word before the first mark gives it its sense; Chinese says in a third of the length what the others say.
BEFORE: Final = {"zh": 12, "": 40}
LENGTH: Final = {"zh": 110, "": 260}
BOUNDARY: Final = re.compile(r"[\s，。；：、,.;:]")


class Mark(NamedTuple):
    """A stretch of a text that stands for a token of the query."""

    start: int
    end: int
    token: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in one line, read for the words of a query: it is gone through once, whatever is then asked of it.

    `tokens` are those of the query that stand in it.
    """

    text: str
    language: str
    marks: Sequence[Mark]
    tokens: frozenset[str]

    @classmethod
    def read(cls, text: str, language: str, wanted: frozenset[str]) -> "Passage":
        plain = " ".join(text.split())
        found = marks(plain, language, wanted)
        return cls(plain, language, found, frozenset([mark.token for mark in found]))

    def snippet(self) -> SafeString:
        """The piece with the most different words of the query, each marked; else the beginning."""
        length = LENGTH.get(self.language, LENGTH[""])
        start = opening(self.text, best_start(self.marks, length) - BEFORE.get(self.language, BEFORE[""]))
        end = closing(self.text, start + length)
        inside = [mark for mark in self.marks if start <= mark.start and mark.end <= end]
        parts = ["…" if start else "", *pieces(self.text, start, end, inside), "…" if end < len(self.text) else ""]
        return mark_safe("".join(parts))  # noqa: S308  # every piece of the text is escaped


def marks(text: str, language: str, wanted: frozenset[str]) -> list[Mark]:
    """All stretches whose token is wanted, in order; in Chinese a token is two characters, or a foreign word."""
    if language != "zh":
        return sorted(words(text, language, wanted), key=attrgetter("start"))
    pairs = frozenset(filter(HAN_RUN.match, wanted))
    found = [*characters(text, pairs), *words(text, language, wanted - pairs)]
    return sorted(found, key=attrgetter("start"))


def words(text: str, language: str, wanted: frozenset[str]) -> Iterator[Mark]:
    """The words with a token that is wanted; a long text has few different words, and each is looked at once."""
    begin = {token[0] for token in wanted}
    for word in set(WORD.findall(text)) if wanted else ():
        # Only of a word of letters alone is there one token, which begins as it does.
        tokens = () if word.isalpha() and initial(word[0]) not in begin else wanted.intersection(stem(word, language))
        for start in standing(word, text) if tokens else ():
            if not WORD.match(text, start + len(word)) and not (start and WORD.match(text, start - 1)):
                yield from (Mark(start, start + len(word), token) for token in tokens)


def characters(text: str, pairs: frozenset[str]) -> Iterator[Mark]:
    plain = simplified(text) if pairs else ""
    return (Mark(start, start + len(token), token) for token in pairs for start in standing(token, plain))


def standing(word: str, text: str) -> Iterator[int]:
    """Where a word, or a part of one, stands in a text as it is."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def simplified(text: str) -> str:
    """The text as the index has it, character for character; as it is where that would move the characters."""
    plain = normalise(text)
    return plain if len(plain) == len(text) else text


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> tuple[str, ...]:
    return tuple(stems(normalise(word), language))


@lru_cache(maxsize=4_000)
def initial(letter: str) -> str:
    """What the token of a word with this first letter begins with: to ask is quicker than to make the token."""
    return next(filter(str.isalnum, normalise(letter).lower()), "")


def best_start(found: Sequence[Mark], length: int) -> int:
    """Where a window of this length has the most different tokens begin."""
    inside: Counter[str] = Counter()
    best, most, last = 0, 0, 0
    for mark in found:
        while last < len(found) and found[last].start < mark.start + length:
            inside[found[last].token] += 1
            last += 1
        if len(inside) > most:
            best, most = mark.start, len(inside)
        inside[mark.token] -= 1
        if not inside[mark.token]:
            del inside[mark.token]
    return best


def opening(text: str, near: int) -> int:
    """A place to begin: behind a boundary, or the very beginning where it is not far."""
    if near <= 10:
        return 0
    boundary = BOUNDARY.search(text, near)
    return boundary.end() if boundary and boundary.end() < near + 15 else near


def closing(text: str, near: int) -> int:
    """A place to end: at a boundary, or the very end where it is not far."""
    if near >= len(text) - 10:
        return len(text)
    boundary = BOUNDARY.search(text, near)
    return boundary.start() if boundary and boundary.start() < near + 15 else near


def pieces(text: str, start: int, end: int, inside: Sequence[Mark]) -> list[str]:
    """The escaped stretches of a text, those marked in elements of their own; marks that touch are one."""
    out: list[str] = []
    at = start
    for first, last in joined(inside):
        out += [html.escape(text[at:first]), "<mark>", html.escape(text[first:last]), "</mark>"]
        at = last
    return [*out, html.escape(text[at:end])]


def joined(inside: Sequence[Mark]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for mark in inside:
        if spans and mark.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
        else:
            spans.append((mark.start, mark.end))
    return spans
