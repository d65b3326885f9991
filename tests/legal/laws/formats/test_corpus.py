"""Official texts through the writers: what nobody thought of stands in them."""

import io
import zipfile
from collections import Counter

import pytest
from lxml import etree

from legal.laws.formats import akoma, plain, word
from legal.laws.formats.document import Place, Words
from legal.laws.parsing.records import ParsedLaw
from legal.laws.parsing.tree import read_tree
from tests.legal.laws.formats.factories import column, document
from tests.legal.laws.formats.test_akoma import schema

pytestmark = pytest.mark.slow


def documents(path):
    for law in read_tree(path):
        if isinstance(law, ParsedLaw):
            for text in (text for edition in law.editions for text in edition.texts):
                yield document(
                    *(place(one, text) for one in text.provisions), columns=(column(text.language),), unit=law.unit
                )


def place(one, text):
    words = Words(one.label, one.heading, one.body, text.status)
    name = f"Article {one.number}" if one.kind == "article" else ""
    return Place(one.kind, one.number, name, one.path, one.depth, one.parent, {text.language: words})


def words_of(text):
    return Counter(text.split())


@pytest.mark.parametrize("folder", ["laws", "cn-national/司法解释", "cn-national/宪法相关法"])
def test_every_law_is_valid_akoma_ntoso_and_loses_no_word(corpus, folder):
    for one in documents(corpus / folder):
        act = etree.fromstring(akoma.write(one))
        schema().assertValid(act)

        body = act[0][1:]
        printed = " ".join(words.printed for place in one.places for words in place.texts.values())
        written = " ".join(text for part in body for text in texts(part))
        assert words_of(written) == words_of(akoma.for_xml(printed)), one.places[0].path


def test_every_law_is_a_word_file_and_a_text(corpus):
    for one in documents(corpus / "laws"):
        with zipfile.ZipFile(io.BytesIO(word.write(one))) as file:
            assert file.testzip() is None
        assert plain.write(one).decode().count("\n\n") >= len(one.places)


def texts(element):
    """The words of an element, those of an annex without the description of its own."""
    if element.tag.endswith("}meta"):
        return
    yield element.text or ""
    for child in element:
        yield from texts(child)
        yield child.tail or ""
