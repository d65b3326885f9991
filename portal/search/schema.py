"""The shelves of the index, their fields, and how a document is put on them."""

import datetime
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

import tantivy

from portal.languages import TEXTS
from portal.search.analysis import analyzer, normalise, tokens_and_letters
from portal.search.documents import FACETS, Document

# Raised whenever the fields or their analysis change: an index of another format is built again.
FORMAT: Final = 4
FIRST_DAY: Final = 0
LAST_DAY: Final = 10_000_000

# Each language has a shelf of its own, a small index, for editions of the day, for past ones, and for titles. In one
# index with a field a language, BM25 takes the mean length of a text and the rarity of a word over all documents, those
# without a word of the language too: measured, articles in Russian were then found half as often.
OTHER: Final = "other"
LANGUAGES: Final = (*TEXTS, OTHER)
NOW: Final = "now"
PAST: Final = "past"
TITLE: Final = "title"
NUMBERS: Final = ("id", "work", "place", "wording", "spoken", "since", "until", "dated", "days")
# Numbers that share one field, since each field that is read takes its time: so many bits for each but the first.
KEY_BITS: Final = 47
DAY_BITS: Final = 24
DATED_BITS: Final = 2
# What is in force on no day is neither dated nor of a day unknown.
DATELESS: Final = 2
# The shelves of editions and titles; every other part stands apart.
PARTS: Final = frozenset({NOW, PAST, TITLE})


@cache
def schema() -> tantivy.Schema:
    """The words, the heading, the headings above, single characters; then what a search is narrowed and ordered by."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="words", index_option="position")
    for name in ("heading", "chain"):
        builder.add_text_field(name, tokenizer_name="words", index_option="freq")
    builder.add_text_field("letter", tokenizer_name="blank", index_option="freq")
    # Words of a title without stems, to complete what is being typed.
    builder.add_text_field("word", tokenizer_name=OTHER, index_option="freq")
    for name in ("owner", "name"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=name in {"id", "dated"}, fast=True)
    builder.add_float_field("weight", fast=True)
    return builder.build()


def register_tokenizers(index: tantivy.Index, language: str) -> tantivy.Index:
    """Tell an opened shelf how its texts are analysed: Tantivy keeps the names only."""
    blank = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("blank", blank)
    index.register_tokenizer(OTHER, analyzer(OTHER))
    index.register_tokenizer("words", blank if language == "zh" else analyzer(language))
    return index


def shelf(part: str, language: str) -> str:
    """The shelf of a language; those that are none of ours share one, word by word."""
    return f"{part}-{language if language in TEXTS else OTHER}"


def number(text: str) -> int:
    """A number that stands for a text in a fast field; 0 for none."""
    written = text.encode()
    return (zlib.crc32(written) << 32 | zlib.adler32(written)) if text else 0


def identity(source: str, key: int, *, whole: bool) -> int:
    """What tells a document from all others: its source, whether it is a work, and its key."""
    return (source_number(source) << 1 | whole) << KEY_BITS | key


def source_number(source: str) -> int:
    return zlib.crc32(source.encode()) & 0x7FFF


def days(document: Document) -> int:
    """The days of a document from and until which it is in force, and whether the first is known."""
    since, until = first_day(document), last_day(document)
    return (since << DAY_BITS | until) << DATED_BITS | dated(document)


def dated(document: Document) -> int:
    return DATELESS if document.dated is None else int(document.dated)


def first_day(document: Document) -> int:
    return document.since.toordinal() if document.since else FIRST_DAY


def last_day(document: Document) -> int:
    return document.until.toordinal() if document.until else LAST_DAY


def spoken(languages: Iterable[str]) -> int:
    """A bit for each of our languages among these: which ones a passage can be read in."""
    return sum(1 << TEXTS.index(language) for language in set(languages).intersection(TEXTS))


def owner_term(source: str, owner: int) -> str:
    """The term all documents of one change key share, by which they are deleted."""
    return f"{source}:{owner}"


def shelved(source: str, document: Document, today: datetime.date) -> Iterator[tuple[str, tantivy.Document]]:
    """The document in each of its languages, with its shelf; what has had its day by today, has had it for good."""
    past = document.until is not None and document.until <= today
    part = TITLE if document.whole else document.apart or (PAST if past else NOW)
    frame = fields(source, document)
    for language, text in document.texts.items():
        heading = document.headings.get(language, "")
        chain = document.chains.get(language, "")
        # A heading counts as text too, so that phrases may reach into it.
        words = {"heading": heading, "chain": chain, "text": f"{heading}\n{text}" if heading else text}
        if document.whole and language != "zh":
            words["word"] = text
        yield shelf(part, language), tantivy.Document.from_dict({**frame, **tokenized(words, language)}, schema())


def tokenized(words: dict[str, str], language: str) -> dict[str, str]:
    """Chinese as bigrams and single characters made here, another text as it is for the tokenizer of its shelf."""
    if language != "zh":
        return {name: normalise(text) for name, text in words.items() if text}
    made = {name: repeated(text) for name, text in words.items() if text and name != "text"}
    tokens, letters = tokens_and_letters(normalise(words["text"]))
    return {**made, "text": " ".join(tokens), "letter": " ".join(letters)}


@lru_cache(maxsize=1024)
def repeated(text: str) -> str:
    """The bigrams of a heading, or of the headings above: those are the same for all articles of a chapter."""
    return " ".join(tokens_and_letters(normalise(text))[0])


def fields(source: str, document: Document) -> dict[str, object]:
    """What every copy of the document carries."""
    return {
        "owner": owner_term(source, document.owner),
        "name": list(document.names),
        **{facet: list(values) for facet, values in document.facets.items()},
        "id": identity(source, document.key, whole=document.whole),
        "work": number(owner_term(source, document.owner)),
        "place": number(document.place),
        "wording": number(document.wording),
        "spoken": spoken(document.texts),
        "since": first_day(document),
        "until": last_day(document),
        "dated": dated(document),
        "days": days(document),
        "weight": document.weight,
    }
