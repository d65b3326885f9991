"""An index of a million provisions: the texts of the corpus over and over, each time with other words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone

from bench.texts import exchanges
from portal.search.documents import Document
from portal.search.folder import Folder
from portal.search.registry import sources
from portal.search.writing import Writing

SOURCE: Final = "laws"
COMMON: Final = 2_000
SAMPLE: Final = 5_000


def build(var: Path, provisions: int) -> int:
    """Build it beside the index in use, point this process to it, and return how many documents it holds."""
    place = Folder(var / "index-million")
    writing = Writing(place, place.create(), timezone.localdate())
    documents = list(sources[SOURCE].documents(None))
    written = 0
    for number, exchanged in zip(count(), exchanges(common(documents), 1 + provisions // len(documents)), strict=False):
        rest = documents[: max(0, provisions - written)]
        writing.add(SOURCE, (changed(document, exchanged, number) for document in rest))
        written += len(rest)
    state = replace(writing.state, shelves=writing.commit())
    place.record(state)
    place.swap(state)
    settings.SEARCH_INDEX_DIR = place.root
    return written


def common(documents: list[Document]) -> str:
    """The characters texts are mostly made of."""
    found = Counter[str]()
    for document in documents[:SAMPLE]:
        for text in document.texts.values():
            found.update(character for character in text if character.isalpha())
    return "".join(character for character, _ in found.most_common(COMMON))


def changed(document: Document, exchanged: Mapping[int, str], number: int) -> Document:
    """A copy that is another passage, for the index: only the row shown for it is that of the first."""
    if not exchanged:
        return document
    return replace(
        document,
        texts=dict(translated(document.texts, exchanged)),
        headings=dict(translated(document.headings, exchanged)),
        place=f"{document.place}/{number}",
        wording=f"{document.wording}/{number}",
    )


def translated(texts: Mapping[str, str], exchanged: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    for language, text in texts.items():
        yield language, text.translate(dict(exchanged))
