"""Countries and regions that a query names: their law is lifted, no other is shut out."""

from collections.abc import Iterator, Sequence
from typing import Final

from portal.search.analysis import HAN_RUN, normalise
from portal.search.asking import WORD, Asked
from portal.search.registry import sources

# An adjective shares this much with the name of its country: Kazakh and Kazakhstan, Russian and Russia.
SHARED: Final = 5

Place = tuple[str, str]

loaded: dict[str, tuple[object, dict[str, Place]]] = {}


def named(asked: Asked, version: object) -> list[Place]:
    """The places named, as facet and value; `version` tells when their names must be read again."""
    known = loaded.get("names")
    if known is None or known[0] != version:
        known = loaded["names"] = (version, dict(names()))
    text = asked.text.lower()
    words = WORD.findall(text)
    return list(dict.fromkeys(place for name, place in known[1].items() if names_it(name, text, words)))


def names() -> Iterator[tuple[str, Place]]:
    """Each name of each place, as queries are normalised."""
    for source in sources.values():
        for place, called in source.places().items():
            yield from ((normalise(name).lower(), place) for name in called if name)


def names_it(name: str, text: str, words: Sequence[str]) -> bool:
    """Whether a text names a place: a Chinese name anywhere, several words as they are, one by how it begins."""
    if HAN_RUN.search(name) or not name.isalpha():
        return name in text
    start = name[: max(min(SHARED, len(name) - 1), 4)]
    return len(name) >= len(start) >= 4 and any(word.startswith(start) for word in words)
