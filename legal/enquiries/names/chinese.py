"""How Chinese names are read and spelled: simplified characters, pinyin, and the Russian way to write what is read."""

from functools import lru_cache
from itertools import product
from math import prod
from typing import Final

from legal.enquiries.names.tables import read
from portal.search.analysis import simplifier

# Beyond so many ways to read a name only the likeliest is taken.
MOST_READINGS: Final = 16
# Longer names are those of companies; a person's is read in every way.
LONGEST_PERSON: Final = 4

_PALLADIUS: Final = read("palladius")
_SURNAMES: Final = read("surnames")
SURNAMES: Final[dict[str, str]] = _SURNAMES["read"]
DOUBLE: Final = frozenset(_SURNAMES["double"])
INITIALS: Final[dict[str, str]] = _PALLADIUS["initials"]
FINALS: Final[dict[str, str]] = _PALLADIUS["finals"]
FRONTED: Final[dict[str, str]] = _PALLADIUS["fronted"]
FLAT: Final[dict[str, str]] = _PALLADIUS["flat"]
ALONE: Final[dict[str, str]] = _PALLADIUS["alone"]


def simplified(text: str) -> str:
    """Traditional characters as simplified ones; everything else as it is."""
    return str(simplifier().convert(text))


@lru_cache(maxsize=4096)
def readings(characters: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read simplified characters, in syllables without tones and with v for ü, the likeliest first."""
    # Its dictionary takes most of a second to read, which processes that compare no names should not wait for.
    from pypinyin import Style, lazy_pinyin, pinyin  # noqa: PLC0415

    likeliest = tuple(lazy_pinyin(characters))
    found = {likeliest: None, **dict.fromkeys(_by_surname(characters, likeliest))}
    if len(characters) <= LONGEST_PERSON:
        ways = pinyin(characters, style=Style.NORMAL, heteronym=True)
        if prod(len(way) for way in ways) <= MOST_READINGS:
            found |= dict.fromkeys(product(*ways))
    return tuple(found)


def _by_surname(characters: str, likeliest: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The reading of a name whose surname is read in a way of its own."""
    if characters[:2] in SURNAMES:
        return [(SURNAMES[characters[:2]], *likeliest[2:])]
    return [(SURNAMES[characters[0]], *likeliest[1:])] if characters[0] in SURNAMES else []


def in_russian(syllable: str) -> str:
    """A syllable as Palladius's system writes it; empty for what is no syllable of Chinese."""
    if syllable in ALONE:
        return ALONE[syllable]
    initial = next((one for one in INITIALS if syllable.startswith(one)), "")
    final = syllable.removeprefix(initial)
    if not initial or final not in FINALS:
        return ""
    if final == "i" and initial in FLAT:
        return INITIALS[initial] + FLAT[initial]
    vowel = FRONTED.get(final, FINALS[final]) if initial in {"j", "q", "x"} else FINALS[final]
    return INITIALS[initial] + vowel


def syllables(spelled: str) -> tuple[str, ...]:
    """The syllables Latin letters are made of, the longest first; none where they are no pinyin."""
    found: list[tuple[str, ...] | None] = [None] * len(spelled) + [()]
    for start in range(len(spelled) - 1, -1, -1):
        for length in range(min(6, len(spelled) - start), 0, -1):
            rest = found[start + length]
            if rest is not None and in_russian(spelled[start : start + length]):
                found[start] = (spelled[start : start + length], *rest)
                break
    return found[0] or ()
