"""Works by name: exactly as they are called, or as far as a name has been typed."""

import re
from collections.abc import Sequence
from typing import Final

from tantivy import Occur, Query, Searcher

from portal.languages import TEXTS
from portal.search.analysis import HAN_RUN, normalise, stems
from portal.search.asking import WORD, clean
from portal.search.ranking import candidates
from portal.search.reading import Reader, read
from portal.search.schema import TITLE, schema, shelf, source_number

# Tantivy refuses a beginning of more than 1,000 states, about one a byte; no name needs so many to be told apart.
LONGEST_START: Final = 800


def owners(source: str, names: Sequence[str]) -> list[int]:
    """The works of a source that answer to any of these names, as its documents gave them."""
    if not names:
        return []
    terms = [(Occur.Should, Query.term_query(schema(), "name", name, "basic")) for name in names]
    query = Query.const_score_query(Query.boolean_query(terms), 1.0)
    return found(source, [(language, query) for language in TEXTS], 50)


def beginning(source: str, start: str, limit: int) -> list[int]:
    """The works of a source with a name that begins so, as its documents gave them; `start` is plain words."""
    if not start.strip("=~ "):
        return []
    query = begun("name", start)
    return found(source, [(language, query) for language in TEXTS], limit)


def completed(source: str, typed: str, limit: int) -> list[int]:
    """The works whose title holds the words typed, the last one as far as it goes; the closest first."""
    text = normalise(clean(typed))
    queries = []
    for language in TEXTS:
        query = completion(text, language)
        if query is not None:
            queries.append((language, query))
    return found(source, queries, limit)


def completion(text: str, language: str) -> Query | None:
    """All words in the title, the last as a beginning; bigrams have no beginnings but their own."""
    if bool(HAN_RUN.search(text)) != (language == "zh"):
        return None
    words = WORD.findall(text)
    if not words:
        return None
    if language == "zh":
        tokens = list(dict.fromkeys(stems(text, "zh")))
        field = "letter" if tokens == [text] and len(text) == 1 else "text"
        return every([Query.term_query(schema(), field, token, "freq") for token in tokens])
    last = begun("word", words[-1].lower())
    return every([*(Query.term_query(schema(), "word", word.lower(), "freq") for word in words[:-1]), last])


def begun(field: str, start: str) -> Query:
    """Terms of a field that begin so, as far as the index looks."""
    looked_at = start.encode()[:LONGEST_START].decode(errors="ignore")
    return Query.regex_query(schema(), field, f"{re.escape(looked_at)}.*")


def every(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def found(source: str, queries: Sequence[tuple[str, Query]], limit: int) -> list[int]:
    scored = read(lambda view: scores(view, source, queries, limit)) or {}
    return sorted(scored, key=lambda key: -scored[key])[:limit]


def scores(view: Reader, source: str, queries: Sequence[tuple[str, Query]], limit: int) -> dict[int, float]:
    """The best score of each work by its key."""
    scored: dict[int, float] = {}
    for language, query in queries:
        searcher = view.shelves.get(shelf(TITLE, language))
        if searcher is not None:
            for score, key in hits(searcher, query, source, limit):
                scored[key] = max(score, scored.get(key, 0.0))
    return scored


def hits(searcher: Searcher, query: Query, source: str, limit: int) -> list[tuple[float, int]]:
    """Scores and keys of the works of one source, the weight of each taken into account."""
    found = candidates(searcher, "", query, [], limit=limit * 2)
    return [(one.score, one.key) for one in found if one.source == source_number(source)]
