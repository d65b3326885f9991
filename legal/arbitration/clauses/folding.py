"""A clause in the one form all patterns are written for, each character with its place in what was pasted."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from portal.search.analysis import HAN, simplifier

HAN_LETTER: Final = re.compile(f"[{HAN}]")
# Spaces; a run of letters that stay as they are; or one letter with the accents written after it, as some programs copy
# й and ё.
RUN: Final = re.compile(
    r"(?P<space>\s+)|(?P<plain>[\u4e00-\u9fff]+|[!-~]+|[а-яА-Я]+(?![\u0300-\u036f]))|\S[\u0300-\u036f]*"
)
ACUTE: Final = "\u0301"
SAME: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›《》〈〉「」『』〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "。": ".",
        "、": ",",
        "ё": "е",
        "Ё": "Е",
        ACUTE: None,
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where words stand in what was pasted: from the first character to the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text for patterns: simplified characters, half width, small letters, е for ё, plain quotes, single spaces.

    `cased` is the same with its capitals, character for character. Between Chinese characters no space is left; between
    one of them and a letter of another script there always is one.
    """

    text: str
    cased: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where in the pasted text the characters from `start` up to `end` of the folded one stand."""
        return Span(self.begins[start], self.ends[end - 1])


def fold(text: str) -> Folded:
    """The folded form of a text; in time that grows with its length alone."""
    folding = _Folding()
    for found in RUN.finditer(text):
        if found["space"]:
            folding.space(found[0], found.start(), found.end())
        elif found["plain"]:
            folding.write(found[0], range(found.start(), found.end()), range(found.start() + 1, found.end() + 1))
        else:
            written = _letters(found[0])
            folding.write(written, [found.start()] * len(written), [found.end()] * len(written))
    return folding.folded()


class _Folding:
    """What is written so far, and the space that waits to be written before the next letter."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.waiting: tuple[int, int] | None = None

    def space(self, written: str, begin: int, end: int) -> None:
        """A space, written later if at all; none, and no hyphen either, where a word is broken at the end of a line."""
        self.waiting = (begin, end)
        if "\n" in written and len(self.letters) > 1 and self.letters[-1] == "-" and self.letters[-2].isalpha():
            del self.letters[-1], self.begins[-1], self.ends[-1]
            self.waiting = None

    def write(self, written: str, begins: Sequence[int], ends: Sequence[int]) -> None:
        """Letters; the space before them stands unless both its neighbours are Chinese characters."""
        if not written:
            return
        before = self.letters[-1] if self.letters else " "
        beside = (HAN_LETTER.match(before) is not None, HAN_LETTER.match(written) is not None)
        if (self.waiting and self.letters and beside != (True, True)) or _meet(before, written[0], beside):
            begin, end = self.waiting or (begins[0], begins[0])
            self.letters.append(" ")
            self.begins.append(begin)
            self.ends.append(end)
        self.waiting = None
        self.letters.extend(written)
        self.begins.extend(begins)
        self.ends.extend(ends)

    def folded(self) -> Folded:
        cased = _simplified("".join(self.letters))
        small = cased.lower()
        if len(small) != len(cased):
            small = "".join(map(_small, cased))
        return Folded(small, cased, tuple(self.begins), tuple(self.ends))


def _meet(before: str, after: str, han: tuple[bool, bool]) -> bool:
    """Whether a Chinese character and a letter stand side by side: patterns look for words, which end there."""
    return han[0] != han[1] and before.isalpha() and after.isalpha()


@lru_cache(maxsize=8192)
def _letters(cluster: str) -> str:
    """What stands for one letter and its accents; nothing for a character that is not seen."""
    plain = unicodedata.normalize("NFKC", cluster.translate(SAME)).translate(SAME)
    return "".join(letter for letter in plain if unicodedata.category(letter) not in {"Cf", "Cc", "Mn"})


def _small(letter: str) -> str:
    """The small letter; the letter itself where that would be two characters."""
    small = letter.lower()
    return small if len(small) == 1 else letter


def _simplified(text: str) -> str:
    """Traditional characters as simplified ones, each by itself, so that none changes its place."""
    known = sorted(letter for letter in set(text) if HAN_LETTER.match(letter))
    plain = simplifier().convert("\n".join(known)).splitlines()
    return text.translate(dict(zip(map(ord, known), plain, strict=True)))
