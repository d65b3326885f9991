"""A million provisions: the corpus repeated with changed words, in an index of its own."""

import itertools
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone
from tqdm import tqdm

from legal.laws import indexing
from legal.laws.search import Laws
from portal.search.documents import Document
from portal.search.reading import folder
from portal.search.registry import Hit, register
from portal.search.writing import Writing

MILLION: Final = 1_000_000
# Keys of a repetition are those of the rows it repeats, so far apart.
APART: Final = 10_000_000
# From how many provisions before a changed one takes its other half.
NEIGHBOURS: Final = 1000


class Repeated(Laws):
    """The laws, some of them under further keys: what is shown of a repetition is the row that it repeats."""

    def hits(self, keys: Sequence[int], language: str) -> Mapping[int, Hit]:
        rows = super().hits(list({key % APART for key in keys}), language)
        return {key: replace(rows[key % APART], key=key) for key in keys if key % APART in rows}


def build_million(var: Path) -> None:
    """Build the index beside that of the laws, and use it from now on."""
    register(Repeated())
    settings.SEARCH_INDEX_DIR = var / "index-million"
    place = folder()
    place.root.mkdir()
    writing = Writing(place, place.create(), timezone.localdate())
    writing.add("laws", tqdm(repeated(), desc="Indexing a million", unit="", mininterval=0.5))
    state = replace(writing.state, shelves=writing.commit(), applied=1)
    place.record(state)
    place.swap(state)


def repeated() -> Iterator[Document]:
    """The documents of all laws, then again with changed words, until a million of them are provisions of the day."""
    today, found = timezone.localdate(), 0
    for document in itertools.chain.from_iterable(repetition(number) for number in itertools.count()):
        yield document
        found += not document.whole and (document.until is None or document.until > today)
        if found == MILLION:
            return


def repetition(number: int) -> Iterator[Document]:
    before: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=NEIGHBOURS))
    for document in indexing.documents(None):
        if not number:
            yield document
        elif not document.whole:
            yield changed(document, number, before)


def changed(document: Document, number: int, before: dict[str, deque[str]]) -> Document:
    """Half of the words its own and half of another's: real words, as often as in the corpus, in new company."""
    texts = {}
    for language, text in document.texts.items():
        others = before[language]
        other = others[(number * 131) % len(others)] if others else text
        others.append(text)
        texts[language] = f"{text[: len(text) // 2]} {other[len(other) // 2 :]}"
    return replace(
        document,
        owner=document.owner + number * APART,
        key=document.key + number * APART,
        texts=texts,
        place=f"{number}/{document.place}",
        wording=f"{number}/{document.wording}",
    )
