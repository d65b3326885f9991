"""`law.toml`: what staff write about a law, checked field by field."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import ArticleUnit, LawKind, TextStatus
from legal.laws.parsing.records import DaySource
from legal.laws.parsing.tables import JURISDICTION, LANGUAGE, SLUG, Table, read_toml

NAME: Final = "law.toml"
DAY_SOURCES: Final[tuple[DaySource, ...]] = ("header", "clause", "folder")
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
    return read_toml(file, lambda *read: _Reader(*read).manifest())


@dataclass(frozen=True, slots=True)
class _Reader(Table):
    def manifest(self) -> Manifest:
        statuses, sources = self._texts()
        titles = self.words("title")
        if not titles:
            raise self.error("title", _("The law has no title: “[title]” is missing."))
        return Manifest(
            file=self.file,
            slug=self.matching("slug", SLUG),
            jurisdiction=self.matching("jurisdiction", JURISDICTION),
            kind=self._kind(),
            number=self.string("number", required=False),
            adopted=self.day("adopted"),
            in_force=self.day("in_force"),
            repealed=self.day("repealed"),
            original_language=self.matching("original_language", LANGUAGE),
            topics=self.strings("topics"),
            source=self.string("source", required=False),
            titles=titles,
            short_titles=self.words("short_title"),
            summaries=self.words("summary"),
            authorities=self.words("authority"),
            other_names=self.strings("other_names"),
            statuses=statuses,
            sources=sources,
            region=self.string("region", required=False),
            unit=self._unit(),
            folder=self.string("folder") if "folder" in self.table else None,
            editions=self._editions(),
        )

    def _unit(self) -> ArticleUnit | None:
        value = self.string("unit", required=False)
        unit = next((unit for unit in ArticleUnit if unit.value == value), None)
        if value and unit is None:
            raise self.error(
                "unit", _("“%(value)s” is no unit of articles; write article or section."), value=value[:80]
            )
        return unit

    def _editions(self) -> dict[str, StatedEdition]:
        tables = self.table.get("edition", {})
        if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
            raise self.error("edition", _("“[edition]” must hold a table for each edition."))
        return {name: _Reader(self.file, self.text, table).edition() for name, table in tables.items()}

    def edition(self) -> StatedEdition:
        """The reader's table as one of an edition."""
        statuses, sources = self._texts()
        in_force = self.day("in_force")
        source = self.string("in_force_source", required=False)
        known = next((name for name in DAY_SOURCES if name == source), "folder" if in_force else "")
        return StatedEdition(
            self.day("adopted"), in_force, known, self.string("amended_by", required=False), statuses, sources
        )

    def _kind(self) -> LawKind:
        value = self.string("kind")
        kind = KINDS.get(value) or next((kind for kind in LawKind if kind.value == value), None)
        if kind is None:
            raise self.error("kind", _("“%(value)s” is no kind of law."), value=value[:80])
        return kind

    def _texts(self) -> tuple[dict[str, TextStatus], dict[str, str]]:
        table = self.table.get("text", {})
        if not isinstance(table, dict):
            raise self.error("text", _("“[text]” must hold a table for each language."))
        statuses, sources = {}, {}
        for language, about in table.items():
            if not LANGUAGE.fullmatch(language) or not isinstance(about, dict):
                raise self.error("text", _("“[text]” must hold a table for each language."))
            statuses[language] = self.worth(f"text.{language}", about.get("status"))
            source = about.get("source", "")
            if not isinstance(source, str):
                raise self.error(f"text.{language}", _("The source of a text must be a text in quotation marks."))
            sources[language] = source.strip()
        return statuses, sources
