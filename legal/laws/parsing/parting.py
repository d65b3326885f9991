"""Articles that a file has run together on one line: 第一条 …。 第二条 …。"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from legal.laws.numbering import CHINESE_NUMERAL, chinese_to_int
from legal.laws.parsing.source import Line

ARTICLE: Final = re.compile(rf"第([{CHINESE_NUMERAL}]+)条")
WITHIN: Final = re.compile(rf"(?<=[。；！？”）])\s(?=第([{CHINESE_NUMERAL}]+)条)")


def parted(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each parted where within it the very next article begins behind the end of a sentence."""
    last = 0
    for line in lines:
        if match := ARTICLE.match(line.text):
            last = chinese_to_int(match[1]) or 0
        start = 0
        for match in WITHIN.finditer(line.text) if last else ():
            if chinese_to_int(match[1]) == last + 1:
                yield replace(line, text=line.text[start : match.start()])
                start, last = match.end(), last + 1
        yield replace(line, text=line.text[start:], after_gap=True) if start else line
