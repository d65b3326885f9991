"""What a download is made of: an edition's facts, its places in order, and their words in the languages asked for."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legal.laws.kinds import ArticleUnit, ForceStatus, LawKind, ProvisionKind, TextStatus
from legal.laws.numbering import strip_brackets


@dataclass(frozen=True, slots=True)
class Words:
    """A place in one language; `earlier` says that it translates a wording the original no longer has."""

    label: str
    heading: str
    body: str
    status: TextStatus
    source: str = ""
    earlier: bool = False

    @property
    def caption(self) -> str:
        """The heading without the brackets it is printed in."""
        return strip_brackets(self.heading)

    @property
    def paragraphs(self) -> list[str]:
        """The body, one string a paragraph."""
        return [line for line in self.body.split("\n") if line.strip()]

    @property
    def printed(self) -> str:
        """Label, heading and body in their order, as a law prints them."""
        return " ".join(part for part in (self.label, self.heading, self.body) if part)


@dataclass(frozen=True, slots=True)
class Place:
    """One provision: `parent` is the index of the place it stands under; languages it lacks are absent from `texts`.

    `name` is what the reader calls an article; other places have none.
    """

    kind: ProvisionKind
    number: str
    name: str
    path: str
    depth: int
    parent: int | None
    texts: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Column:
    """One language of a document: its title there, and how it is called and what it is worth in the reader's words."""

    language: str
    tag: str
    akoma: str
    direction: str
    name: str
    title: str
    worth: str
    missing: str
    status: TextStatus
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the statement every download carries, in the reader's language."""

    label: str
    value: str
    line: str


@dataclass(frozen=True, slots=True)
class Document:
    """One edition of a law, ready to be written in any format. Facts are in the language of `reader`, a BCP 47 tag."""

    jurisdiction: str
    slug: str
    kind: LawKind
    unit: ArticleUnit
    number: str
    title: str
    short_title: str
    titles: Mapping[str, str]
    authority: str
    original_language: str
    source: str
    edition: str
    adopted: datetime.date | None
    in_force: datetime.date | None
    until: datetime.date | None
    first_adopted: datetime.date | None
    first_in_force: datetime.date | None
    repealed: datetime.date | None
    added: datetime.date
    standing: ForceStatus
    amended_by: str
    columns: tuple[Column, ...]
    places: Sequence[Place]
    facts: tuple[Fact, ...]
    marks: Mapping[TextStatus, str]
    earlier: str
    running: str
    contents: str
    unprintable: str
    permalink: str
    site: str
    reader: str
    made: datetime.date
    topics: tuple[str, ...] = field(default=())

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, in the order of the columns."""
        return tuple(column.language for column in self.columns)

    def mark(self, words: Words, column: Column) -> str:
        """What is said beside a text that is worth something else than the rest of its column; "" beside the others."""
        said = [self.marks[words.status]] if words.status != column.status else []
        if words.earlier:
            said.append(self.earlier)
        return " · ".join(said)


def main_status(statuses: Counter[TextStatus]) -> TextStatus:
    """The status most texts of a column have; of equals the lesser, so that nothing is made out better than it is."""
    order = list(TextStatus)
    return max(statuses, key=lambda status: (statuses[status], order.index(status)))
