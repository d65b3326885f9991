"""What reading a tree of law yields: laws with their editions and texts, or the reason why one was rejected."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from django.utils.functional import Promise

from legal.laws.kinds import ArticleUnit, LawKind, ProvisionKind, TextStatus

DaySource = Literal["header", "clause", "folder", ""]
# What a sentence about a file is filled with; a name of ours is translated where the sentence is.
Param = str | int | Promise


@dataclass(slots=True)
class ParsedProvision:
    """One place of a text: label, heading and body are as printed, with runs of white space made one space.

    `parent` is the index of the provision it stands under; `line` is where it begins in its file, from 1.
    Paragraphs of a body are parted by newlines. `tight` says after which of label and heading no space is printed.
    """

    kind: ProvisionKind
    path: str
    number: str = ""
    label: str = ""
    heading: str = ""
    body: str = ""
    parent: int | None = None
    depth: int = 0
    line: int = 1
    repeated: bool = False
    tight: tuple[bool, bool] = (False, False)

    @property
    def text(self) -> str:
        """The printed words of the provision in their order."""
        after_label = "" if self.tight[0] or not self.label else " "
        after_heading = "" if self.tight[1] or not self.heading else " "
        return f"{self.label}{after_label}{self.heading}{after_heading}{self.body}".strip()


@dataclass(slots=True)
class ParsedText:
    """The words of an edition in one language: provisions in the order they are printed.

    By path, `based_on` has the wording of the original that a translation is known to translate, and `sources` what
    has another source than the rest. The places of an `exact` text are known by their paths.
    """

    language: str
    status: TextStatus
    source: str
    title: str
    provisions: list[ParsedProvision]
    files: list[Path]
    unit: ArticleUnit = ArticleUnit.ARTICLE
    based_on: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    exact: bool = False


@dataclass(slots=True)
class ParsedEdition:
    """A dated text of a law. `name` is the date or year its files carry, "" where they carry none.

    `in_force` is None where neither a header, nor a commencement clause, nor the law's record says it. `slug` is the
    address the law's record gives it; `places` are its places in their order where they are written down.
    """

    name: str
    texts: list[ParsedText]
    adopted: datetime.date | None = None
    in_force: datetime.date | None = None
    in_force_from: DaySource = ""
    amended_by: str = ""
    slug: str = ""
    places: list[ParsedProvision] = field(default_factory=list)

    @property
    def files(self) -> list[Path]:
        """The files the edition was read from, in reading order."""
        return [file for text in self.texts for file in text.files]


@dataclass(slots=True)
class ParsedLaw:
    """A law as its files tell it; `slug` is None and `folder` "" where they give none (national files)."""

    source_path: Path
    folder: str
    jurisdiction: str
    slug: str | None
    kind: LawKind
    titles: dict[str, str]
    editions: list[ParsedEdition]
    number: str = ""
    short_titles: dict[str, str] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)
    authorities: dict[str, str] = field(default_factory=dict)
    other_names: list[str] = field(default_factory=list)
    adopted: datetime.date | None = None
    in_force: datetime.date | None = None
    repealed: datetime.date | None = None
    original_language: str = "zh"
    topics: list[str] = field(default_factory=list)
    source: str = ""
    region: str = ""
    unit: ArticleUnit = ArticleUnit.ARTICLE


@dataclass(slots=True)
class Rejection:
    """A law or file that was not read: where and why, as a sentence in the reader's language."""

    file: Path
    line: int
    message: str | Promise
    params: Mapping[str, Param] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The reason in the language active now; `message` is lazily translated, with named placeholders."""
        return str(self.message) % self.params


class ReadingError(Exception):
    """Raised inside the reader and turned into a `Rejection` at its edge; it never leaves `read_tree`."""

    def __init__(self, file: Path, line: int, message: str | Promise, **params: Param) -> None:
        super().__init__(message)
        self.rejection = Rejection(file, line, message, params)
