"""Where in a text the words of a query stand, and the piece of it that shows most of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from portal.search.analysis import HAN, HAN_RUN, normalise, stems

WORD: Final = re.compile(f"[^\\W_{HAN}]+")
BLANKS: Final = re.compile(r"\s+")
# A word before the first mark gives it its sense; Chinese says in a third of the length what the others say.
BEFORE: Final = {"zh": 12, "": 40}
LENGTH: Final = {"zh": 110, "": 260}
BOUNDARY: Final = re.compile(r"[\s，。；：、,.;:]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that stands for a token of the query."""

    start: int
    end: int
    token: str


def marks(text: str, language: str, wanted: frozenset[str]) -> list[Mark]:
    """All stretches whose token is wanted, in order; in Chinese a token is two characters, or a foreign word."""
    return sorted(occurrences(text, language, wanted), key=lambda mark: mark.start)


def speaks_of(text: str, language: str, wanted: frozenset[str]) -> bool:
    """Whether any stretch of a text has a token that is wanted; the first one is enough."""
    return next(occurrences(text, language, wanted), None) is not None


def occurrences(text: str, language: str, wanted: frozenset[str]) -> Iterator[Mark]:
    words = (
        Mark(word.start(), word.end(), token)
        for word in WORD.finditer(text)
        for token in stem(word[0], language)
        if token in wanted
    )
    return chain(characters(text, wanted), words) if language == "zh" else words


def characters(text: str, wanted: frozenset[str]) -> Iterator[Mark]:
    plain = simplified(text)
    return (mark for token in wanted if HAN_RUN.match(token) for mark in standing(token, plain))


def standing(token: str, text: str) -> Iterator[Mark]:
    """Each place where a token stands in a text as it is."""
    at = text.find(token)
    while at >= 0:
        yield Mark(at, at + len(token), token)
        at = text.find(token, at + 1)


def simplified(text: str) -> str:
    """The text as the index has it, character for character; as it is where that would move the characters."""
    plain = normalise(text)
    return plain if len(plain) == len(text) else text


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> tuple[str, ...]:
    return tuple(stems(normalise(word), language))


def snippet(text: str, language: str, wanted: frozenset[str]) -> SafeString:
    """The piece of a text with the most different words of the query, each marked; else its beginning."""
    plain = BLANKS.sub(" ", text).strip()
    found = marks(plain, language, wanted)
    length = LENGTH.get(language, LENGTH[""])
    start = opening(plain, best_start(found, length) - BEFORE.get(language, BEFORE[""]))
    end = closing(plain, start + length)
    inside = [mark for mark in found if start <= mark.start and mark.end <= end]
    parts = [*(["…"] if start else []), *pieces(plain, start, end, inside), *(["…"] if end < len(plain) else [])]
    return mark_safe("".join(parts))  # noqa: S308  # every piece of the text is escaped


def best_start(found: Sequence[Mark], length: int) -> int:
    """Where a window of this length holds the most different tokens."""
    best, most = 0, 0
    for number, mark in enumerate(found):
        inside = {other.token for other in found[number : number + length] if other.end <= mark.start + length}
        if len(inside) > most:
            best, most = mark.start, len(inside)
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
        out += [escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>"]
        at = last
    return [*out, escape(text[at:end])]


def joined(inside: Sequence[Mark]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for mark in inside:
        if spans and mark.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], mark.end))
        else:
            spans.append((mark.start, mark.end))
    return spans
