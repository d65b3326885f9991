"""Names in the cases of Russian, by their stems: Иванов, Иванову, Ивановым."""

import re
from typing import Final

from legal.cases.persons.organisations import UPPER

CYRILLIC: Final = re.compile("[А-яЁёӘәҚқҒғҰұҮүӨөҺһІіҢңЎўҲҳ]")
ENDING: Final = re.compile(
    r"(?i)(?<=\w\w\w)(?:ого|ому|ыми|ими|ым|им|ом|ем|ой|ей|ий|ый|ая|ую|ою|ия|ии|ию)$|(?<=\w\w)[аеиоуыэюяйьё]$"
)
# A surname alone is told by no more than an ending that a surname has.
CASES: Final = (
    "а|у|ым|ом|ем|е|ой|ою|ей|ы|ых|ыми|ого|ому|ий|ый|ая|ую|им|их|я|ю|и|ь|й|о"
    "|тың|тің|ның|нің|қа|ке|ға|ге|ты|ті|тан|пен|нинг"
)
SURNAME_LIKE: Final = re.compile(
    r"(?i)(?:[оеё]в|ин|ын|[оеё]ва|ина|ына|[сц]кий|[сц]кая|енко|ян|дзе|швили|[eo]v|[eo]va|in|ina|skiy|skaya|yev|yeva)$"
)


def stem(word: str) -> str:
    """A Cyrillic word without what a case ends in; any other as it is."""
    return ENDING.sub("", word) if CYRILLIC.search(word) else word


def any_form(word: str) -> str:
    """A pattern of a word of a name in whichever case, beginning with a capital."""
    if not word[0].isupper():
        return rf"(?i:{re.escape(word)})"
    if CYRILLIC.search(word) and not word.endswith("."):
        return rf"(?=[{UPPER}])(?i:{re.escape(stem(word))}\w{{0,3}})"
    return rf"(?:{re.escape(word)}|{re.escape(word.upper())}|{re.escape(word.title())})"


def lone(word: str) -> str:
    """A pattern of a surname that stands alone."""
    if CYRILLIC.search(word):
        return rf"(?=[{UPPER}])(?i:{re.escape(stem(word))}(?:{CASES})?)"
    return any_form(word)
