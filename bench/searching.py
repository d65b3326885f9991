"""Search in process: as the results page does it, and beside it the bare Tantivy query of the same words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import tantivy

from bench.measuring import Times, timed
from portal.search.analysis import normalise, stems
from portal.search.presenting import shown
from portal.search.reading import reader
from portal.search.schema import schema
from portal.search.searching import search

RESULTS = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: how it is called in the table, its language, the questions."""

    name: str
    language: str
    questions: Sequence[str]


def portal(asked: Asked) -> Times:
    """Ten results, highlighted, their rows fetched from the database; each question after one round to warm up."""

    def one(question: str) -> None:
        results = search(question, language=asked.language)
        shown(results, list(results.found[:RESULTS]), asked.language)

    return warmed(one, asked.questions)


def bare(asked: Asked) -> Times:
    """Ten hits of any of the words on the shelf of the language, nothing else done."""
    view = reader()
    if view is None:
        raise LookupError("There is no index.")
    searcher = view.shelves[f"now-{asked.language}"]
    fields = schema()

    def one(question: str) -> None:
        words = dict.fromkeys(stems(normalise(question), asked.language))
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(fields, "text", word)) for word in words]
        searcher.search(tantivy.Query.boolean_query(terms), RESULTS)

    return warmed(one, asked.questions)


def warmed(one: Callable[[str], None], questions: Iterable[str]) -> Times:
    """The times of the second round."""
    questions = list(questions)
    timed(one, questions)
    return timed(one, questions)
