"""The forms in which a question has the name of a place: its cases, and the adjectives and people made of it."""

import re
from typing import Final

from portal.search.analysis import CYRILLIC, HAN_RUN

# A name in Chinese without the word that says what the place is, and without the 斯坦 that people leave out.
CHINESE_TAIL: Final = re.compile("(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区|(?<=..)斯坦)$")
PEOPLE_TAIL: Final = re.compile("(?:[yi]?stan|[иы]?стан|(?<=n)y)$")
VOWELS: Final = re.compile("(?:[aeiouy]+|[аеийоуыьэюя]+)$")
SHORTEST: Final = 4

# Closed lists: who takes a beginning alone for a name sees India in “individual” and Грузия in «груз».
PEOPLE: Final = ("", "s", "n", "ns", "an", "ans", "i", "is")
ENGLISH: Final = ("ese", "ish", "ian", "ians", "an", "ans")
CASES: Final = ("", *"аеиоуыюяй", "ом", "ем", "ей", "ой", "ою", "ею")
RUSSIAN: Final = tuple(
    f"{suffix}ск{ending}"
    for suffix in ("", "й", "н")
    for ending in ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
)


def forms(name: str) -> set[str]:
    """A name in lower case, with all its forms; a name of several words stays as it is."""
    if HAN_RUN.search(name):
        short = CHINESE_TAIL.sub("", name)
        return {name, short} if len(short) > 1 else {name}
    if not name.isalpha():
        return {name}
    people, root = PEOPLE_TAIL.sub("", name), VOWELS.sub("", name)
    if CYRILLIC.search(name):
        return {name, *made((name, name[:-1]), CASES), *made((name, name[:-1], people, root), RUSSIAN)}
    return {name, *made((name, people), PEOPLE), *made((name, root), ENGLISH)}


def made(stems: tuple[str, ...], endings: tuple[str, ...]) -> set[str]:
    return {f"{stem}{ending}" for stem in stems if len(stem) >= SHORTEST for ending in endings}
