"""Cases in JSON Lines: one object a line, its sections by heading, as collections of published cases come."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.cases.kinds import CourtLevel
from legal.cases.models.case import PARTS
from legal.cases.parsing.records import ParsedCase, ParsedText
from legal.cases.parsing.toml_files import Reader
from legal.laws.kinds import TextStatus
from legal.laws.parsing.records import ReadingError, Rejection
from legal.laws.parsing.source import read
from legal.laws.parsing.tables import JURISDICTION, LANGUAGE

UNHEADED: Final = "body"
# What a collection is called in the source of a line.
COLLECTION: Final = ("repo", "repository", "collection", "name")
# Who published it, as collections print it: 最高人民法院发布.
PUBLISHED: Final = re.compile(r"发布$|公布$")
PATH: Final = re.compile(r"\.(?:md|txt|html?|pdf|docx?|json|toml)$", re.IGNORECASE)


def read_lines(file: Path, jurisdiction: str) -> Iterator[ParsedCase | Rejection]:
    """The cases of a file, of this jurisdiction where they name none; a line that is none comes as a `Rejection`."""
    try:
        text = read(file)
    except ReadingError as error:
        yield error.rejection
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield Line(file, line, parsed(file, number, line), number, jurisdiction).case_of_line()
            except ReadingError as error:
                yield error.rejection


def parsed(file: Path, number: int, line: str) -> dict[str, object]:
    """The object of a line."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadingError(file, number, _("The line is no valid JSON: %(reason)s."), reason=str(error)) from error
    if not isinstance(found, dict):
        raise ReadingError(file, number, _("The line holds no object."))
    return found


def is_case_name(name: str) -> bool:
    """Whether it tells of parties and ends in what it is: 张莉诉某公司合同纠纷案. Others tell what a case is about."""
    return name.endswith("案") and any(word in name[1:-1] for word in ("诉", "与", "申请"))


@dataclass(frozen=True, slots=True)
class Line(Reader):
    """The object of a line; all that is wrong with it is wrong on this line."""

    number: int
    jurisdiction: str

    def error(self, key: str, message: str | Promise, **params: str | int) -> ReadingError:
        return ReadingError(self.file, self.number, message, key=key, **params)

    def case_of_line(self) -> ParsedCase:
        """All that the line says of its case."""
        language = self.matching("lang", LANGUAGE)
        title, name = self.string("title"), self.string("file_title", required=False)
        named = name if is_case_name(name) else title
        body = "\n".join([*([title] if named != title else []), *self.sections()])
        status, source = self.status(), self.printed_source()
        return ParsedCase(
            file=self.file,
            line=self.number,
            record=self.string("id"),
            jurisdiction=self.of_jurisdiction(),
            slug=None,
            collection=self.collection() or self.file.stem,
            titles={language: named},
            status=status,
            original_language=language,
            court_level=self.listed("court_level", CourtLevel),
            number=self.string("number", required=False),
            decided=self.day("decided"),
            courts=self.spoken("court", language),
            parties=self.spoken("parties", language),
            told={part: self.spoken(part, language) for part in PARTS},
            topics=self.strings("topics"),
            source=source,
            texts=[ParsedText(language, status, source, body)] if body else [],
            applied=[one.provision() for one in self.tables("cites")],
            relations=[one.relation() for one in self.tables("relations")],
            persons=self.strings("persons"),
            organisations=self.strings("organisations"),
        )

    def within(self, table: dict[str, object]) -> "Line":
        return Line(self.file, self.text, table, self.number, self.jurisdiction)

    def spoken(self, key: str, language: str) -> dict[str, str]:
        """Words in the language of the line, or a table of them by language."""
        if isinstance(self.table.get(key), str):
            words = self.string(key)
            return {language: words} if words else {}
        return self.words(key)

    def status(self) -> TextStatus:
        """What the words are worth: as the line says, else official where a publisher is named, else nobody's words."""
        if "status" in self.table:
            return self.worth("status", self.table["status"])
        return (
            TextStatus.OFFICIAL if any(PUBLISHED.search(told) for told in self.strings("info")) else TextStatus.DIGEST
        )

    def of_jurisdiction(self) -> str:
        """Whose case it is."""
        return self.matching("jurisdiction", JURISDICTION) if "jurisdiction" in self.table else self.jurisdiction

    def sections(self) -> list[str]:
        """The sections in their order, each below its heading."""
        found = self.words_by_heading()
        lines = [[words] if heading == UNHEADED else [f"## {heading}", words] for heading, words in found.items()]
        return [line for both in lines for line in both]

    def words_by_heading(self) -> dict[str, str]:
        """The sections that have words."""
        value = self.table.get("sections", {})
        if not isinstance(value, dict) or not all(isinstance(words, str) for words in value.values()):
            raise self.error("sections", _("“%(key)s” must hold a text for each heading."))
        return {" ".join(heading.split()): words.strip() for heading, words in value.items() if words.strip()}

    def printed_source(self) -> str:
        """Who published it where the line says so, else the collection it is kept in: paths are made of names."""
        told = self.strings("info")
        if told:
            return "，".join(told)
        if isinstance(self.table.get("source"), dict):
            return self.collection()
        return "" if PATH.search(source := self.string("source", required=False)) else source

    def collection(self) -> str:
        """The collection that the line says it is kept in; "" where it says none."""
        value = self.table.get("source")
        names = [value.get(key) for key in COLLECTION] if isinstance(value, dict) else []
        return next((name for name in names if isinstance(name, str)), "")
