"""Words in Cyrillic, Latin or Arabic letters by how they sound, however they are transliterated.

Passports, the systems of Russia, Kazakhstan, Kyrgyzstan, Uzbekistan and Tajikistan, and what people write: "zh", "j"
and "dzh", "kh", "h" and Uzbek "x", "yu", "iu" and "ju", "y" and "i" come to the same letters.
"""

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from legal.enquiries.names.folding import Script, script_of
from legal.enquiries.names.tables import read

_LETTERS: Final = read("letters")
CYRILLIC: Final[dict[str, str]] = _LETTERS["cyrillic"]
UYGHUR: Final[dict[str, str]] = _LETTERS["uyghur"]
LATIN: Final = str.maketrans(_LETTERS["latin"])
UYGHUR_ONLY: Final = frozenset("ەۇۆۈۋېڭ")
# In this order: longer ones before what they begin with.
SOUNDS: Final = (
    ("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("tch", "ch"), ("tsz", "ts"), ("tz", "ts"), ("ck", "k"), ("q", "k"), ("w", "v"), ("y", "i"),
)  # fmt: skip
# What a vowel becomes after y or i, once no letter stands twice.
SOFTENED: Final = re.compile("i[eo]")
_SOFT: Final = re.compile("c(?=[eiy])")
_HARD: Final = re.compile("c(?!h)")
_TWICE: Final = re.compile(r"(.)\1+")
_VOWELS: Final = str.maketrans("", "", "aeiouv")


def letters(word: str) -> str:
    """A word in bare Latin letters and digits, as near to how it is written as they allow."""
    return "".join(one for one in anyascii(word.translate(LATIN)).lower() if one.isalnum())


@lru_cache(maxsize=4096)
def sounds(word: str, *, vowels: bool = False) -> tuple[str, ...]:
    """How a word may sound, in letters of our own; at least one way, four at most.

    Of Arabic letters, `vowels` says that they are Uyghur, which show them.
    """
    script = script_of(word)
    if script == Script.CYRILLIC:
        return (_sound(_spelled(word, CYRILLIC)),)
    if script == Script.ARABIC:
        return (_sound(_spelled(word, UYGHUR) if vowels else letters(word)),)
    spelled = letters(word)
    # x is the Uzbek kh, or the ks of Axis; j the Kazakh zh, or the first letter of Julia.
    ways = [spelled.replace("x", "kh"), spelled.replace("x", "ks")] if "x" in spelled else [spelled]
    ways += [way.replace("j", "y") for way in ways if "j" in way]
    return tuple(dict.fromkeys(_sound(way) for way in ways))


def bones(sound: str) -> str:
    """The consonants of a sound: what Arabic letters show of it."""
    return _TWICE.sub(r"\1", sound.translate(_VOWELS))


def _spelled(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(one, letters(one)) for one in word)


def _sound(spelled: str) -> str:
    for written, sounded in SOUNDS:
        spelled = spelled.replace(written, sounded)
    spelled = _TWICE.sub(r"\1", _HARD.sub("k", _SOFT.sub("s", spelled)))
    return _TWICE.sub(r"\1", SOFTENED.sub("e", spelled))
