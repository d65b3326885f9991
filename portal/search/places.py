"""Countries and regions that a query names: their law is lifted, no other is shut out."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from portal.search.analysis import HAN_RUN, normalise
from portal.search.asking import WORD, Asked
from portal.search.registry import sources

# An adjective shares this much with the name of its country: Kazakh and Kazakhstan, Russian and Russia.
SHARED: Final = 5
LEAST: Final = 4

Place = tuple[str, str]


@dataclass(slots=True)
class Names:
    """The names of places: those looked for as they stand, and the beginnings of those that are one word."""

    standing: dict[str, Place] = field(default_factory=dict)
    beginning: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, place: Place) -> None:
        """A Chinese name, or one of several words, stands as it is; one word is known by how it begins."""
        plain = normalise(name).lower()
        if HAN_RUN.search(plain) or not plain.isalpha():
            self.standing[plain] = place
        elif len(plain) >= LEAST:
            self.beginning[plain[: max(min(SHARED, len(plain) - 1), LEAST)]].append(place)

    def within(self, text: str) -> list[Place]:
        """The places that a text names."""
        found = [place for name, place in self.standing.items() if name in text]
        for word in WORD.findall(text):
            for length in (LEAST, SHARED):
                found += self.beginning.get(word[:length], ()) if len(word) >= length else ()
        return list(dict.fromkeys(found))


loaded: dict[str, tuple[object, Names]] = {}


def named(asked: Asked, version: object) -> list[Place]:
    """The places named, as facet and value; `version` tells when their names must be read again."""
    known = loaded.get("names")
    if known is None or known[0] != version:
        known = loaded["names"] = (version, names())
    return known[1].within(asked.text.lower())


def names() -> Names:
    """The names that all sources have for places."""
    made = Names()
    for source in sources.values():
        for place, called in source.places().items():
            for name in filter(None, called):
                made.add(name, place)
    return made
