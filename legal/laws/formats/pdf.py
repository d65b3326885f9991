"""PDF: set by typst, with selectable text, bookmarks to every article, and fonts cut down to what is used."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from legal.laws.formats.characters import GETA, for_print
from legal.laws.formats.document import Column, Document, Place, Words
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.laws.kinds import ProvisionKind

TEMPLATE: Final = Path(__file__).with_name("law.typ")
KINDS: Final = {
    ProvisionKind.TITLE: "title",
    ProvisionKind.PART: "heading",
    ProvisionKind.CHAPTER: "heading",
    ProvisionKind.SECTION: "heading",
    ProvisionKind.ANNEX: "heading",
    ProvisionKind.ARTICLE: "article",
    ProvisionKind.SIGNATURE: "signature",
}
# Contents are worth a page from this many headings on.
HEADINGS_FOR_CONTENTS: Final = 4
# What typst is told of a language it would not break lines for by itself.
REGIONS: Final = {"zh-Hans": ("zh", "CN", "hans"), "zh-Hant": ("zh", "TW", "hant")}

Clean = Callable[[str], str]


def write(document: Document) -> bytes:
    """The document as a PDF file."""
    return typeset(TEMPLATE, law=matter(document))


def matter(document: Document) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known = covered()
    replaced = False

    def clean(text: str) -> str:
        nonlocal replaced
        printed = for_print(text, known)
        replaced = replaced or printed.count(GETA) > text.count(GETA)
        return printed

    headings = sum(KINDS.get(place.kind) == "heading" for place in document.places)
    given = {
        "title": clean(document.title),
        "titles": [
            (number, clean(column.title))
            for number, column in enumerate(document.columns)
            if column.title and column.title != document.title
        ],
        "running": [clean(document.short_title or document.title), clean(document.running)],
        "site": clean(document.site),
        "made": [document.made.year, document.made.month, document.made.day],
        "permalink": document.permalink,
        "address": clean(document.permalink),
        "reader": _language(document.reader, "ltr"),
        "facts": [[clean(fact.label), clean(fact.value)] for fact in document.facts],
        "contents": clean(document.contents) if headings >= HEADINGS_FOR_CONTENTS else "",
        "columns": [_language(column.tag, column.direction) for column in document.columns],
        "places": [_place(document, place, clean) for place in document.places],
    }
    return given | {"unprintable": clean(document.unprintable % {"mark": GETA}) if replaced else ""}


def _language(tag: str, direction: str) -> dict[str, Any]:
    language, region, script = REGIONS.get(tag, (tag.split("-")[0], None, None))
    return {
        "lang": language,
        "region": region,
        "script": script,
        "direction": direction,
        "han": language == "zh",
    }


def _place(document: Document, place: Place, clean: Clean) -> dict[str, Any]:
    return {
        "kind": KINDS.get(place.kind, "text"),
        "level": min(place.depth + 1, 6),
        "cells": [_cell(document, place, column, clean) for column in document.columns],
    }


def _cell(document: Document, place: Place, column: Column, clean: Clean) -> dict[str, Any] | None:
    words = place.texts.get(column.language)
    if words is None:
        return {"mark": clean(f"[{place.name}] {column.missing}"), "missing": True} if place.name else None
    return _words(place, words, clean) | {"mark": clean(document.mark(words, column)), "missing": False}


def _words(place: Place, words: Words, clean: Clean) -> dict[str, Any]:
    kind = KINDS.get(place.kind)
    if kind == "heading":
        title = " ".join(part for part in (words.label, words.caption) if part)
        return {"title": clean(title), "paragraphs": [clean(line) for line in words.paragraphs]}
    if kind == "article":
        return {
            "title": clean(words.label),
            "caption": clean(words.caption),
            "paragraphs": [clean(line) for line in words.paragraphs],
        }
    return {"paragraphs": [clean(line) for line in words.printed.split("\n") if line.strip()]}
