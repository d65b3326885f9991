"""A file of TOML as a table that is checked value by value, each error with the line it stands on."""

import datetime
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import TextStatus
from legal.laws.parsing.dates import iso_day
from legal.laws.parsing.records import ReadingError
from legal.laws.parsing.source import read

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
JURISDICTION: Final = re.compile(r"[a-z]{2,12}")
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LONGEST_SLUG: Final = 120
# A law of a hundred editions in five languages takes a tenth of this.
LARGEST: Final = 1024 * 1024
# `edition."2020-01-31".text.en.status` has five parts. The reader of TOML takes a time that grows with their square:
# measured, 7 s for 20,000.
DEEPEST: Final = 16
DEEP: Final = re.compile(rf"(?:\.[ \t]*+[\w-]*+[ \t]*+){{{DEEPEST}}}")
# A string that is not closed reaches as far as it can, so that the next begins after it.
QUOTED: Final = re.compile(
    r""""{3}(?:\\.|[^\\])*?(?:"{3}|\Z)|'{3}.*?(?:'{3}|\Z)|"(?:\\.|[^"\\\n])*+"?|'[^'\n]*+'?|#[^\n]*+""", re.DOTALL
)
# Where a key or a table stands in the file, and the table of a text such as `[text."zh-Hant"]`.
KEY: Final = r"(?m)^[ \t]*(?:KEY[ \t]*=|\[KEY\])"
TEXT_KEY: Final = r"(?m)^[ \t]*\[text\.\"?KEY\"?\]"
YEAR: Final = re.compile(r"\d{4}")

Made = TypeVar("Made")


def read_toml(file: Path, make: Callable[[Path, str, dict[str, object]], Made]) -> Made:
    """What `make` makes of a file, given its text and its table; `ReadingError` with the line where it is no TOML."""
    text = read(file, limit=LARGEST)
    _refuse_deep_keys(file, text)
    try:
        return make(file, text, tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # tables without end and numbers of thousands of digits are neither
        line = re.search(r"line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise ReadingError(file, number, _("The file is no valid TOML: %(reason)s."), reason=str(error)) from error


def _refuse_deep_keys(file: Path, text: str) -> None:
    # Each string and comment becomes one letter, on as many lines as before: what dots remain are those of keys.
    bare = QUOTED.sub(lambda found: "_" + "\n" * found[0].count("\n"), text)
    if deep := DEEP.search(bare):
        line = bare.count("\n", 0, deep.start()) + 1
        raise ReadingError(file, line, _("A key has more than %(limit)s parts."), limit=DEEPEST)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file, or one below it; `text` is the file as it stands."""

    file: Path
    text: str
    table: dict[str, object]

    def error(self, key: str, message: str | Promise, **params: str | int) -> ReadingError:
        """What is wrong with the value of a key, with the line it stands on."""
        pattern = TEXT_KEY if key.startswith("text.") else KEY
        found = re.search(pattern.replace("KEY", re.escape(key.removeprefix("text."))), self.text)
        line = self.text.count("\n", 0, found.end()) + 1 if found else 1
        return ReadingError(self.file, line, message, key=key, **params)

    def string(self, key: str, *, required: bool = True) -> str:
        """A text; "" for one that is left out and may be."""
        value = self.table.get(key)
        if value is None and not required:
            return ""
        if value is None:
            raise self.error(key, _("“%(key)s” is missing."))
        if not isinstance(value, str):
            raise self.error(key, _("“%(key)s” must be a text in quotation marks."))
        return value.strip()

    def matching(self, key: str, pattern: re.Pattern[str]) -> str:
        """A text that a pattern allows."""
        value = self.string(key)
        if not pattern.fullmatch(value) or len(value) > LONGEST_SLUG:
            raise self.error(key, _("“%(value)s” cannot be the value of “%(key)s”."), value=value[:80])
        return value

    def day(self, key: str) -> datetime.date | None:
        """A day; None for one that is left out, empty, or known by its year only."""
        value = self.table.get(key)
        if isinstance(value, datetime.datetime):
            return value.date()
        if isinstance(value, datetime.date):
            return value
        printed = "" if value is None else str(value)
        if not printed or YEAR.fullmatch(printed):
            return None
        day = iso_day(printed)
        if day is None:
            raise self.error(key, _("“%(value)s” is no day; write it as 2020-01-31."), value=printed[:80])
        return day

    def strings(self, key: str) -> list[str]:
        """A list of texts."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, _("“%(key)s” must be a list of texts."))
        return [str(item) for item in value]

    def words(self, key: str) -> dict[str, str]:
        """A table of words by language, without empty ones."""
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, _("“[%(key)s]” must be a table of languages."))
        for language, words in value.items():
            if not LANGUAGE.fullmatch(language) or not isinstance(words, str):
                raise self.error(key, _("“[%(key)s]” must give a text for each language code."))
        return {language: words.strip() for language, words in value.items() if words.strip()}

    def worth(self, key: str, value: object) -> TextStatus:
        """A status of a text, found under a key."""
        status = next((status for status in TextStatus if status.value == value), None)
        if status is None:
            raise self.error(
                key,
                _("“%(value)s” is no status of a text; write official, translation, machine or digest."),
                value=str(value)[:80],
            )
        return status
