"""What can be wrong with the content of a file."""

from enum import StrEnum


class Fault(StrEnum):
    """One fault; the sentence about it stands in `portal.files.refusals`."""

    OTHER_CONTENT = "other-content"
    DAMAGED = "damaged"
    SECOND_FORMAT = "second-format"
    LOCKED = "locked"
    PROGRAM = "program"
    ATTACHMENTS = "attachments"
    ELSEWHERE = "elsewhere"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_SMALL = "too-small"
    MOVING = "moving"
    EXPANDS = "expands"
    TOO_LONG = "too-long"
    TOO_MUCH = "too-much"
    OTHER_ENTRIES = "other-entries"
    NOT_TEXT = "not-text"
    LINKS = "links"
    OUTSIDE = "outside"
    TWICE = "twice"
    NAME = "entry-name"


class FaultyError(Exception):
    """The content has this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault
