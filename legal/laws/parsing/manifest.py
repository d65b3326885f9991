"""`law.toml`: what staff write about a law, checked field by field."""

import datetime
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import ArticleUnit, LawKind, TextStatus
from legal.laws.parsing.dates import iso_day
from legal.laws.parsing.records import DaySource, ReadingError
from legal.laws.parsing.source import read

NAME: Final = "law.toml"
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
DAY_SOURCES: Final[tuple[DaySource, ...]] = ("header", "clause", "folder")
# Where a key or a table stands in the file, and the table of a text such as `[text."zh-Hant"]`.
KEY: Final = r"(?m)^[ \t]*(?:KEY[ \t]*=|\[KEY\])"
TEXT_KEY: Final = r"(?m)^[ \t]*\[text\.\"?KEY\"?\]"
YEAR: Final = re.compile(r"\d{4}")
# Words other collections use for kinds that we have under another name.
KINDS: Final = {
    "declaration": LawKind.OTHER, "convention": LawKind.TREATY, "agreement": LawKind.TREATY,
    "protocol": LawKind.TREATY, "act": LawKind.LAW, "statute": LawKind.LAW, "ordinance": LawKind.LAW,
    "rules": LawKind.RULE, "resolution": LawKind.DECISION, "decree": LawKind.REGULATION, "order": LawKind.REGULATION,
}  # fmt: skip


@dataclass(slots=True)
class StatedEdition:
    """What `[edition."2020-01-31"]` says of one edition, and `[edition."2020-01-31".text.en]` of a text of it."""

    adopted: datetime.date | None
    in_force: datetime.date | None
    in_force_from: DaySource
    amended_by: str
    statuses: dict[str, TextStatus]
    sources: dict[str, str]


@dataclass(slots=True)
class Manifest:
    """A checked `law.toml`."""

    file: Path
    slug: str
    jurisdiction: str
    kind: LawKind
    number: str
    adopted: datetime.date | None
    in_force: datetime.date | None
    repealed: datetime.date | None
    original_language: str
    topics: list[str]
    source: str
    titles: dict[str, str]
    short_titles: dict[str, str]
    summaries: dict[str, str]
    authorities: dict[str, str]
    other_names: list[str]
    statuses: dict[str, TextStatus] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    region: str = ""
    unit: ArticleUnit | None = None
    folder: str | None = None
    editions: dict[str, StatedEdition] = field(default_factory=dict)


def read_manifest(file: Path) -> Manifest:
    """Reads and checks a `law.toml`; raises `ReadingError` with the line of what is wrong."""
    text = read(file, limit=LARGEST)
    _refuse_deep_keys(file, text)
    try:
        return _Reader(file, text, tomllib.loads(text)).manifest()
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
class _Reader:
    file: Path
    text: str
    table: dict[str, object]

    def manifest(self) -> Manifest:
        statuses, sources = self._texts()
        titles = self._words("title")
        if not titles:
            raise self._error("title", _("The law has no title: “[title]” is missing."))
        return Manifest(
            file=self.file,
            slug=self._matching("slug", SLUG),
            jurisdiction=self._matching("jurisdiction", JURISDICTION),
            kind=self._kind(),
            number=self._string("number", required=False),
            adopted=self._day("adopted"),
            in_force=self._day("in_force"),
            repealed=self._day("repealed"),
            original_language=self._matching("original_language", LANGUAGE),
            topics=self._strings("topics"),
            source=self._string("source", required=False),
            titles=titles,
            short_titles=self._words("short_title"),
            summaries=self._words("summary"),
            authorities=self._words("authority"),
            other_names=self._strings("other_names"),
            statuses=statuses,
            sources=sources,
            region=self._string("region", required=False),
            unit=self._unit(),
            folder=self._string("folder") if "folder" in self.table else None,
            editions=self._editions(),
        )

    def _unit(self) -> ArticleUnit | None:
        value = self._string("unit", required=False)
        unit = next((unit for unit in ArticleUnit if unit.value == value), None)
        if value and unit is None:
            raise self._error(
                "unit", _("“%(value)s” is no unit of articles; write article or section."), value=value[:80]
            )
        return unit

    def _editions(self) -> dict[str, StatedEdition]:
        tables = self.table.get("edition", {})
        if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
            raise self._error("edition", _("“[edition]” must hold a table for each edition."))
        return {name: _Reader(self.file, self.text, table).edition() for name, table in tables.items()}

    def edition(self) -> StatedEdition:
        """The reader's table as one of an edition."""
        statuses, sources = self._texts()
        in_force = self._day("in_force")
        source = self._string("in_force_source", required=False)
        known = next((name for name in DAY_SOURCES if name == source), "folder" if in_force else "")
        return StatedEdition(
            self._day("adopted"), in_force, known, self._string("amended_by", required=False), statuses, sources
        )

    def _error(self, key: str, message: str | Promise, **params: str | int) -> ReadingError:
        pattern = TEXT_KEY if key.startswith("text.") else KEY
        found = re.search(pattern.replace("KEY", re.escape(key.removeprefix("text."))), self.text)
        line = self.text.count("\n", 0, found.end()) + 1 if found else 1
        return ReadingError(self.file, line, message, key=key, **params)

    def _string(self, key: str, *, required: bool = True) -> str:
        value = self.table.get(key)
        if value is None and not required:
            return ""
        if value is None:
            raise self._error(key, _("“%(key)s” is missing."))
        if not isinstance(value, str):
            raise self._error(key, _("“%(key)s” must be a text in quotation marks."))
        return value.strip()

    def _matching(self, key: str, pattern: re.Pattern[str]) -> str:
        value = self._string(key)
        if not pattern.fullmatch(value) or len(value) > LONGEST_SLUG:
            raise self._error(key, _("“%(value)s” cannot be the value of “%(key)s”."), value=value[:80])
        return value

    def _kind(self) -> LawKind:
        value = self._string("kind")
        kind = KINDS.get(value) or next((kind for kind in LawKind if kind.value == value), None)
        if kind is None:
            raise self._error("kind", _("“%(value)s” is no kind of law."), value=value[:80])
        return kind

    def _day(self, key: str) -> datetime.date | None:
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
            raise self._error(key, _("“%(value)s” is no day; write it as 2020-01-31."), value=printed[:80])
        return day

    def _strings(self, key: str) -> list[str]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._error(key, _("“%(key)s” must be a list of texts."))
        return [str(item) for item in value]

    def _words(self, key: str) -> dict[str, str]:
        """A table of words by language, without empty ones."""
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise self._error(key, _("“[%(key)s]” must be a table of languages."))
        for language, words in value.items():
            if not LANGUAGE.fullmatch(language) or not isinstance(words, str):
                raise self._error(key, _("“[%(key)s]” must give a text for each language code."))
        return {language: words.strip() for language, words in value.items() if words.strip()}

    def _texts(self) -> tuple[dict[str, TextStatus], dict[str, str]]:
        table = self.table.get("text", {})
        if not isinstance(table, dict):
            raise self._error("text", _("“[text]” must hold a table for each language."))
        statuses, sources = {}, {}
        for language, about in table.items():
            if not LANGUAGE.fullmatch(language) or not isinstance(about, dict):
                raise self._error("text", _("“[text]” must hold a table for each language."))
            statuses[language] = self._status(language, about.get("status"))
            source = about.get("source", "")
            if not isinstance(source, str):
                raise self._error(f"text.{language}", _("The source of a text must be a text in quotation marks."))
            sources[language] = source.strip()
        return statuses, sources

    def _status(self, language: str, value: object) -> TextStatus:
        status = next((status for status in TextStatus if status.value == value), None)
        if status is None:
            raise self._error(
                f"text.{language}",
                _("“%(value)s” is no status of a text; write official, translation, machine or digest."),
                value=str(value)[:80],
            )
        return status
