"""Days as laws print them, in Chinese, English and Russian."""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Final

from legal.laws.numbering import DIGITS, chinese_to_int
from legal.laws.parsing.words import ENGLISH_ORDINALS

NUMERAL: Final = r"[0-9〇○零一二三四五六七八九十]"
CHINESE: Final = re.compile(rf"({NUMERAL}{{4}})\s*年\s*({NUMERAL}{{1,3}})\s*月\s*({NUMERAL}{{1,3}})\s*日")
ENGLISH_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
RUSSIAN_MONTHS: Final = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
TENS: Final = {"twenty": 20, "thirty": 30, "twentieth": 20, "thirtieth": 30}
ENGLISH_DAY: Final = r"(\d{1,2}(?:st|nd|rd|th)?|[a-z]+(?:[- ][a-z]+)?)"
ENGLISH: Final = re.compile(
    rf"\b{ENGLISH_DAY}\s*(?:day\s+of\s+)?({'|'.join(ENGLISH_MONTHS)}),?\s*(\d{{4}})\b", re.IGNORECASE
)
AMERICAN: Final = re.compile(
    rf"\b({'|'.join(ENGLISH_MONTHS)})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE
)
RUSSIAN: Final = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(RUSSIAN_MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
NUMERIC: Final = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")

Found = tuple[int, int, datetime.date]


def days_in(text: str) -> list[Found]:
    """Every day named in a text, with where its words begin and end, in their order."""
    found = [f for pattern, read in _READERS for m in pattern.finditer(text) if (f := _found(m, read)) is not None]
    return sorted(set(found))


def chinese_days_in(text: str) -> Iterator[Found]:
    """The days of a Chinese text; digits of full width are read too."""
    for match in CHINESE.finditer(text.translate(DIGITS)):
        if (found := _found(match, _chinese)) is not None:
            yield found


def iso_day(text: str) -> datetime.date | None:
    """The day of `2020-01-31`; None for anything else."""
    try:
        return datetime.date.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        return None


def _found(match: re.Match[str], read: Callable[[re.Match[str]], tuple[int, int, int] | None]) -> Found | None:
    parts = read(match)
    try:
        return (match.start(), match.end(), datetime.date(*parts)) if parts else None
    except ValueError:
        return None


def _chinese(match: re.Match[str]) -> tuple[int, int, int] | None:
    year, month, day = (int(part) if part.isdigit() else chinese_to_int(part) for part in match.groups())
    return (year, month, day) if year and month and day else None


def _english(match: re.Match[str]) -> tuple[int, int, int] | None:
    day = _english_day(match[1].lower())
    return (int(match[3]), ENGLISH_MONTHS.index(match[2].lower()) + 1, day) if day else None


def _english_day(text: str) -> int | None:
    if digits := re.match(r"\d+", text):
        return int(digits[0])
    words = re.split(r"[- ]", text.removeprefix("the "))
    if words[0] in TENS and len(words) <= 2:
        return TENS[words[0]] + int(ENGLISH_ORDINALS.get(words[1], "0") if len(words) == 2 else "0")
    return int(ENGLISH_ORDINALS.get(words[-1], "0")) or None


def _american(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match[3]), ENGLISH_MONTHS.index(match[1].lower()) + 1, int(match[2])


def _russian(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match[3]), RUSSIAN_MONTHS.index(match[2].lower()) + 1, int(match[1])


def _numeric(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match[3]), int(match[2]), int(match[1])


def _iso(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match[1]), int(match[2]), int(match[3])


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[int, int, int] | None]], ...]] = (
    (CHINESE, _chinese),
    (ENGLISH, _english),
    (AMERICAN, _american),
    (RUSSIAN, _russian),
    (NUMERIC, _numeric),
    (ISO, _iso),
)
