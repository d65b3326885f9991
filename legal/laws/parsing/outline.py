"""What each line is in the whole of its text: which words number articles, which lines only look like one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import base, sort_key
from legal.laws.parsing import words
from legal.laws.parsing.believing import begins_anew, is_believed, is_row, without_footnote
from legal.laws.parsing.contents import contents_of
from legal.laws.parsing.marks import ENUMERATION, SENTENCE_END, Mark, Strength
from legal.laws.parsing.quoting import quoted
from legal.laws.parsing.roman import roman_headings
from legal.laws.parsing.source import Line

# A table of penalties, or what a footnote quotes, has at most so many numbers between two articles.
LONGEST_TABLE: Final = 12
ROMAN_LABEL: Final = re.compile(rf"\s[IVXLC]+(?:[\s-]?[A-Z]|\s?{words.LATIN_SUFFIX})?\W*$")
FIRST_PARAGRAPH: Final = re.compile(rf"{words.CHINESE_PARAGRAPH.pattern}|(?:1|I)\.\s")
# Articles that make a law or an annex of their own.
FEWEST_IN_RUN: Final = 3
CONTINUES: Final = re.compile(
    r"(?:\b(?:of|in|under|with|to|by|and|or|see|from|on|the|this|said)|[,(]"
    r"|\b(?:в|во|и|или|с|со|по|на|от|из|к|статьи|статье|статьей|статей|согласно|пункта|части|главы))$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Outline:
    """The lines of a text with what each begins; `contents` are the lines of its list of contents."""

    lines: list[Line]
    marks: list[Mark | None]
    contents: range = range(0)
    units: list[str] = field(default_factory=list)

    def segments(self) -> Iterator[range]:
        """The main text and each annex, as ranges of lines."""
        starts = [0, *(i for i, mark in enumerate(self.marks) if mark and mark.kind is ProvisionKind.ANNEX)]
        for start, end in zip(starts, [*starts[1:], len(self.lines)], strict=True):
            yield range(start, end)


def outline_of(lines: list[Line], marks: list[Mark | None]) -> Outline:
    """Decides what each line begins, from all of them together."""
    outline = Outline(lines, marks, contents_of(lines, marks))
    for i in (*outline.contents, *quoted(lines)):
        marks[i] = None
    _drop_decisions_in_laws(outline)
    _drop_halves_that_are_titles(outline)
    _split_units(outline)
    for segment in list(outline.segments()):
        unit = _unit(outline, segment)
        outline.units.append(unit)
        _keep_one_unit(outline, segment, unit)
        _keep_sequence(outline, segment)
        for i, heading in roman_headings(lines, marks, segment, above_articles=bool(unit)).items():
            marks[i] = heading
    return outline


def _drop_decisions_in_laws(outline: Outline) -> None:
    """A decision, or what it approves, begins an annex only behind something numbered and before its own numbers."""
    marks = outline.marks
    articles = paragraphs = 0
    for i, mark in enumerate(marks):
        if mark is None:
            paragraphs += bool(words.NUMBERED_PARAGRAPH.match(outline.lines[i].text))
            continue
        articles += mark.kind is ProvisionKind.ARTICLE
        behind = {"decision": articles, "approved": articles + paragraphs}
        if not (behind.get(mark.word, 1) and (mark.word not in behind or _is_followed_by_enumeration(outline, i))):
            marks[i] = None


def _is_followed_by_enumeration(outline: Outline, start: int) -> bool:
    for i in range(start + 1, min(start + 9, len(outline.lines))):
        mark = outline.marks[i]
        if (mark and mark.number == "1") or FIRST_PARAGRAPH.match(outline.lines[i].text):
            return True
    return False


def _drop_halves_that_are_titles(outline: Outline) -> None:
    """«Раздел I» on one line and «Общая часть» on the next are one heading."""
    marks = outline.marks
    for i, (above, mark) in enumerate(pairwise(marks), start=1):
        numbered = above and (above.heading or above)
        if mark and mark.word == "half" and numbered and numbered.rank and numbered.number and not numbered.rest:
            marks[i] = None


def _split_units(outline: Outline) -> None:
    """A treaty in articles behind an Act in sections, or rules behind articles, is an annex even without a word."""
    for segment in list(outline.segments()):
        found: dict[str, list[tuple[int, Mark]]] = {}
        for i, mark in _articles(outline, segment):
            if mark.strength is Strength.STRONG:
                found.setdefault(mark.word, []).append((i, mark))
        beginnings = [_beginning(marks) for marks in found.values()]
        runs = sorted((run for run in beginnings if len(run) >= FEWEST_IN_RUN), key=lambda run: run[0][0])
        for before, after in pairwise(runs):
            if before[-1][0] < after[0][0]:
                _begin_annex(outline, before[-1][0] + 1, after[0][0])


def _beginning(marks: list[tuple[int, Mark]]) -> list[tuple[int, Mark]]:
    """The articles from the first one on, as long as their numbers rise."""
    numbers = [base(mark.number) for _, mark in marks]
    end = next((i for i in range(1, len(numbers)) if numbers[i] < numbers[i - 1]), len(numbers))
    return marks[:end] if numbers[0] == 1 else []


def _begin_annex(outline: Outline, start: int, end: int) -> None:
    """Begins an annex at the title, preamble or heading that stands before its first article."""
    i = next((i for i in range(start, end) if (mark := outline.marks[i]) and _may_begin_annex(mark)), end)
    heading = outline.marks[i] if i < end else None
    while i > start and outline.marks[i - 1] is None and _is_title(outline.lines[i - 1]):
        i -= 1
        heading = Mark(ProvisionKind.ANNEX, rest=outline.lines[i].text)
    if heading:
        heading = heading.heading or heading
        outline.marks[i] = replace(heading, kind=ProvisionKind.ANNEX, word="annex", number="", rank=0, heading=None)


def _may_begin_annex(mark: Mark) -> bool:
    return mark.rank > 0 or mark.heading is not None or mark.word == "preamble"


def _articles(outline: Outline, segment: range) -> Iterator[tuple[int, Mark]]:
    for i in segment:
        mark = outline.marks[i]
        if mark and mark.kind is ProvisionKind.ARTICLE:
            yield i, mark


def _unit(outline: Outline, segment: range) -> str:
    """The word that numbers the segment's articles: the one with most different numbers; "" where none does."""
    numbers: dict[str, set[str]] = {}
    sure: set[str] = set()
    for _, mark in _articles(outline, segment):
        numbers.setdefault(mark.word, set()).add(mark.number)
        if mark.strength is Strength.STRONG or words.DASHED_HEADING.match(mark.rest):
            sure.add(mark.word)
    ranked = sorted(numbers, key=lambda word: (-len(numbers[word]), list(words.ARTICLE_WORDS.values()).index(word)))
    # A lone section or rule is a heading or a sentence; a lone article is a short law.
    return next((word for word in ranked if word == "article" or (word in sure and len(numbers[word]) > 1)), "")


def _keep_one_unit(outline: Outline, segment: range, unit: str) -> None:
    _drop_headings_called(outline, segment, unit)
    _keep_one_numeral(outline, [i for i, mark in _articles(outline, segment) if mark.word == unit])
    for i, mark in list(_articles(outline, segment)):
        if mark.word != unit:
            outline.marks[i] = mark.heading
        elif mark.strength is Strength.STRONG and i and not outline.lines[i].level:
            before = outline.lines[i - 1].text
            if CONTINUES.search(before) and outline.marks[i - 1] is None:
                outline.marks[i] = replace(mark, strength=Strength.WEAK)


def _drop_headings_called(outline: Outline, segment: range, unit: str) -> None:
    """Where Sections are the articles no heading is called Section: such a line is an editor's note on one."""
    for i in segment:
        mark = outline.marks[i]
        if mark and mark.rank and mark.word == unit:
            outline.marks[i] = None


def _keep_one_numeral(outline: Outline, articles: list[int]) -> None:
    """Where a law's own articles have Roman numbers, those in digits between them are of a law it amends."""
    roman = [i for i in articles if (mark := outline.marks[i]) and ROMAN_LABEL.search(mark.label)]
    if not roman or roman[0] != articles[0] or len(roman) < FEWEST_IN_RUN:
        return
    for i in set(articles).difference(roman):
        if i < roman[-1]:
            outline.marks[i] = None


def _keep_sequence(outline: Outline, segment: range) -> None:
    """Drops lines that look like an article but do not go on from the last one."""
    found = list(_articles(outline, segment))
    last: str | None = None
    for position, (i, mark) in enumerate(found):
        ahead = [m.number for _, m in found[position + 1 : position + 1 + LONGEST_TABLE]]
        following = ahead[:3]
        if is_row(mark, last, ahead):
            outline.marks[i] = None
            continue
        if not is_believed(mark, last, following):
            repaired = without_footnote(mark, last, following)
            outline.marks[i] = repaired
            if repaired is None:
                continue
            mark = repaired
        if last is not None and sort_key(mark.number) < sort_key(last) and begins_anew(mark, following):
            _begin_container(outline, segment, i)
        last = mark.number


def _begin_container(outline: Outline, segment: range, start: int) -> None:
    """Numbers that begin anew belong to what the lines before them entitle."""
    i = start - 1
    while i > segment.start and outline.marks[i] is None and _is_title(outline.lines[i]) and start - i < 4:
        i -= 1
    i += 1
    if i < start and outline.marks[i] is None:
        outline.marks[i] = Mark(ProvisionKind.ANNEX, "annex", "", "", outline.lines[i].text)


def _is_title(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= 120
        and text[-1] not in SENTENCE_END
        and not text[0].islower()
        and not text[0].isdigit()
        and not ENUMERATION.match(text)
    )
