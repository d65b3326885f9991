"""A firm with its lawyers in a file of TOML, as `demo/FORMAT.md` describes it, checked value by value."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from legal.laws.parsing.records import ReadingError, Rejection
from legal.laws.parsing.tables import JURISDICTION, SLUG, Table, read_toml
from portal.languages import LANGUAGES
from portal.lines import AddressField

Facts = dict[str, Any]
TOML: Final = ".toml"
PARTS: Final = ("admissions", "skills", "office_hours", "education", "publications", "mentions")


@dataclass(frozen=True, slots=True)
class Check:
    """Who has compared a licence with its issuing body, by e-mail address, on which day, and until when."""

    by: str
    on: datetime.date
    again: datetime.date


@dataclass(frozen=True, slots=True)
class Parsed:
    """A firm or a lawyer as a file tells it: `facts` by field, `parts` by relation, each part by field."""

    slug: str
    jurisdiction: str
    facts: Facts
    check: Check | None
    topics: list[str] = field(default_factory=list)
    parts: dict[str, list[Facts]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ParsedFirm:
    """A firm and its lawyers, from one file."""

    file: Path
    firm: Parsed
    lawyers: list[Parsed]


def read_firms(path: Path) -> Iterator[ParsedFirm | Rejection]:
    """Every firm at or below a path, one at a time; what cannot be read comes as a `Rejection`."""
    if not path.exists():
        yield Rejection(path, 1, _("There is no such file or folder."))
        return
    for file in sorted(path.rglob(f"*{TOML}")) if path.is_dir() else [path]:
        try:
            yield read_toml(file, lambda *read: Reader(*read).whole())
        except ReadingError as error:
            yield error.rejection


@dataclass(frozen=True, slots=True)
class Reader(Table):
    """The table of a firm, of a lawyer, or of a part of a profile."""

    def whole(self) -> ParsedFirm:
        return ParsedFirm(self.file, self.firm(), [one.lawyer() for one in self.tables("lawyers")])

    def firm(self) -> Parsed:
        facts = self.licensed() | self.worded("city", "about") | {"website": self.address("website")}
        return Parsed(self.matching("slug", SLUG), self.matching("jurisdiction", JURISDICTION), facts, self.check())

    def lawyer(self) -> Parsed:
        facts = self.licensed() | self.worded("summary", "fees")
        facts |= {name: self.string(name, required=False) for name in ("native_name", "native_language")}
        facts |= {"time_zone": self.string("time_zone"), "licensed_on": self.day("licensed_on")}
        facts |= {"takes_new_matters": self.flag("takes_new_matters", usual=True)}
        return Parsed(
            self.matching("slug", SLUG),
            self.matching("jurisdiction", JURISDICTION),
            facts,
            self.check(),
            self.strings("topics"),
            {part: [getattr(one, part)() for one in self.tables(part)] for part in PARTS},
        )

    def licensed(self) -> Facts:
        """What firms and lawyers have in common."""
        facts = {name: self.string(name, required=name == "kind") for name in ("kind", "licence_number")}
        return facts | self.worded("name", "issuing_body") | {"sample": self.flag("sample")}

    def check(self) -> Check | None:
        """Who has checked the licence; None where nobody has."""
        on, again = self.day("verified"), self.day("recheck_on")
        if on is None:
            return None
        if again is None:
            raise self.error("verified", _("A licence that was verified has “recheck_on”, the day of the next check."))
        return Check(self.string("verified_by"), on, again)

    def admissions(self) -> Facts:
        number = self.string("number", required=False)
        return {
            "jurisdiction": self.matching("jurisdiction", JURISDICTION),
            "number": number,
            "since": self.day("since"),
        }

    def skills(self) -> Facts:
        levels = {task: self.string(task, required=False) for task in ("consult", "draft", "plead")}
        return {"language": self.string("language"), **levels}

    def office_hours(self) -> Facts:
        return {"weekday": self.number("weekday"), "opens": self.time("opens"), "closes": self.time("closes")}

    def education(self) -> Facts:
        return self.in_its_words(institution=True, degree=False)

    def publications(self) -> Facts:
        return self.in_its_words(title=True, published_in=False) | {"link": self.address("link")}

    def mentions(self) -> Facts:
        """A case or a law by its jurisdiction and slug, as `cn-civil-code`."""
        return {name: self.string(name, required=False) for name in ("case", "law", "article")}

    def in_its_words(self, **wanted: bool) -> Facts:
        words = {name: self.string(name, required=required) for name, required in wanted.items()}
        return words | {"language": self.string("language"), "year": self.number("year", required=False)}

    def worded(self, *names: str) -> Facts:
        """Columns of translated fields, empty where nothing is told in a language."""
        told = {name: self.words(name) for name in names}
        return {f"{name}_{one.column}": told[name].get(one.text, "") for name in names for one in LANGUAGES}

    def address(self, key: str) -> str:
        """The address of a website, "" for none: what nobody may type on a page stands in no file, either."""
        value = self.string(key, required=False)
        try:
            return str(AddressField().clean(value))
        except ValidationError as error:
            raise self.error(key, _("“%(value)s” cannot be the value of “%(key)s”."), value=value[:80]) from error

    def flag(self, key: str, *, usual: bool = False) -> bool:
        return bool(self.of_type(key, bool, usual))

    def number(self, key: str, *, required: bool = True) -> int | None:
        value = self.of_type(key, int, None)
        if value is None and required:
            raise self.error(key, _("“%(key)s” is missing."))
        return None if value is None else int(value)

    def time(self, key: str) -> datetime.time:
        value: datetime.time | None = self.of_type(key, datetime.time, None)
        if value is None:
            raise self.error(key, _("“%(key)s” is missing."))
        return value

    def of_type(self, key: str, kind: type, usual: Any) -> Any:
        value = self.table.get(key, usual)
        if value is not usual and not isinstance(value, kind):
            raise self.error(key, _("“%(key)s” has a value of another kind than it should."))
        return value

    def tables(self, key: str) -> "list[Reader]":
        """A list of tables, each to be read like the whole."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.error(key, _("“%(key)s” must be a list of tables."))
        return [Reader(self.file, self.text, one) for one in value]
