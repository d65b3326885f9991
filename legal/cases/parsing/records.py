"""What reading a path yields: cases as plain records, beside the rejections of `legal.laws.parsing.records`."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from legal.cases.kinds import CourtLevel, RelationKind
from legal.laws.kinds import TextStatus


@dataclass(frozen=True, slots=True)
class ParsedText:
    """The words of a decision in one language; a line beginning with `## ` is a heading."""

    language: str
    status: TextStatus
    source: str
    body: str


@dataclass(frozen=True, slots=True)
class StatedProvision:
    """A law by the name of its folder, and an article of it as printed, "" for the law alone."""

    law: str
    article: str


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """What the case does with another one: its record with the jurisdiction before it, or its name in print."""

    kind: RelationKind
    case: str


@dataclass(slots=True)
class ParsedCase:
    """A case as its file tells it; `slug` is None where the file gives none. Words stand by language."""

    file: Path
    line: int
    record: str
    jurisdiction: str
    slug: str | None
    titles: dict[str, str]
    status: TextStatus
    original_language: str
    court_level: CourtLevel | None = None
    number: str = ""
    decided: datetime.date | None = None
    courts: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    told: dict[str, dict[str, str]] = field(default_factory=dict)
    topics: list[str] = field(default_factory=list)
    source: str = ""
    texts: list[ParsedText] = field(default_factory=list)
    applied: list[StatedProvision] = field(default_factory=list)
    relations: list[StatedRelation] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
