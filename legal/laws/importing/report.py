"""What an import has done: each row counted once, however often a run meets it, and all that is worth a look."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from django.utils.functional import Promise

from legal.laws.models import Law
from legal.laws.parsing.records import Param, Rejection


class Outcome(IntEnum):
    """What became of a row in a run; the higher outlasts the lower."""

    UNCHANGED = 0
    CHANGED = 1
    CREATED = 2


@dataclass(slots=True)
class Tally:
    """Rows of one kind by their key."""

    seen: dict[Hashable, Outcome] = field(default_factory=dict)
    removed: int = 0

    def add(self, key: Hashable, outcome: Outcome) -> None:
        """Count a row, or what further became of it."""
        self.seen[key] = max(outcome, self.seen.get(key, outcome))

    def count(self, outcome: Outcome) -> int:
        """How many rows came to this."""
        return sum(1 for seen in self.seen.values() if seen is outcome)


class RefusedError(Exception):
    """Raised where a law cannot be taken, inside its transaction; `message` is a lazily translated sentence."""

    def __init__(self, message: str | Promise, **params: Param) -> None:
        super().__init__(message, params)
        self.message, self.params = message, params


@dataclass(slots=True)
class Remark:
    """Something a person should know of a law that was taken; `message` is a lazily translated sentence."""

    file: Path
    line: int
    message: str | Promise
    params: Mapping[str, Param] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The remark in the language active now."""
        return str(self.message) % self.params


@dataclass(slots=True)
class Report:
    """What a run has done; `met` has the record of each law by its key, which is nobody's after a dry run."""

    laws: Tally = field(default_factory=Tally)
    editions: Tally = field(default_factory=Tally)
    provisions: Tally = field(default_factory=Tally)
    texts: Tally = field(default_factory=Tally)
    met: dict[int, Law] = field(default_factory=dict)
    repeated: set[Hashable] = field(default_factory=set)
    days_unknown: set[Hashable] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    @property
    def succeeded(self) -> bool:
        """Whether nothing was rejected."""
        return not self.rejections
