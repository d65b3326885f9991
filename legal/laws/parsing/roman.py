"""Headings that are nothing but a Roman number and a title: I. Общие положения, II. Scope."""

import re
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import roman_to_int
from legal.laws.parsing.marks import LEVEL, SENTENCE_END, Mark
from legal.laws.parsing.source import Line

HEADING: Final = re.compile(
    r"(?P<label>(?P<number>[IVX]{1,6})\s?[.．](?:\s?[—–-])?)\s*(?P<title>[A-ZА-ЯЁ«\"“].{2,160})"
)
CHAPTER_RANK: Final = 40
# An article, or a heading above it, follows on the next line or behind the rest of the title.
NEAR: Final = 2


def roman_headings(
    lines: list[Line], marks: list[Mark | None], segment: range, *, above_articles: bool
) -> dict[int, Mark]:
    """The lines of a segment that are its Roman headings; they run from I on without a gap, and there are several.

    With `above_articles` only those count that an article follows: within an article such lines are its enumeration.
    """
    found: dict[int, Mark] = {}
    for i in segment:
        match = HEADING.fullmatch(lines[i].text) if marks[i] is None else None
        if match is None or match["title"][-1] in SENTENCE_END:
            continue
        number = roman_to_int(match["number"])
        if number == len(found) + 1 and (not above_articles or _is_followed(marks, i, segment.stop)):
            found[i] = _mark(match, number)
    return found if len(found) > 1 else {}


def _mark(match: re.Match[str], number: int) -> Mark:
    label, title = match["label"], match["title"]
    tight = len(label) + len(title) == len(match[0])
    return Mark(ProvisionKind.CHAPTER, "roman", str(number), label, title, tight, rank=2 * LEVEL + CHAPTER_RANK)


def _is_followed(marks: list[Mark | None], i: int, stop: int) -> bool:
    after = (mark for mark in marks[i + 1 : min(i + 1 + NEAR, stop)] if mark)
    return any(mark.kind is ProvisionKind.ARTICLE or mark.rank for mark in after)
