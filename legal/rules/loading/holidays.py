"""What the library `holidays` knows of a country's year, with names in three languages."""

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from holidays import country_holidays

from legal.rules.kinds import DayKind
from legal.rules.loading.files import read
from legal.rules.names import NAMELESS, Names

# Languages it is asked in: names of one language are carried over by `holidays.toml`.
ASKED: Final = "en_US"
EXCHANGED: Final = re.compile(r"Day off \(substituted from (?P<month>\d\d)/(?P<day>\d\d)/(?P<year>\d{4})\)")
SUFFIXED: Final = re.compile(r"(?P<name>.+) \((?P<suffix>observed|estimated|observed, estimated)\)")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that is not what its place in the week says."""

    date: datetime.date
    kind: DayKind
    name: Names


def of(country: str, year: int) -> Iterator[Holiday]:
    """The rest days of a year and the days of weekends that are worked, in no order."""
    found = country_holidays(country, years=year, language=ASKED)
    for date, name in found.items():
        yield Holiday(date, DayKind.REST, named(name))
    for date in found.weekend_workdays:
        if date.year == year:
            yield Holiday(date, DayKind.WORK, NAMELESS)


def named(english: str) -> Names:
    """A name in three languages; several in one are parted by semicolons. "" where one of them has no translation."""
    parts = [_one(part) for part in english.split("; ")]
    return Names(
        zh=_joined([part.zh for part in parts], "；"),
        en=_joined([part.en for part in parts], "; "),
        ru=_joined([part.ru for part in parts], "; "),
    )


def _one(english: str) -> Names:
    exchanged = EXCHANGED.fullmatch(english)
    if exchanged:
        day = {part: int(number) for part, number in exchanged.groupdict().items()}
        told = {language: words.format(**day) for language, words in _words()["exchanged"].items()}
        return Names(told["zh"], told["en"], told["ru"])
    suffixed = SUFFIXED.fullmatch(english)
    name = suffixed["name"] if suffixed else english
    suffix: dict[str, str] = _words()["suffix"][suffixed["suffix"]] if suffixed else {}
    known: dict[str, str] = {"en": name, **_words()["name"].get(name, {})}
    return Names(**{language: word + suffix.get(language, "") for language, word in known.items()})


def _joined(names: list[str], between: str) -> str:
    return between.join(names) if all(names) else ""


@functools.cache
def _words() -> dict[str, Any]:
    return read("holidays")
