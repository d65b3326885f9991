"""JSON: the documented shape of docs/downloads.md. Keys are added to it, never renamed or taken away."""

import json
from typing import Any

from legal.laws.formats.document import Column, Document, Place, Words


def write(document: Document) -> bytes:
    """The document as one JSON object, UTF-8, with nothing escaped that need not be."""
    return (json.dumps(shape(document), ensure_ascii=False, indent=1, default=str) + "\n").encode()


def shape(document: Document) -> dict[str, Any]:
    """The object `write` writes. Days are ISO 8601 or null where they are not known."""
    return {
        "law": {
            "jurisdiction": document.jurisdiction,
            "slug": document.slug,
            "kind": document.kind,
            "unit": document.unit,
            "number": document.number,
            "titles": document.titles,
            "original_language": document.original_language,
            "topics": document.topics,
            "adopted": document.first_adopted,
            "in_force": document.first_in_force,
            "repealed": document.repealed,
            "source": document.source,
        },
        "edition": {
            "slug": document.edition,
            "adopted": document.adopted,
            "in_force": document.in_force,
            "until": document.until,
            "standing": document.standing,
            "amended_by": document.amended_by,
        },
        "texts": [_column(column) for column in document.columns],
        "statement": {fact.label: fact.value for fact in document.facts},
        "permalink": document.permalink,
        "made": document.made,
        "provisions": [_place(document, place) for place in document.places],
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "language": column.language,
        "tag": column.tag,
        "title": column.title,
        "status": column.status,
        "sources": column.sources,
    }


def _place(document: Document, place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "kind": place.kind,
        "number": place.number,
        "parent": None if place.parent is None else document.places[place.parent].path,
        "texts": {
            language: _words(place.texts[language]) for language in document.languages if language in place.texts
        },
    }


def _words(words: Words) -> dict[str, Any]:
    return {
        "label": words.label,
        "heading": words.heading,
        "body": words.body,
        "status": words.status,
        "source": words.source,
        "translates_earlier_wording": words.earlier,
    }
