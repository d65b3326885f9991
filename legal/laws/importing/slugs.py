"""The slug of a law whose files give none: made once by this rule, stored, and never made again.

Its title in the original language, else in English, Russian or Chinese: Chinese in pinyin, Cyrillic in Latin letters,
everything else as it is without its marks; words joined by hyphens and whole up to 120 characters.
中华人民共和国 at the beginning is left out. Where another law has the slug, the year of adoption follows, then 2, 3 …
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from typing import Final

LONGEST: Final = 120
# Room for a hyphen, a year and a number.
LONGEST_STEM: Final = LONGEST - 10
STATE: Final = "中华人民共和国"
ORDER: Final = ("en", "ru", "zh")
NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")
CYRILLIC: Final = {
    **dict(zip("абвгдезийклмнопрстуфхцчшщъыьэюя", (
        *("a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh"),
        *("ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"),
    ), strict=True)),
    "ж": "zh", "ё": "yo", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
    "і": "i", "ӣ": "i", "ӯ": "u", "ҳ": "h", "ҷ": "j", "ў": "o",
}  # fmt: skip
LATIN: Final = str.maketrans(CYRILLIC)
APOSTROPHES: Final = re.compile(r"['’‘ʻʼ`]")


def made(titles: Mapping[str, str], original: str, kind: str, adopted: datetime.date | None, taken: Set[str]) -> str:
    """A slug that none of the taken ones is."""
    ordered = [titles[language] for language in (original, *ORDER, *titles) if titles.get(language)]
    stem = next((slug for slug in map(slugified, ordered) if len(slug) > 1), kind)
    return next(slug for slug in _variants(stem, adopted) if slug not in taken)


def slugified(title: str) -> str:
    """The title in Latin letters, digits and hyphens; "" where nothing of it can be written so."""
    # Its dictionary takes most of a second to read, which processes that import no law should not wait for.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    plain = unicodedata.normalize("NFKC", title).removeprefix(STATE).casefold()
    latin = " ".join(lazy_pinyin(APOSTROPHES.sub("", plain).translate(LATIN)))
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(letter))
    slug = NOT_SLUG.sub("-", bare).strip("-")
    return slug if len(slug) <= LONGEST_STEM else slug[: LONGEST_STEM + 1].rpartition("-")[0] or slug[:LONGEST_STEM]


def _variants(stem: str, adopted: datetime.date | None) -> Iterator[str]:
    yield stem
    if adopted is not None and str(adopted.year) not in stem:
        stem = f"{stem}-{adopted.year}"
        yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
