"""By what a treaty is recognised in the collections of all organisations: its names, on the day it was adopted.

A treaty belongs to no one organisation: one collection files it under the United Nations, another under the
Conference that prepared it, a third under none. Its number does not tell it apart: a protocol is cited by the
page its convention begins on, and two covenants were annexed to one resolution.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from legal.laws.importing.titles import same_other_name, same_title
from legal.laws.kinds import LawKind
from legal.laws.naming import key
from legal.laws.parsing.dates import days_in
from portal.reference.models import Jurisdiction

# What States agree on or take over. An organisation's own rules and decisions are its own.
SHARED: Final = frozenset({LawKind.TREATY, LawKind.MODEL_LAW})
BEFORE_A_DAY: Final = re.compile(r"(?:\b(?:of|dated|от)\s+)?$", re.IGNORECASE)
AFTER_A_DAY: Final = re.compile(r"^\s*(?:года\b|г\.)")


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty adopted on a day: its titles by language and its other names, as names are compared."""

    adopted: datetime.date
    original_language: str
    titles: Mapping[str, str]
    others: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """All it may be looked up by."""
        return self.others | frozenset(self.titles.values())

    def is_same(self, other: "Treaty") -> bool:
        """Whether both are one treaty: of one day, and one title, or the title of one is another name of the other."""
        originals = (self.original_language, other.original_language)
        return self.adopted == other.adopted and (
            same_title(self.titles, other.titles, originals)
            or same_other_name(self.titles, self.others, other.titles)
            or same_other_name(other.titles, other.others, self.titles)
        )


def is_shared(jurisdiction: Jurisdiction, kind: str) -> bool:
    """Whether a document of this kind may stand in the collection of another organisation too."""
    return jurisdiction.kind == Jurisdiction.Kind.ORGANISATION and kind in SHARED


def treaty(
    adopted: datetime.date | None, original_language: str, titles: Mapping[str, str], others: Iterable[str]
) -> Treaty | None:
    """What a treaty is recognised by; None where the day it was adopted is not known."""
    if adopted is None:
        return None
    told = {language: key(without_day(title, adopted)) for language, title in titles.items() if title}
    return Treaty(adopted, original_language, told, frozenset(key(without_day(name, adopted)) for name in others))


def without_day(title: str, day: datetime.date) -> str:
    """A title without that day: some call the “Convention of 5 October 1961 Abolishing …” by it, some do not."""
    for start, end, found in reversed(days_in(title)):
        if found == day:
            title = BEFORE_A_DAY.sub("", title[:start]) + AFTER_A_DAY.sub("", title[end:])
    return title
