"""Plain text, UTF-8: the statement, then the law; languages beside one another follow one another at each place."""

from collections.abc import Iterator

from legal.laws.formats.document import Column, Document, Place, Words
from legal.laws.kinds import ProvisionKind

HEADINGS = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX})
RULE = "―" * 30


def write(document: Document) -> bytes:
    """The document as text with lines ended by \\n and a blank line between places."""
    blocks = [*_statement(document), RULE, *(block for place in document.places for block in _place(document, place))]
    return ("\n\n".join(blocks) + "\n").encode()


def _statement(document: Document) -> Iterator[str]:
    titles = dict.fromkeys([document.title, *(column.title for column in document.columns if column.title)])
    yield "\n".join(titles)
    yield "\n".join(fact.line for fact in document.facts)


def _place(document: Document, place: Place) -> Iterator[str]:
    for column in document.columns:
        words = place.texts.get(column.language)
        if words:
            yield _words(document, place, column, words)
        elif place.name:
            yield f"[{place.name}] {column.missing}"


def _words(document: Document, place: Place, column: Column, words: Words) -> str:
    mark = document.mark(words, column)
    printed = f"[{mark}]\n{words.printed}" if mark else words.printed
    return f"\n{printed}" if place.kind in HEADINGS else printed
