"""How long a search takes in the process, from the words to ten results with their words marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from django.utils import timezone
from django.utils.translation import override
from tantivy import Occur, Query, Searcher

from portal.languages import BY_TEXT
from portal.search.asking import ask
from portal.search.matching import FIELDS, scoring
from portal.search.passages import Question as Asked
from portal.search.presenting import Shown, shown
from portal.search.reading import reader
from portal.search.schema import NOW, schema, shelf
from portal.search.searching import search
from tests.bench.measuring import Row, turns

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
    """What Tantivy alone takes for the words as a bag, in the index of their own language, ten addresses."""
    view = reader()
    assert view
    return [
        view.shelves[shelf(NOW, language)].search(bag(words), RESULTS)
        for language, words in ask(question.words).words.items()
        if shelf(NOW, language) in view.shelves
    ]


@cache
def queries(question: Question) -> list[tuple[Searcher, Query]]:
    """The queries that the portal puts to Tantivy for a question, one a language; they are made once."""
    view = reader()
    assert view
    put = Asked.put(ask(question.words), view, timezone.localdate())
    shelves = [(name.partition("-")[2], searcher) for name, searcher in view.shelves.items() if name.startswith(NOW)]
    scored = [(searcher, scoring(put.asked, put.expansion, language, searcher)) for language, searcher in shelves]
    return [(searcher, one.query) for searcher, one in scored if one]


def bare_queries(question: Question) -> object:
    """What Tantivy alone takes for the queries that the portal puts to it: ten addresses of each."""
    return [searcher.search(query, RESULTS, count=False) for searcher, query in queries(question)]


def bag(words: Sequence[str]) -> Query:
    terms = [Query.term_query(schema(), field, word, "freq") for word in words for field, _ in FIELDS]
    return Query.boolean_query([(Occur.Should, term) for term in terms])


def passages() -> int:
    """How many passages are on the shelves of the day."""
    view = reader()
    assert view
    return sum(searcher.num_docs for name, searcher in view.shelves.items() if name.startswith(NOW))


def searching(*, most: float, times_bare: float | None, runs: int) -> Iterator[Row]:
    """The table's lines for the index in use; without a limit to the ratio, only the times."""
    queries.cache_clear()
    mine, same, words = turns([portal, bare_queries, bare], questions(), runs=runs)
    what = f"Search among {passages():,} provisions, in process"
    yield Row(what, str(mine), f"its queries put to Tantivy alone {same}", f"p95 ≤ {most:.0f} ms", mine.p95 <= most)
    if times_bare is not None:
        ratio = mine.p95 / words.p95
        yield Row(
            "The same as a multiple of the bare query",
            f"{ratio:.1f} ×",
            f"bare words in their own language {words}",
            f"≤ {times_bare:.0f} ×",
            ratio <= times_bare,
        )
        yield Row(
            "The same as a multiple of its own queries alone",
            f"{mine.p95 / same.p95:.1f} ×",
            f"{mine.p95 - same.p95:.1f} ms more",
            "",
        )
