"""A name as it was typed, brought to letters that can be compared: width, case, invisible marks, look-alikes."""

import unicodedata
from enum import StrEnum
from typing import Final


class Script(StrEnum):
    """How a word is written."""

    HAN = "han"
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    OTHER = "other"


# Marks within a word, which say how a letter sounds, or nothing: those of O‘zbek and of Shan’si.
SILENT: Final = frozenset("'’‘ʻʼ`´ˈ")
# Of the same shape in lower case, or in the upper case they come from.
LATIN_LOOKS: Final = "abcehikmoptxy"
CYRILLIC_LOOKS: Final = "авсенікмортху"
TO_CYRILLIC: Final = str.maketrans(LATIN_LOOKS, CYRILLIC_LOOKS)
TO_LATIN: Final = str.maketrans(CYRILLIC_LOOKS, LATIN_LOOKS)
# A letter, or the mark of a vowel upon it.
_WITHIN: Final = frozenset({"Ll", "Lo", "Lm", "Lu", "Lt", "Nd", "Mn", "Mc"})


def fold(typed: str) -> str:
    """`typed` in lower case and half width, without invisible marks; the same if done again.

    Each character is normalised (NFKC) by itself: with a whole text that may take time with the square of its length.
    """
    formed = "".join(unicodedata.normalize("NFKC", character).casefold() for character in typed)
    return "".join(one for one in formed if one not in SILENT and unicodedata.category(one) != "Cf")


def words(folded: str) -> list[str]:
    """The words of a folded text: letters and digits, with nothing that stands between them."""
    spaced = "".join(one if unicodedata.category(one) in _WITHIN else " " for one in folded)
    return [_of_one_script(word) for word in spaced.split()]


def script_of(text: str) -> Script:
    """The script most letters of a text are of; `OTHER` where there are none."""
    scripts = [_script(one) for one in text if one.isalpha()]
    return max(dict.fromkeys(scripts), key=scripts.count, default=Script.OTHER)


def is_han(character: str) -> bool:
    return _script(character) == Script.HAN


def _script(character: str) -> Script:
    name = unicodedata.name(character, "")
    if name.startswith(("CJK UNIFIED", "CJK COMPAT")):
        return Script.HAN
    return next(
        (script for script in (Script.LATIN, Script.CYRILLIC, Script.ARABIC) if script.upper() in name), Script.OTHER
    )


def _of_one_script(word: str) -> str:
    """A word in which some letters were typed on another keyboard, all in one script where their shapes allow it."""
    latin = {one for one in word if _script(one) == Script.LATIN}
    cyrillic = {one for one in word if _script(one) == Script.CYRILLIC}
    if not latin or not cyrillic:
        return word
    if latin <= set(LATIN_LOOKS):
        return word.translate(TO_CYRILLIC)
    return word.translate(TO_LATIN) if cyrillic <= set(CYRILLIC_LOOKS) else word
