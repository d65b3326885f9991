"""A small source of notes, as an app would hand over its rows, and an index of its own for each test."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from portal.search import places, registry, termbase
from portal.search.documents import Document
from portal.search.registry import Concept, Everyday, Hit, Reference, Suggestion, Text

CONCEPTS = [
    Concept({"zh": ["不可抗力"], "en": ["force majeure"], "ru": ["непреодолимая сила"]}, shown=True),
    Concept({"zh": ["合同"], "en": ["contract", "agreement"], "ru": ["договор", "контракт"]}, shown=True),
    Concept({"zh": ["终止"], "en": ["end", "terminate"], "ru": ["прекратить"]}, shown=False),
    Concept({"zh": ["用人单位"], "en": ["employer"], "ru": ["работодатель"]}, shown=True),
    Everyday("zh", "老板", ["用人单位"]),
    Everyday("en", "boss", ["employer"]),
]


class Notes:
    """Rows in memory: `rows` by key, each with the texts it has."""

    name = "notes"
    undivided = False

    def __init__(self) -> None:
        self.rows: dict[int, Document] = {}
        self.named: list[Reference] = []
        self.shut: list[str] = []

    def add(self, key: int, text: str = "", *, language: str = "zh", **more: Any) -> None:
        texts = more.pop("texts", None) or {language: text}
        self.rows[key] = Document(owner=more.pop("owner", key), key=key, texts=texts, **more)

    def documents(self, owners: Sequence[int] | None) -> Iterator[Document]:
        yield from (row for row in list(self.rows.values()) if owners is None or row.owner in owners)

    def hits(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return {key: self.hit(key) for key in keys if key in self.rows and not self.rows[key].whole}

    def works(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        return {key: self.hit(key) for key in keys if key in self.rows and self.rows[key].whole}

    def hit(self, key: int) -> Hit:
        row = self.rows[key]
        texts = [Text(language, row.headings.get(language, ""), text) for language, text in row.texts.items()]
        record = {"law": "xx-notes", "number": str(key), "edition": "2020-01-01", "title": "Notes"}
        return Hit(key, f"/notes/{key}/", f"Note {key}", ["Notes"], texts, next(iter(row.texts)), record)

    def references(self, query: str, language: str) -> Sequence[Reference]:
        return [one for one in self.named if one.title == query]

    def suggestions(self, query: str, language: str, limit: int) -> Sequence[Suggestion]:
        return [Suggestion(f"{query} {number}", "law", f"/notes/{number}/") for number in range(limit)]

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        return {"jurisdiction": {"cn": "China", "kz": "Kazakhstan"}}

    def places(self) -> Mapping[tuple[str, str], Sequence[str]]:
        return {("jurisdiction", "kz"): ["哈萨克斯坦", "Kazakhstan", "Казахстан"], ("region", "CN-SH"): ["上海市"]}


@pytest.fixture
def index_dir(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for an index, and nothing kept from another test."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(termbase.loaded, "held", None)
    monkeypatch.setattr(places.loaded, "held", None)
    return tmp_path / "index"


@pytest.fixture
def notes(index_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Notes:
    """The only source of the test, with a small termbase."""
    source = Notes()
    for name in list(registry.sources):
        monkeypatch.delitem(registry.sources, name)
    monkeypatch.setitem(registry.sources, source.name, source)
    monkeypatch.setattr(termbase, "termbases", [lambda: CONCEPTS])
    return source


YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011  # the portal's day is the server's here
