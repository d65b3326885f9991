"""DOCX: real headings, each run tagged with its language, permalink and page numbers on every page."""

import io
from collections.abc import Iterable
from typing import Final

import docx
from docx.document import Document as File
from lxml import etree

from legal.laws.formats import word_frame
from legal.laws.formats.document import Column, Document, Place, Words
from legal.laws.formats.word_parts import Cell, paragraph, row, run, table
from legal.laws.kinds import ProvisionKind

DEEPEST: Final = 5
HEADINGS: Final = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX})


def write(document: Document) -> bytes:
    """The document as a DOCX file."""
    file = docx.Document()
    word_frame.frame(file, document)
    body = file.element.body
    end = body.sectPr
    for element in (*_front(document), *_text(document)):
        end.addprevious(element)
    return _bytes(file)


def _bytes(file: File) -> bytes:
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _front(document: Document) -> Iterable[etree._Element]:
    yield paragraph("Title", [run(document.title, document.reader)])
    for column in document.columns:
        if column.title and column.title != document.title:
            yield paragraph("Subtitle", [run(column.title, column.tag, column.direction)])
    yield table(
        [
            row(
                [
                    Cell([paragraph("Facts", [run(fact.label, document.reader, bold=True)])]),
                    Cell([paragraph("Facts", [run(fact.value, document.reader)])]),
                ]
            )
            for fact in document.facts
        ],
        widths=(1, 3),
    )
    yield paragraph("Facts", [])


def _text(document: Document) -> Iterable[etree._Element]:
    if len(document.columns) == 1:
        for place in document.places:
            yield from _place(document, place, document.columns[0])
        return
    rows = []
    for place in document.places:
        cells = [Cell(list(_place(document, place, column))) for column in document.columns]
        if any(cell.paragraphs for cell in cells):
            rows.append(row(cells))
    yield table(rows, widths=(1,) * len(document.columns))


def _place(document: Document, place: Place, column: Column) -> Iterable[etree._Element]:
    words = place.texts.get(column.language)
    if words is None:
        if place.name:
            yield paragraph("Mark", [run(f"[{place.name}] {column.missing}", document.reader)])
        return
    mark = document.mark(words, column)
    if mark:
        yield paragraph("Mark", [run(mark, document.reader)])
    if place.kind in HEADINGS:
        yield from _heading(place, words, column)
    elif place.kind is ProvisionKind.ARTICLE:
        yield from _article(place, words, column)
    else:
        yield from _lines("Signature" if place.kind is ProvisionKind.SIGNATURE else "Law", words.printed, column)


def _heading(place: Place, words: Words, column: Column) -> Iterable[etree._Element]:
    title = " ".join(part for part in (words.label, words.caption) if part)
    if title:
        level = min(place.depth + 1, DEEPEST)
        yield paragraph(f"Heading {level}", [run(title, column.tag, column.direction)], column.direction)
    yield from _lines("Law", words.body, column)


def _article(place: Place, words: Words, column: Column) -> Iterable[etree._Element]:
    """Label and heading are a heading of their own, so that Word's navigation finds every article."""
    title = " ".join(part for part in (words.label, words.caption) if part)
    yield paragraph("Article", [run(title, column.tag, column.direction)], column.direction)
    yield from _lines("Law", words.body, column)


def _lines(style: str, text: str, column: Column) -> Iterable[etree._Element]:
    for line in text.split("\n"):
        if line.strip():
            yield paragraph(style, [run(line, column.tag, column.direction)], column.direction)
