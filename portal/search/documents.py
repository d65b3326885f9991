"""What a source hands over to be searched: one document a passage, and one for each whole work."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

# Facets a document may carry, each with any number of values; `status` is told by the days.
FACETS: Final = ("jurisdiction", "kind", "topic", "year", "region", "language", "worth")


@dataclass(slots=True, frozen=True)
class Document:
    """One passage or work: `owner` is the key of the change row that renews it, `key` the row that is shown.

    Texts stand under their language code; those of a whole work are its titles and other names, and `names` are the
    keys it answers to. From `since` until `until` it is the law of the day; None where open. Two documents of one
    `place` are one passage in two editions; two of one `wording` say the same words. `dated` is None for what is in
    force on no day, as a decision; what stands `apart` has shelves of its own of that name, and changes nothing of how
    the rest is found.
    """

    owner: int
    key: int
    texts: Mapping[str, str]
    headings: Mapping[str, str] = field(default_factory=dict)
    chains: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, Iterable[str]] = field(default_factory=dict)
    whole: bool = False
    names: Iterable[str] = ()
    weight: float = 1.0
    place: str = ""
    wording: str = ""
    apart: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    dated: bool | None = True
