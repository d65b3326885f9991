"""Which apps hand over rows to be searched: each registers its source in its `search.py`, found by autodiscovery."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from portal.search.documents import Document


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a hit in one language, as printed; `worth` is their standing, shown as a badge."""

    language: str
    heading: str
    body: str
    worth: str = ""
    worth_label: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a source tells of one result: where it is, what it is called, and its words."""

    key: int
    url: str
    title: str
    kicker: Sequence[str]
    texts: Sequence[Text]
    original: str
    record: Mapping[str, str | None] = field(default_factory=dict)
    work: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A row that a query names outright: a passage, or with `whole` a work; `only` where it names no other."""

    key: int
    url: str
    title: str
    whole: bool = False
    only: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line under the box: `text` goes into the box, or `url` opens at once."""

    text: str
    kind: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the termbase: words by language, preferred first; `shown` where it may be given as a reason."""

    words: Mapping[str, Sequence[str]]
    shown: bool


@dataclass(frozen=True, slots=True)
class Everyday:
    """How people say it, and how statutes say it, in one language."""

    language: str
    everyday: str
    legal: Sequence[str]


class Source(Protocol):
    """What an app promises about its rows. Keys of change rows are owners; keys of hits are documents' keys."""

    name: str
    # Whether a work is its own only passage: the row of both is one.
    undivided: bool

    def documents(self, owners: Sequence[int] | None) -> Iterator[Document]:
        """The documents of the owners that still exist; of all for None."""
        ...

    def hits(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        """The passages shown, in a fixed number of queries; a row deleted meanwhile is left out."""
        ...

    def works(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        """The whole works shown, likewise."""
        ...

    def references(self, query: str, language: str) -> Sequence[Reference]:
        """The places that the query names outright, best first."""
        ...

    def suggestions(self, query: str, language: str, limit: int) -> Sequence[Suggestion]:
        """Completions of what has been typed, best first."""
        ...

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """What the values of each facet are called in the active language, in the order they are offered."""
        ...

    def places(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """Countries and regions, as facet and value, with the names a query may call them by."""
        ...


sources: dict[str, Source] = {}
termbases: list[Callable[[], Iterable[Concept | Everyday]]] = []


def register(source: Source) -> None:
    """Add a source; a second registration of the same name takes its place."""
    sources[source.name] = source


def register_termbase(entries: Callable[[], Iterable[Concept | Everyday]]) -> None:
    """Add a reader of terms, called again whenever the terms have changed."""
    if entries not in termbases:
        termbases.append(entries)
