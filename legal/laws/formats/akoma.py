"""Akoma Ntoso 3.0: an act with its hierarchy, annexes as attachments, and what each text is worth in `proprietary`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from legal.laws.formats import akoma_meta
from legal.laws.formats.akoma_meta import XML_LANG, child, eid
from legal.laws.formats.characters import for_xml
from legal.laws.formats.document import Document, Place
from legal.laws.kinds import ArticleUnit, ProvisionKind

HIERARCHY: Final = {
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chapter",
    ProvisionKind.SECTION: "section",
    ProvisionKind.ARTICLE: "article",
    ProvisionKind.PARAGRAPH: "paragraph",
}
PREFACE: Final = frozenset({ProvisionKind.TITLE, ProvisionKind.NOTE})
PREAMBLE: Final = frozenset({ProvisionKind.PREAMBLE})
CONCLUSIONS: Final = frozenset({ProvisionKind.SIGNATURE, ProvisionKind.NOTE})


def write(document: Document) -> bytes:
    """The document as an XML file, UTF-8; it validates against the schema of the standard."""
    root = akoma_meta.root()
    act = child(root, "act", name=document.kind)
    akoma_meta.describe(act, document)
    Writer(document).act(act)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


class Writer:
    """Writes the places of one document into elements."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.children: defaultdict[int | None, list[int]] = defaultdict(list)
        for index, place in enumerate(document.places):
            self.children[place.parent].append(index)

    def act(self, act: etree._Element) -> None:
        """Preface, preamble, body, conclusions and attachments, each where there is something to go in."""
        text, annexes = self._annexes()
        start, end = 0, len(text)
        for name, kinds in (("preface", PREFACE), ("preamble", PREAMBLE)):
            first = start
            while start < end and self._fits(text[start], kinds):
                start += 1
            self._blocks(act, name, text[first:start])
        while end > start and self._fits(text[end - 1], CONCLUSIONS):
            end -= 1
        self._body(child(act, "body"), text[start:end])
        self._blocks(act, "conclusions", text[end:])
        if annexes:
            attachments = child(act, "attachments")
            for annex in annexes:
                self._attachment(attachments, annex)

    def _annexes(self) -> tuple[list[int], list[list[int]]]:
        """The places at the top, parted into the text and its annexes; what follows an annex goes with it."""
        text: list[int] = []
        annexes: list[list[int]] = []
        for index in self.children[None]:
            if self._place(index).kind is ProvisionKind.ANNEX:
                annexes.append([])
            (annexes[-1] if annexes else text).append(index)
        return text, annexes

    def _place(self, index: int) -> Place:
        return self.document.places[index]

    def _fits(self, index: int, kinds: Iterable[ProvisionKind]) -> bool:
        return self._place(index).kind in kinds and not self.children[index]

    def _blocks(self, act: etree._Element, name: str, indexes: Sequence[int]) -> None:
        written = [index for index in indexes if self._place(index).texts]
        if written:
            element = child(act, name)
            for index in written:
                place = self._place(index)
                self._paragraphs(element, place, whole=True)

    def _body(self, body: etree._Element, indexes: Iterable[int]) -> None:
        for index in indexes:
            self._hierarchy(body, index)
        if not len(body):
            # The schema wants something in a body.
            empty = child(body, "hcontainer", eId="empty", name="empty")
            child(child(empty, "content"), "p")

    def _hierarchy(self, parent: etree._Element, index: int) -> None:
        place = self._place(index)
        below = self.children[index]
        if not below and not place.texts:
            return
        element = self._element(parent, place)
        self._title(element, place)
        printed = any(words.body for words in place.texts.values())
        if below and printed:
            self._paragraphs(child(element, "intro"), place)
        for one in below:
            self._hierarchy(element, one)
        if not below:
            content = child(element, "content")
            self._paragraphs(content, place)
            if not len(content):
                child(content, "p")

    def _element(self, parent: etree._Element, place: Place) -> etree._Element:
        name = HIERARCHY.get(place.kind)
        if place.kind is ProvisionKind.ARTICLE and self.document.unit is ArticleUnit.SECTION:
            name = "section"
        if name:
            return child(parent, name, eId=eid(place.path))
        return child(parent, "hcontainer", eId=eid(place.path), name=place.kind)

    def _title(self, element: etree._Element, place: Place) -> None:
        for name in ("num", "heading"):
            said = self._said(place, "label" if name == "num" else "heading")
            if said:
                tag = child(element, name, eId=f"{eid(place.path)}__{name}")
                self._inline(tag, said)

    def _said(self, place: Place, field: str) -> list[tuple[str, str]]:
        columns = ((column.tag, place.texts.get(column.language)) for column in self.document.columns)
        return [(tag, text) for tag, words in columns if words and (text := getattr(words, field))]

    def _inline(self, element: etree._Element, said: Sequence[tuple[str, str]]) -> None:
        if len(said) == 1:
            element.set(XML_LANG, said[0][0])
            element.text = for_xml(said[0][1])
            return
        for tag, text in said:
            span = child(element, "span")
            span.set(XML_LANG, tag)
            span.text = for_xml(text)

    def _paragraphs(self, element: etree._Element, place: Place, *, whole: bool = False) -> None:
        """The body of a place, or all that is printed there, a `p` each paragraph and language."""
        for column in self.document.columns:
            words = place.texts.get(column.language)
            printed = (words.printed if whole else words.body) if words else ""
            for line in printed.split("\n"):
                if line:
                    paragraph = child(element, "p", **({"class": str(place.kind)} if whole else {}))
                    paragraph.set(XML_LANG, column.tag)
                    paragraph.text = for_xml(line)

    def _attachment(self, attachments: etree._Element, indexes: Sequence[int]) -> None:
        annex = self._place(indexes[0])
        name = eid(annex.path)
        attachment = child(attachments, "attachment", eId=name)
        self._title(attachment, annex)
        doc = child(attachment, "doc", name="annex")
        akoma_meta.identify(doc, self.document, component=name)
        body = child(doc, "mainBody")
        if annex.texts:
            self._paragraphs(body, annex)
        for index in (*self.children[indexes[0]], *indexes[1:]):
            self._hierarchy(body, index)
        if not len(body):
            child(body, "p")
