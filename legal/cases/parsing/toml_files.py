"""A case in a file of TOML, as `demo/FORMAT.md` describes it, checked field by field."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from legal.cases.kinds import CourtLevel, RelationKind
from legal.cases.models.case import PARTS
from legal.cases.parsing.records import ParsedCase, ParsedText, StatedProvision, StatedRelation
from legal.laws.parsing.tables import JURISDICTION, LANGUAGE, SLUG, Table, read_toml

Listed = TypeVar("Listed", bound=TextChoices)


def read_file(file: Path) -> ParsedCase:
    """The case of a file; raises `ReadingError` with the line of what is wrong."""
    return read_toml(file, lambda *read: Reader(*read).case())


@dataclass(frozen=True, slots=True)
class Reader(Table):
    """The table of a case, or one within it."""

    def case(self, line: int = 1) -> ParsedCase:
        """All that the table says of a case, which begins on a line of its file."""
        titles = self.words("title")
        if not titles:
            raise self.error("title", _("The case has no title: “[title]” is missing."))
        slug = self.matching("slug", SLUG)
        return ParsedCase(
            file=self.file,
            line=line,
            record=slug,
            jurisdiction=self.matching("jurisdiction", JURISDICTION),
            slug=slug,
            collection="",
            titles=titles,
            status=self.worth("status", self.table.get("status")),
            original_language=self.matching("original_language", LANGUAGE),
            court_level=self.listed("court_level", CourtLevel),
            number=self.string("number", required=False),
            decided=self.day("decided"),
            courts=self.words("court"),
            parties=self.words("parties"),
            told={part: self.words(part) for part in PARTS},
            topics=self.strings("topics"),
            source=self.string("source", required=False),
            texts=self.texts(),
            applied=[one.provision() for one in self.tables("cites")],
            relations=[one.relation() for one in self.tables("relations")],
            persons=self.strings("persons"),
            organisations=self.strings("organisations"),
        )

    def provision(self) -> StatedProvision:
        """The table as one law that is cited."""
        return StatedProvision(self.string("law"), self.string("article", required=False))

    def relation(self) -> StatedRelation:
        """The table as one relation."""
        kind = self.listed("kind", RelationKind)
        if kind is None:
            raise self.error("relations", _("A relation has no kind."))
        return StatedRelation(kind, self.string("case"))

    def listed(self, key: str, choices: type[Listed]) -> Listed | None:
        """A value of a closed list; None where none is given."""
        value = self.string(key, required=False)
        found = next((choice for choice in choices if choice.value == value), None)
        if value and found is None:
            offered = ", ".join(choices.values)
            raise self.error(key, _("“%(value)s” is none of: %(offered)s."), value=value[:80], offered=offered)
        return found

    def tables(self, key: str) -> "list[Reader]":
        """A list of tables, each to be read like the whole."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.error(key, _("“%(key)s” must be a list of tables."))
        return [self.within(one) for one in value]

    def within(self, table: dict[str, object]) -> "Reader":
        """A table below this one."""
        return Reader(self.file, self.text, table)

    def texts(self) -> list[ParsedText]:
        """The texts of the decision, by language; those without words are left out."""
        value = self.table.get("text", {})
        if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
            raise self.error("text", _("“[text]” must hold a table for each language."))
        read = [self.within(one).worded(language) for language, one in value.items()]
        return [text for text in read if text.body]

    def worded(self, language: str) -> ParsedText:
        """The table as the text in one language."""
        if not LANGUAGE.fullmatch(language):
            raise self.error("text", _("“[text]” must hold a table for each language."))
        status = self.worth(f"text.{language}", self.table.get("status"))
        return ParsedText(language, status, self.string("source", required=False), self.string("body"))
