"""Texts whose places are written down beside them: `<edition>.places.json`, which the export makes where it has to.

Markdown says neither every kind of place nor how the texts of an edition share them. The file names each place of the
edition in its order and, by language, how many characters and lines of the text file are its label, heading and body.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import ArticleUnit, ProvisionKind, TextStatus
from legal.laws.parsing.records import ParsedProvision, ParsedText, ReadingError
from legal.laws.parsing.source import read

ENDING: Final = ".places.json"
HEADINGS: Final = frozenset({ProvisionKind.TITLE, ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION})
DEEPEST: Final = 6


@dataclass(slots=True)
class Places:
    """The places of an edition in their order, without words, and the texts that have words for them."""

    places: list[ParsedProvision]
    texts: list[ParsedText]


def mark(kind: str, depth: int) -> str:
    """The mark of Markdown before a place: one # for the title, more for headings further in."""
    if kind == ProvisionKind.TITLE:
        return "# "
    return "#" * min(2 + depth, DEEPEST) + " " if kind in HEADINGS else ""


def read_places(file: Path, files: Mapping[str, Path], unit: ArticleUnit) -> Places:
    """The places and texts of an edition; `ReadingError` where the text files are no longer those it was made for."""
    try:
        told = json.loads(read(file))
        return _Reader(file, files, unit, told).places()
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise _broken(file) from error


def _broken(file: Path) -> ReadingError:
    return ReadingError(file, 1, _("The file does not fit the texts beside it: delete it, and they are read anew."))


class _Reader:
    def __init__(self, file: Path, files: Mapping[str, Path], unit: ArticleUnit, told: Mapping[str, Any]) -> None:
        self.file, self.files, self.unit = file, files, unit
        self.rows: list[Mapping[str, Any]] = told["places"]
        self.words = {language: _words(path) for language, path in files.items()}
        hashes = {language: text_hash(words) for language, words in self.words.items()}
        if hashes != told["texts"]:
            raise _broken(file)

    def places(self) -> Places:
        places = list(self._places())
        texts: dict[tuple[str, str], ParsedText] = {}
        for language in self.files:
            self._read(language, places, texts)
        return Places(places, list(texts.values()))

    def _places(self) -> Iterator[ParsedProvision]:
        order = {row["path"]: index for index, row in enumerate(self.rows)}
        for row in self.rows:
            yield ParsedProvision(
                kind=ProvisionKind(row["kind"]),
                path=row["path"],
                number=row.get("number", ""),
                parent=order[row["parent"]] if "parent" in row else None,
                depth=row.get("depth", 0),
                repeated=row.get("repeated", False),
            )

    def _read(self, language: str, places: list[ParsedProvision], texts: dict[tuple[str, str], ParsedText]) -> None:
        lines, at = self.words[language].split("\n"), 0
        for row, place in zip(self.rows, places, strict=True):
            about = row["texts"].get(language)
            if about is None:
                continue
            words = "\n".join(lines[at : at + about["lines"]]).removeprefix(mark(place.kind, place.depth))
            text = self._text(language, about, texts)
            text.provisions.append(_spoken(place, words, about, at + 1))
            text.sources[place.path] = about.get("source", "")
            if "based_on" in about:
                text.based_on[place.path] = about["based_on"]
            at += about["lines"] + 1

    def _text(self, language: str, about: Mapping[str, Any], texts: dict[tuple[str, str], ParsedText]) -> ParsedText:
        key = (language, about["status"])
        if key not in texts:
            status = TextStatus(about["status"])
            texts[key] = ParsedText(
                language, status, about.get("source", ""), "", [], [self.files[language]], self.unit, exact=True
            )
        return texts[key]


def _spoken(place: ParsedProvision, words: str, about: Mapping[str, Any], line: int) -> ParsedProvision:
    label, rest = _cut(words, about.get("label", 0))
    heading, body = _cut(rest, about.get("heading", 0))
    return ParsedProvision(
        place.kind, place.path, place.number, label, heading, body, None, place.depth, line, place.repeated
    )


def _cut(words: str, length: int) -> tuple[str, str]:
    return words[:length], words[length:].removeprefix(" ") if length else words


def _words(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def text_hash(words: str) -> str:
    """What tells that a text file is still the one the places were written for."""
    return sha256(words.encode("utf-8")).hexdigest()
