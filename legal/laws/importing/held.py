"""A law as it is held while an import works on it: plain objects that remember what the database has of them.

A row is written only where `row()` differs from `stored`, so an import that brings nothing new writes nothing.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from legal.laws.kinds import RANK, ProvisionKind, TextStatus
from legal.laws.parsing.records import ParsedProvision, ParsedText
from legal.laws.wording import wording

Row = tuple[Any, ...]
HEADINGS = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION})


@dataclass(slots=True, eq=False)
class HeldText:
    """The words of a place in one language; `carried_from` is the edition a translation came along from."""

    label: str
    heading: str
    body: str
    status: str
    source: str
    wording: str
    based_on: str = ""
    carried_from: "HeldEdition | None" = None
    id: int | None = None
    stored: Row | None = None

    @classmethod
    def of(cls, parsed: ParsedProvision, text: ParsedText) -> "HeldText":
        """The words of a place that has just been read."""
        hashed = wording(parsed.heading, parsed.body)
        based_on = text.based_on.get(parsed.path, "")
        source = text.sources.get(parsed.path, text.source)
        return cls(parsed.label, parsed.heading, parsed.body, str(text.status), source, hashed, based_on)

    @property
    def rank(self) -> int:
        """What the text is worth: 0 is best."""
        return RANK[self.status]

    @property
    def words(self) -> Row:
        """All that is printed."""
        return (self.label, self.wording)

    def row(self) -> Row:
        """What the database is to hold of it."""
        edition = self.carried_from.id if self.carried_from else None
        return (self.label, self.status, self.source, self.wording, self.based_on, edition)

    def take(self, other: "HeldText") -> None:
        """Become the other text, in place: the row stays."""
        self.label, self.heading, self.body = other.label, other.heading, other.body
        self.status, self.source, self.wording = other.status, other.source, other.wording
        self.based_on, self.carried_from = other.based_on, other.carried_from


@dataclass(slots=True, eq=False)
class HeldProvision:
    """One place in an edition; `carried` keeps the texts that came along while it is worked out which do so now."""

    kind: str
    number: str
    path: str
    depth: int = 0
    repeated: bool = False
    parent: "HeldProvision | None" = None
    position: int = 0
    texts: dict[str, HeldText] = field(default_factory=dict)
    carried: dict[str, HeldText] = field(default_factory=dict)
    id: int | None = None
    stored: Row | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only divides the text."""
        return self.kind in HEADINGS

    @property
    def is_article(self) -> bool:
        """Whether it is an article, in whatever unit."""
        return self.kind == ProvisionKind.ARTICLE

    def row(self) -> Row:
        """What the database is to hold of it."""
        parent = self.parent.id if self.parent else None
        return (parent, self.kind, self.number, self.path, self.position, self.depth, self.repeated)

    def put(self, language: str, text: HeldText) -> None:
        """Give it a text, in the row that a text of the language already has here."""
        held = self.texts.get(language)
        if held is not None and held.wording == text.wording:
            text.based_on = text.based_on or held.based_on
        held = held or self.carried.pop(language, None)
        if held is None:
            self.texts[language] = text
        else:
            held.take(text)
            self.texts[language] = held


@dataclass(slots=True, eq=False)
class HeldEdition:
    """A dated text of the law."""

    slug: str = ""
    adopted: datetime.date | None = None
    in_force: datetime.date | None = None
    in_force_source: str = ""
    until: datetime.date | None = None
    amended_by: str = ""
    provisions: list[HeldProvision] = field(default_factory=list)
    gone: list[HeldProvision] = field(default_factory=list)
    gone_texts: list[tuple[str, HeldText]] = field(default_factory=list)
    id: int | None = None
    stored: Row | None = None

    @property
    def key(self) -> int:
        """The key of its row; 0 before it has one."""
        return self.id or 0

    @property
    def day(self) -> datetime.date | None:
        """The day it is ordered by: in force, else adopted."""
        return self.in_force or self.adopted

    def row(self) -> Row:
        """What the database is to hold of it."""
        known = (self.adopted, self.in_force, self.in_force_source, self.day, self.until)
        return (self.slug, *known, self.amended_by)

    def in_language(self, language: str) -> Iterator[tuple[HeldProvision, HeldText]]:
        """The places that have a text in a language, in their order."""
        for provision in self.provisions:
            text = provision.texts.get(language)
            if text is not None:
                yield provision, text

    def languages(self) -> set[str]:
        """The languages it has texts in."""
        return {language for provision in self.provisions for language in provision.texts}

    def drop_text(self, provision: HeldProvision, language: str) -> None:
        """Take a text away, its row too."""
        text = provision.texts.pop(language)
        if text.id is not None:
            self.gone_texts.append((language, text))

    def best_rank(self, language: str) -> int | None:
        """What its best text in a language is worth; None where it has none."""
        return min((text.rank for _, text in self.in_language(language)), default=None)


def renumbered(provisions: Iterable[HeldProvision]) -> None:
    """Number the places by their order."""
    for position, provision in enumerate(provisions):
        provision.position = position


def is_digest(text: HeldText) -> bool:
    """Whether a text only tells what the law says."""
    return text.status == TextStatus.DIGEST
