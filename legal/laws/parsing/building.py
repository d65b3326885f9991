"""From the outline of a text to its provisions: what stands under what, and where it is addressed."""

import re
from dataclasses import dataclass, field
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.parsing import headings, words
from legal.laws.parsing.marks import LEVEL, Mark
from legal.laws.parsing.outline import Outline
from legal.laws.parsing.paragraphs import numbered_paragraphs
from legal.laws.parsing.records import ParsedProvision
from legal.laws.parsing.source import Line

TABLE_ROW: Final = re.compile(r"\|.*\|")
# An unnumbered heading without another beside it ranks as a chapter.
UNNUMBERED: Final = 40
LEAVES: Final = frozenset({ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH})
# How annexes are called in addresses; every other word is an annex there.
CONTAINERS: Final = {
    "protocol": "protocol",
    "протокол": "protocol",
    "schedule": "schedule",
    "decision": "decision",
    "approved": "approved",
}


@dataclass(slots=True)
class Builder:
    """Puts provisions one after the other and knows where the next one belongs."""

    outline: Outline
    provisions: list[ParsedProvision] = field(default_factory=list)
    titles: dict[int, int] = field(default_factory=dict)
    repeats: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    container: int | None = None
    headings: list[tuple[int, int]] = field(default_factory=list)
    prefix: str = ""
    heading_since: int | None = None
    current: int | None = None
    body: list[str] = field(default_factory=list)
    has_leaves: bool = False
    # Up to which line the text has been put.
    put: int = 0
    next_articles: list[Mark | None] = field(default_factory=list)

    def build(self, start: int) -> list[ParsedProvision]:
        """The provisions of the outline from a line on."""
        self.titles = headings.titles_below(self.outline)
        self.next_articles = _next_articles(self.outline.marks)
        for segment in self.outline.segments():
            self._segment(range(max(segment.start, start), segment.stop))
        self._close_body()
        return self.provisions

    def add_lines(self, kind: ProvisionKind, lines: list[Line]) -> None:
        """Puts a title, note or preamble of some lines."""
        path = "title" if kind is ProvisionKind.TITLE else self._counted(kind.value)
        path = "preamble" if path == "preamble-1" else path
        body = "\n".join(line.text for line in lines)
        if kind is ProvisionKind.TITLE:
            self._add(kind, lines[0].number, path=path, heading=body.replace("\n", " "))
        else:
            self._add(kind, lines[0].number, path=path, body=body)
        self.current = None

    def add_line(self, i: int) -> None:
        """Puts what one line begins or holds."""
        self._line(i, self.outline.marks[i], 0, closing=False)

    def _segment(self, segment: range) -> None:
        marks = self.outline.marks
        articles = [i for i in segment if (m := marks[i]) and m.kind is ProvisionKind.ARTICLE]
        paragraphs = (
            {} if articles else numbered_paragraphs(self.outline, segment, main=not self._is_annex(segment.start))
        )
        last = articles[-1] if articles else segment.start
        # A list of contents is put whole, though another segment may begin within it.
        i = max(segment.start, self.put)
        while i < segment.stop:
            mark = marks[i] or paragraphs.get(i)
            if i in self.outline.contents:
                i = self.put = self._contents(i)
                continue
            taken = self.titles.get(i, 0) if mark and not paragraphs.get(i) else 0
            self._line(i, mark, taken, closing=bool(articles) and i > last)
            i += 1 + taken

    def _is_annex(self, i: int) -> bool:
        mark = self.outline.marks[i] if i < len(self.outline.marks) else None
        return mark is not None and mark.kind is ProvisionKind.ANNEX

    def _contents(self, start: int) -> int:
        """Puts the list of contents from a line of it on, and returns where the list ends."""
        lines = self.outline.lines[start : self.outline.contents.stop]
        self._add(ProvisionKind.NOTE, lines[0].number, path=self._counted("note"))
        self.body += [line.text for line in lines]
        self.current = None
        return self.outline.contents.stop

    def _line(self, i: int, mark: Mark | None, taken: int, *, closing: bool) -> None:
        line = self.outline.lines[i]
        if mark is None:
            self._words(line, closing=closing)
        elif mark.kind is ProvisionKind.ARTICLE:
            self._article(i, mark, taken)
        elif mark.kind is ProvisionKind.PARAGRAPH:
            self._paragraph(line, mark)
        elif mark.kind is ProvisionKind.ANNEX:
            self._annex(line, mark)
        elif mark.rank:
            self._heading(i, mark, taken)
        else:
            path = self._counted(mark.kind.value)
            self._add(mark.kind, line.number, path="preamble" if path == "preamble-1" else path, heading=line.text)

    def _article(self, i: int, mark: Mark, taken: int) -> None:
        line = self.outline.lines[i]
        name = f"{'section' if mark.word == 'section' else 'article'}-{mark.number}"
        if self.heading_since is not None and self._begins_anew(i, name):
            self.prefix = self.provisions[self.heading_since].path + "/"
        heading, body, tight = headings.split(self.outline, i, mark)
        if taken:
            heading, body, tight = self._below(i, taken), "", False
        path = self.prefix + name
        self._add(
            ProvisionKind.ARTICLE, line.number, path=path, number=mark.number, label=mark.label, heading=heading,
            body=body, tight=(mark.tight, tight),
        )  # fmt: skip
        self.heading_since = None

    def _begins_anew(self, i: int, name: str) -> bool:
        """Whether numbers restart under a heading: this one is taken, and so is the next, unless it is the last.

        An inserted chapter (Глава 10-1 with 233¹ after 244) and one misread number do not restart them.
        """
        following = self.next_articles[i]
        next_name = name if following is None else f"{name.split('-')[0]}-{following.number}"
        return self.prefix + name in self.repeats and self.prefix + next_name in self.repeats

    def _below(self, i: int, taken: int) -> str:
        return " ".join(line.text for line in self.outline.lines[i + 1 : i + 1 + taken])

    def _paragraph(self, line: Line, mark: Mark) -> None:
        container = self.provisions[self.headings[-1][1]].path + "/" if self.headings and mark.word == "anew" else ""
        path = f"{container or self.prefix}paragraph-{mark.number or self._next(self.prefix + 'paragraph')}"
        self._add(
            ProvisionKind.PARAGRAPH, line.number, path=path, number=mark.number, label=mark.label, body=mark.rest,
            tight=(mark.tight, False),
        )  # fmt: skip

    def _annex(self, line: Line, mark: Mark) -> None:
        self.headings, self.container, self.prefix = [], None, ""
        word = CONTAINERS.get(mark.word, "annex")
        path = f"{word}-{mark.number or self._next(word)}"
        self._add(
            ProvisionKind.ANNEX, line.number, path=path, number=mark.number, label=mark.label, heading=mark.rest,
            tight=(mark.tight, False),
        )  # fmt: skip
        self.container, self.prefix = len(self.provisions) - 1, self._top().path + "/"
        self.heading_since = None

    def _heading(self, i: int, mark: Mark, taken: int) -> None:
        line = self.outline.lines[i]
        rank = self._rank(mark)
        while self.headings and self.headings[-1][0] >= rank:
            self.headings.pop()
        above = self.provisions[self.headings[-1][1]].path + "/" if self.headings else self._container_path()
        path = f"{above}{mark.kind.value}-{mark.number}" if mark.number else self._counted("heading", above)
        self._add(
            mark.kind, line.number, path=path, number=mark.number, label=mark.label,
            heading=self._below(i, taken) if taken else mark.rest, tight=(mark.tight and not taken, False),
        )  # fmt: skip
        self.headings.append((rank, len(self.provisions) - 1))
        self.heading_since = self.heading_since if self.heading_since is not None else len(self.provisions) - 1

    def _rank(self, mark: Mark) -> int:
        """An unnumbered heading of Markdown stands beside the last one of its level, whatever that is called."""
        if mark.rank % LEVEL:
            return mark.rank
        beside = (rank for rank, _ in self.headings if rank // LEVEL == mark.rank // LEVEL)
        return next(beside, mark.rank + UNNUMBERED)

    def _words(self, line: Line, *, closing: bool) -> None:
        if TABLE_ROW.match(line.text):
            self._table(line)
        elif closing and words.SIGNATURE.match(line.text) and len(line.text) <= LONGEST_SIGNATURE:
            self._add(ProvisionKind.SIGNATURE, line.number, path=self._counted("signature"), body=line.text)
        elif self.current is None or self._top().kind is ProvisionKind.TABLE:
            self._unnumbered(line)
        else:
            self.body.append(line.text)

    def _unnumbered(self, line: Line) -> None:
        """Words of no provision: before the first numbered one they introduce it, later they are a paragraph."""
        if self.has_leaves:
            self._add(ProvisionKind.PARAGRAPH, line.number, path=self._counted("text"), body=line.text)
        else:
            path = self._counted("preamble")
            path = "preamble" if path == "preamble-1" else path
            self._add(ProvisionKind.PREAMBLE, line.number, path=path, body=line.text)

    def _table(self, line: Line) -> None:
        top = self._top() if self.provisions else None
        if top and top.kind is ProvisionKind.TABLE and self.current is not None:
            self.body.append(line.text)
        else:
            self._add(ProvisionKind.TABLE, line.number, path=self._counted("table"), body=line.text)

    def _add(
        self, kind: ProvisionKind, line: int, *, path: str, number: str = "", label: str = "", heading: str = "",
        body: str = "", tight: tuple[bool, bool] = (False, False),
    ) -> None:  # fmt: skip
        unique, repeat = path, self.repeats.get(path, 0) + 1
        self.repeats[path] = repeat
        if repeat > 1:
            unique = f"{path}--{repeat}"
        parent = self._parent(kind)
        depth = self.provisions[parent].depth + 1 if parent is not None else 0
        repeated = repeat > 1 and bool(number) and kind in LEAVES
        self._close_body()
        self.provisions.append(
            ParsedProvision(kind, unique, number, label, heading, body, parent, depth, line, repeated, tight)
        )
        self.current = len(self.provisions) - 1
        self.has_leaves = self.has_leaves or kind in LEAVES or kind is ProvisionKind.ANNEX

    def _close_body(self) -> None:
        """Gives the last provision the lines that followed its first, joined once: a body may have a million."""
        if self.body:
            top = self._top()
            top.body = "\n".join([top.body, *self.body] if top.body else self.body)
            self.body = []

    def _parent(self, kind: ProvisionKind) -> int | None:
        if kind in {ProvisionKind.ANNEX, ProvisionKind.SIGNATURE, ProvisionKind.PREAMBLE}:
            return self.container
        return self.headings[-1][1] if self.headings else self.container

    def _container_path(self) -> str:
        return self.provisions[self.container].path + "/" if self.container is not None else ""

    def _counted(self, word: str, above: str | None = None) -> str:
        prefix = self.prefix if above is None else above
        return f"{prefix}{word}-{self._next(prefix + word)}"

    def _next(self, word: str) -> int:
        self.counts[word] = self.counts.get(word, 0) + 1
        return self.counts[word]

    def _top(self) -> ParsedProvision:
        return self.provisions[-1]


def _next_articles(marks: list[Mark | None]) -> list[Mark | None]:
    """For each line the first article that begins behind it."""
    found: list[Mark | None] = [None] * len(marks)
    following: Mark | None = None
    for i in range(len(marks) - 1, -1, -1):
        found[i] = following
        mark = marks[i]
        following = mark if mark and mark.kind is ProvisionKind.ARTICLE else following
    return found


LONGEST_SIGNATURE: Final = 400
