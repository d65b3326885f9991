"""What reading a path yields: cases as plain records, beside the rejections of `legal.laws.parsing.records`."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
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
    """A case as its file tells it; `slug` is None where the file gives none. Words stand by language.

    `collection` is whose line it is, "" for a case with a file of its own.

    `persons` are told by initials; `organisations` stay as they are, where nothing else tells what they are.
    """

    file: Path
    line: int
    record: str
    jurisdiction: str
    slug: str | None
    collection: str
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
    organisations: list[str] = field(default_factory=list)

    def worded(self, change: Callable[[str], str]) -> "ParsedCase":
        """The case with every text that may be kept changed alike."""

        def changed(words: dict[str, str]) -> dict[str, str]:
            return {language: change(text) for language, text in words.items()}

        return replace(
            self,
            collection=change(self.collection),
            titles=changed(self.titles),
            number=change(self.number),
            courts=changed(self.courts),
            parties=changed(self.parties),
            told={part: changed(words) for part, words in self.told.items()},
            source=change(self.source),
            texts=[replace(text, source=change(text.source), body=change(text.body)) for text in self.texts],
            applied=[replace(one, law=change(one.law)) for one in self.applied],
            relations=[replace(one, case=change(one.case)) for one in self.relations],
        )
