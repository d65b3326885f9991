"""What a person typed or pasted, brought to the characters that count."""

import unicodedata
from typing import Final

# Full stops and middle dots of the scripts in use here, and the minus sign, which Unicode does not count as a dash.
SEPARATORS: Final = frozenset(".。·・‧−")
# Dashes; invisible marks of width and direction; spaces, no-break ones too; what ends a line or a paragraph.
SEPARATING: Final = frozenset({"Pd", "Cf", "Zs", "Zl", "Zp"})


def plain(typed: str) -> str:
    """`typed` in upper case and half width, without spaces, dashes, dots and invisible marks; the same if done again.

    Each character is normalised (NFKC) by itself: with a whole text that may take time with the square of its length.
    """
    formed = "".join(unicodedata.normalize("NFKC", character).upper() for character in typed)
    return "".join(character for character in formed if not _separates(character))


def _separates(character: str) -> bool:
    return character in SEPARATORS or character.isspace() or unicodedata.category(character) in SEPARATING
