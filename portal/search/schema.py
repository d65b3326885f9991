"""The fields of the index, and how a document is written into them."""

import datetime
import zlib
from collections.abc import Iterable
from functools import cache
from typing import Final

import tantivy

from portal.languages import TEXTS
from portal.search.analysis import HAN_RUN, analyzer, han_tokens, normalise
from portal.search.documents import FACETS, Document

# Raised whenever the fields or their analysis change: an index of another format is built again.
FORMAT: Final = 1
FIRST_DAY: Final = 0
LAST_DAY: Final = 10_000_000
OTHER: Final = "other"
FIELDS: Final = (*TEXTS, OTHER)
# Editions that have had their day stand in fields of their own: a search of the day's law needs no filter to pass them by,
# which would keep Tantivy from skipping what cannot reach the top, and their repetitions do not make a word seem common.
NOW: Final = ""
PAST: Final = "past_"
NUMBERS: Final = ("id", "key", "source", "place", "wording", "since", "until", "dated", "whole")


@cache
def schema() -> tantivy.Schema:
    """A field a language for the words, one for the heading, one for the chain of headings above; then the facets."""
    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        tokens = "blank" if name == "zh" else name
        builder.add_text_field(f"{name}_title", tokenizer_name=tokens, index_option="freq")
        for era in (NOW, PAST):
            builder.add_text_field(f"{era}{name}", tokenizer_name=tokens, index_option="position")
            builder.add_text_field(f"{era}{name}_heading", tokenizer_name=tokens, index_option="freq")
            builder.add_text_field(f"{era}{name}_chain", tokenizer_name=tokens, index_option="freq")
    for era in (NOW, PAST):
        builder.add_text_field(f"{era}zh_letter", tokenizer_name="blank", index_option="freq")
    builder.add_text_field("owner", tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=name in {"id", "dated"}, fast=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> tantivy.Index:
    """Tell an opened index how its fields are analysed: Tantivy keeps the names only."""
    blank = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("blank", blank)
    for name in FIELDS:
        if name != "zh":
            index.register_tokenizer(name, analyzer(name))
    return index


def number(text: str) -> int:
    """A number that stands for a text in a fast field; 0 for none."""
    return (zlib.crc32(text.encode()) << 32 | zlib.adler32(text.encode())) if text else 0


def owner_term(source: str, owner: int) -> str:
    """The term all documents of one change key share, by which they are deleted."""
    return f"{source}:{owner}"


def tantivy_document(source: str, document: Document, today: datetime.date) -> tantivy.Document:
    """The document as Tantivy takes it; one that by today has had its day, has had it for good."""
    made = tantivy.Document()
    made.add_text("owner", owner_term(source, document.owner))
    if document.whole:
        add_title(made, document)
    else:
        add_words(made, document, PAST if document.until and document.until <= today else NOW)
    for facet, values in document.facets.items():
        for value in values:
            made.add_text(facet, value)
    numbers = {
        "id": number(f"{source}:{int(document.whole)}:{document.key}"),
        "key": document.key,
        "source": number(source),
        "place": number(document.place),
        "wording": number(document.wording),
        "since": document.since.toordinal() if document.since else FIRST_DAY,
        "until": document.until.toordinal() if document.until else LAST_DAY,
        "dated": int(document.dated),
        "whole": int(document.whole),
    }
    for name, value in numbers.items():
        made.add_unsigned(name, value)
    made.add_float("weight", document.weight)
    return made


def add_title(made: tantivy.Document, document: Document) -> None:
    """A work is found by its names alone."""
    for language, text in document.texts.items():
        add_text(made, field(language), "_title", normalise(text))


def add_words(made: tantivy.Document, document: Document, era: str) -> None:
    """Write each text into the field of its language; a heading counts as text too, so that phrases may reach into it."""
    for suffix, texts in (("_heading", document.headings), ("_chain", document.chains)):
        for language, text in texts.items():
            if text:
                add_text(made, era + field(language), suffix, normalise(text))
    for language, text in document.texts.items():
        heading = document.headings.get(language, "")
        words = normalise(f"{heading}\n{text}" if heading else text)
        add_text(made, era + field(language), "", words)
        if language == "zh":
            made.add_text(f"{era}zh_letter", " ".join(letters(words)))


def add_text(made: tantivy.Document, name: str, suffix: str, words: str) -> None:
    """Chinese goes in as bigrams made here, another text as it is for the field's own tokenizer."""
    made.add_text(f"{name}{suffix}", " ".join(han_tokens(words)) if name.endswith("zh") else words)


def field(language: str) -> str:
    """The field a language is kept in; those that are none of ours share one, word by word."""
    return language if language in TEXTS else OTHER


def letters(text: str) -> Iterable[str]:
    """Each Chinese character of normalised text."""
    return "".join(HAN_RUN.findall(text))
