"""What a party of a case is, as far as its words tell."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What is recognised of a party."""

    PERSON = auto()
    ORGANISATION = auto()
    # By initials, or by a letter, already.
    TOLD = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One party in the words it is named by."""

    words: str
    kind: Kind
