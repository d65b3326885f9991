"""A text as provisions, whatever file it came from."""

import re
from dataclasses import dataclass
from typing import Final

from legal.laws.kinds import ArticleUnit, ProvisionKind
from legal.laws.parsing.building import TABLE_ROW, Builder
from legal.laws.parsing.marks import SENTENCE_END, Mark, is_dotted, mark_of
from legal.laws.parsing.outline import Outline, outline_of
from legal.laws.parsing.parting import parted
from legal.laws.parsing.records import ParsedProvision
from legal.laws.parsing.roman import HEADING as ROMAN_HEADING
from legal.laws.parsing.source import Line

# What stands between the title and the law: when it was adopted, what amended it.
HEAD_NOTE: Final = re.compile(
    r"(?![(（]\s?(?:\d{1,3}|[a-zа-я]|[ivx]+|[一二三四五六七八九十]+)\s?[)）])[(（\[]"
    r"|от \d|принят|одобрен|утвержден|введен|вводится|см\. также|примечание|сноска|в редакции|с учетом"
    r"|adopted|entered into force|done at|source:|\d{4}\s?年.{0,12}日|[一二]\S{3}年\S{1,3}月\S{1,4}日|根据\d{4}年"
    r"|бириккен|联合国大会|聯合國大會|[^\w(（]+$",
    re.IGNORECASE,
)
LONGEST_TITLE: Final = 250


@dataclass(frozen=True, slots=True)
class Structure:
    """The provisions of a text, and the unit its articles are numbered in."""

    title: str
    provisions: list[ParsedProvision]
    unit: ArticleUnit


def structure_of(lines: list[Line], *, markdown: bool, head: int = 0) -> Structure:
    """Parts a text into provisions. `head` is how many lines after the title are its block of dates."""
    title = _title_length(lines, markdown=markdown)
    head += title
    lines = [*lines[:head], *parted(lines[head:])]
    marks: list[Mark | None] = [None if i < head and not line.level else mark_of(line) for i, line in enumerate(lines)]
    marks[:title] = [None] * title
    outline = outline_of(lines, marks)
    outline.contents = range(max(outline.contents.start, title), max(outline.contents.stop, title))
    builder = Builder(outline)
    if title:
        builder.add_lines(ProvisionKind.TITLE, lines[:title])
    start = _head(builder, title, head)
    provisions = builder.build(start)
    unit = ArticleUnit.SECTION if outline.units[0] == "section" else ArticleUnit.ARTICLE
    return Structure(" ".join(line.text for line in lines[:title]), provisions, unit)


def _title_length(lines: list[Line], *, markdown: bool) -> int:
    if not lines:
        return 0
    if markdown:
        return 1 if lines[0].level == 1 else 0
    first = lines[0].text
    if HEAD_NOTE.match(first) or len(first) > LONGEST_TITLE or _is_body(lines[0]):
        return 0
    count = 1
    while count < min(3, len(lines)) and _goes_on(lines[count]):
        count += 1
    return count


def _is_body(line: Line) -> bool:
    mark = mark_of(line)
    return mark is not None and (mark.kind is ProvisionKind.ARTICLE or mark.rank > 0)


def _goes_on(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= 120
        and text[-1] not in SENTENCE_END
        and not text[0].islower()
        and not HEAD_NOTE.match(text)
        and not is_dotted(text)
        and not ROMAN_HEADING.fullmatch(text)
        and mark_of(line) is None
    )


def _head(builder: Builder, title: int, head: int) -> int:
    """Adds the notes and the preamble between title and law; returns where the law begins."""
    outline = builder.outline
    if head > title:
        _block_of_dates(builder, title, head)
        return head
    has_articles = any(outline.units)
    end = next((i for i in range(title, len(outline.lines)) if _ends_head(outline, i)), title)
    i = title
    while i < end:
        kind = ProvisionKind.NOTE if HEAD_NOTE.match(outline.lines[i].text) else ProvisionKind.PREAMBLE
        if kind is ProvisionKind.PREAMBLE and not has_articles:
            break
        stop = i + 1
        while stop < end and bool(HEAD_NOTE.match(outline.lines[stop].text)) is (kind is ProvisionKind.NOTE):
            stop += 1
        builder.add_lines(kind, outline.lines[i:stop])
        i = stop
    return i


def _ends_head(outline: Outline, i: int) -> bool:
    return outline.marks[i] is not None or i in outline.contents or bool(TABLE_ROW.match(outline.lines[i].text))


def _block_of_dates(builder: Builder, start: int, end: int) -> None:
    i = start
    while i < end:
        stop = i
        while stop < end and not builder.outline.lines[stop].level:
            stop += 1
        if stop > i:
            builder.add_lines(ProvisionKind.NOTE, builder.outline.lines[i:stop])
        else:
            builder.add_line(i)
            stop = i + 1
        i = stop
