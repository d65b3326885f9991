"""Which characters a format can carry: law text comes from anywhere and may hold anything."""

import re
from collections.abc import Set
from typing import Final

# What XML 1.0 may not contain at all; no word is lost with a control character.
NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Characters that set nothing but turn the order of what is around them: print must not be made to lie.
TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Shown by nothing of their own, whatever the font.
UNSEEN: Final = re.compile(
    "[\t\n\r\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# The printer's mark for a character he has no type for.
GETA: Final = "〓"


def for_xml(text: str) -> str:
    """The text without what no XML document may contain."""
    return NOT_XML.sub("", text)


def for_print(text: str, covered: Set[int]) -> str:
    """The text with each character that no font has replaced by `GETA`, and without characters that turn others."""
    return "".join(_printed(character, covered) for character in TURNING.sub("", for_xml(text)))


def _printed(character: str, covered: Set[int]) -> str:
    return character if ord(character) in covered or UNSEEN.match(character) else GETA
