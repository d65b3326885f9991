"""What is like a document: the nearest on the shelves where it stands, over all its languages together."""

from collections.abc import Mapping
from typing import Final

from tantivy import Query, Searcher

from portal.search.documents import Document
from portal.search.ranking import candidates
from portal.search.reading import Reader, read
from portal.search.schema import schema, shelf, source_number, tokenized

# Words that tell a document from others: so many at most, each in two documents at least, and in a fifth at most.
MOST_WORDS: Final = 25
LEAST_DOCUMENTS: Final = 2
SHARE_OF_ALL: Final = 5
# In a small collection nearly every word is in a fifth of it.
FEW: Final = 20
# More are looked at than shown, since what is near in two languages is nearer than its place in either.
LOOKED_AT: Final = 4


def similar(source: str, document: Document, limit: int) -> list[int]:
    """The keys of the documents most like this one, which stands apart; the likest first, without itself."""
    found = read(lambda view: scores(view, source, document, limit)) or {}
    found.pop(document.key, None)
    return sorted(found, key=lambda key: (-found[key], key))[:limit]


def scores(view: Reader, source: str, document: Document, limit: int) -> dict[int, float]:
    """How like each document is: its score in each language as a share of the best there, added up."""
    total: dict[int, float] = {}
    for language, text in document.texts.items():
        searcher = view.shelves.get(shelf(document.apart, language))
        if searcher is not None:
            for key, share in shares(searcher, source, tokenized({"text": text}, language), limit).items():
                total[key] = total.get(key, 0.0) + share
    return total


def shares(searcher: Searcher, source: str, words: Mapping[str, str], limit: int) -> dict[int, float]:
    """The nearest on one shelf, each with its share of the best score."""
    query = Query.more_like_this_document_fields_query(
        schema(),
        {"text": [words["text"]]},
        min_doc_frequency=LEAST_DOCUMENTS,
        max_doc_frequency=max(FEW, searcher.num_docs // SHARE_OF_ALL),
        min_term_frequency=1,
        max_query_terms=MOST_WORDS,
    )
    found = candidates(searcher, "", query, [], limit=limit * LOOKED_AT)
    best = max((one.score for one in found), default=1.0)
    return {one.key: one.score / best for one in found if one.source == source_number(source)}
