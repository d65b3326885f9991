"""Which lines of a text quote another law."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from legal.laws.parsing.source import Line

QUOTING: Final = re.compile(
    r"修改为|改为|增加|作为|如下[：:]|as follows|the following|be (?:amended|replaced|substituted)"
    r"|изложить|дополнить|следующего содержания|следующей редакции",
    re.IGNORECASE,
)
ANNOUNCED: Final = re.compile(
    r"(?:修改为|改为|增加[^。]{0,30}|作为第[^。]{0,20})[：:]$"
    r"|\b(?:amended|replaced|substituted|inserted|added)\b[^.]{0,60}:$"
    r"|(?:изложить|дополнить)[^.]{0,80}:$",
    re.IGNORECASE,
)
QUOTATION_MARK: Final = re.compile(r"[“«「『”»」』]")
# A quotation longer than this was only never closed.
LONGEST_QUOTATION: Final = 80


def quoted(lines: list[Line]) -> Iterator[int]:
    """Lines that quote another law: within a quotation opened on an earlier line, or announced by an amendment."""
    opened = 0
    left_open = [_leaves_open(line.text) for line in lines]
    closing = [i for i, open_after in enumerate(left_open) if open_after is False]
    for i, line in enumerate(lines):
        if i and not line.level and lines[i - 1].text[-1] in ":：" and ANNOUNCED.search(lines[i - 1].text):
            yield i
        if opened:
            yield i
            if left_open[i] is False:
                opened = 0
        elif left_open[i] and QUOTING.search(line.text) and _closes(closing, i):
            opened = i + 1


def _leaves_open(text: str) -> bool | None:
    """Whether a quotation is open after the text; None where no mark of quotation stands in it."""
    marks = QUOTATION_MARK.findall(text)
    return marks[-1] in "“«「『" if marks else None


def _closes(closing: Sequence[int], start: int) -> bool:
    """Whether one of these lines closes, soon enough, the quotation that a line opens."""
    following = bisect_right(closing, start)
    return following < len(closing) and closing[following] < start + LONGEST_QUOTATION
