"""A file as lines, and the one normalisation under which reading loses nothing."""

import errno
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.laws.parsing.records import ParsedProvision, ParsedText, ReadingError

INFO_END: Final = "<!-- INFO END -->"
FRONT_MATTER: Final = re.compile(r"\A\ufeff?---[^\S\n]*\n.*?\n---[^\S\n]*(?:\n|\Z)", re.DOTALL)
HEADING_MARK: Final = re.compile(r"[^\S\n]*(#{1,6})(?:[^\S\n]+|$)")
NEWLINE: Final = re.compile(r"\r\n?|\n")
# A code of law has about 1.5 MB; a hundred times that is no law.
LARGEST: Final = 64 * 1024 * 1024
# A text with fewer empty lines than one in so many does not part its paragraphs by them.
FEWEST_GAPS: Final = 20
# A line that a page's width broke is longer.
SHORT_LINE: Final = 50
SENTENCE_END: Final = ".;:!?。；："


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds words: its number in the file, the words, and the level of its Markdown heading, 0 for none.

    `after_gap` says that an empty line stands before it.
    """

    number: int
    text: str
    level: int = 0
    after_gap: bool = True


def read(file: Path, *, limit: int = LARGEST) -> str:
    """The text of a file; it must be UTF-8 without NUL bytes, of so many bytes at most, else `ReadingError`."""
    try:
        if _size(file) > limit:
            raise ReadingError(file, 1, _("The file is larger than %(limit)s bytes."), limit=limit)
        raw = file.read_bytes()
    except OSError as error:
        raise ReadingError(
            file, 1, _("The file cannot be read: %(reason)s."), reason=error.strerror or str(error)
        ) from error
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        raise ReadingError(file, line, _("The file contains a NUL byte, so it is not text."))
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ReadingError(file, line, _("The file is not encoded in UTF-8.")) from error


def _size(file: Path) -> int:
    found = file.stat()
    if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, a device has no end
        raise OSError(errno.EINVAL, "not an ordinary file")
    return found.st_size


def lines(text: str, *, markdown: bool) -> list[Line]:
    """The lines of a text that hold words, without Markdown's marks of headings.

    Where a text hardly ever leaves a line empty, a line that ends a sentence or ends early stands for an empty one.
    """
    found = list(_lines(text, markdown=markdown))
    gaps = sum(line.after_gap for line in found)
    if gaps * FEWEST_GAPS <= len(found):
        for i in range(1, len(found)):
            before, line = found[i - 1].text, found[i]
            gap = len(before) < SHORT_LINE or before[-1] in SENTENCE_END
            found[i] = Line(line.number, line.text, line.level, gap)
    return found


def _lines(text: str, *, markdown: bool) -> Iterator[Line]:
    gap = True
    for number, raw in enumerate(NEWLINE.split(_without_front_matter(text) if markdown else text), start=1):
        level = 0
        words = raw.replace(INFO_END, " ") if markdown else raw
        if markdown and (mark := HEADING_MARK.match(words)):
            level, words = len(mark[1]), words[mark.end() :]
        printed = " ".join(words.split())
        if printed:
            yield Line(number, printed, level, gap)
        gap = not printed


def normalise(text: str, *, markdown: bool = False) -> str:
    """The words of a source: each run of white space made one space.

    Of Markdown, front matter, the marks of headings and the `<!-- INFO END -->` marker are left out: they are no words
    of the law. A byte order mark at the very beginning is left out too; every other character is kept.
    """
    return " ".join(line.text for line in _lines(text.removeprefix("\ufeff"), markdown=markdown))


def text_of(parsed: ParsedText | Iterable[ParsedProvision]) -> str:
    """The words of a parsed text in their order; equal to `normalise` of what it was read from."""
    provisions = parsed.provisions if isinstance(parsed, ParsedText) else parsed
    return " ".join(" ".join(provision.text for provision in provisions).split())


def _without_front_matter(text: str) -> str:
    match = FRONT_MATTER.match(text)
    # Empty lines in its place keep the numbers of the lines that follow.
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text
