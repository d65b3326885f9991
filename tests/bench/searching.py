"""How long a search takes in the process, from the words to ten results with their words marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import override
from tantivy import Occur, Query

from portal.languages import BY_TEXT
from portal.search.asking import ask
from portal.search.presenting import Shown, shown
from portal.search.reading import reader
from portal.search.schema import NOW, schema, shelf
from portal.search.searching import search
from tests.bench.measuring import Row, Times, turns

QUERIES: Final = Path(__file__).with_name("queries.tsv")
RESULTS: Final = 10


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks, and in which language."""

    language: str
    words: str


def questions() -> list[Question]:
    """Our own: in three languages, whole questions and a word or two."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    return [Question(*line.split("\t")) for line in lines if line]


def portal(question: Question) -> Sequence[Shown]:
    """The search as the page shows it, its rows from the database."""
    with override(BY_TEXT[question.language].code):
        found = search(question.words, language=question.language)
        return shown(found, found.found[:RESULTS], question.language)


def bare(question: Question) -> object:
    """What Tantivy alone takes: the same words, as a bag, in the texts of the same index, ten addresses."""
    view = reader()
    assert view
    words = ask(question.words).words
    return [
        view.shelves[shelf(NOW, language)].search(
            Query.boolean_query([(Occur.Should, Query.term_query(schema(), "text", word, "freq")) for word in tokens]),
            RESULTS,
            count=False,
        )
        for language, tokens in words.items()
        if shelf(NOW, language) in view.shelves
    ]


def passages() -> int:
    """How many passages are on the shelves of the day."""
    view = reader()
    assert view
    return sum(searcher.num_docs for name, searcher in view.shelves.items() if name.startswith(NOW))


def searching(*, most: float, times_bare: float | None, runs: int = 5) -> Row:
    """The table's line for the index in use."""
    mine, alone = turns([portal, bare], questions(), runs=runs)
    return Row(
        f"Search among {passages():,} provisions, in process",
        str(mine),
        f"bare Tantivy query {alone}: {ratio(mine, alone):.1f} ×",
        f"p95 ≤ {most:.0f} ms" + (f", ≤ {times_bare:.0f} × bare" if times_bare else ""),
        mine.p95 <= most and (times_bare is None or ratio(mine, alone) <= times_bare),
    )


def ratio(mine: Times, alone: Times) -> float:
    return mine.p95 / alone.p95
