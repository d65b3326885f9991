"""The pieces of WordprocessingML a law is made of. A code of 1,260 articles has thousands: they are made directly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from legal.laws.formats.characters import for_xml

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
RIGHT: Final = "rtl"
TEXT_WIDTH: Final = 9354  # twentieths of a point: A4 less its margins
NAMES: Final = {"w": nsmap["w"]}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its paragraphs."""

    paragraphs: Sequence[etree._Element]


def element(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """A `w:` element with `w:` attributes."""
    made: etree._Element = OxmlElement(f"w:{name}", {qn(f"w:{key}"): value for key, value in attributes.items()})
    made.extend(children)
    return made


def paragraph(style: str, runs: Iterable[etree._Element], direction: str = "ltr") -> etree._Element:
    """A paragraph in a style, by the style's name."""
    properties = element("pPr", element("pStyle", val=style.replace(" ", "")))
    if direction == RIGHT:
        properties.append(element("bidi"))
    return element("p", properties, *runs)


def run(text: str, tag: str, direction: str = "ltr", *, bold: bool = False) -> etree._Element:
    """A run of text in one language, which its `w:lang` names for each kind of script in it."""
    properties = element("rPr")
    if bold:
        properties.append(element("b"))
    if direction == RIGHT:
        properties.append(element("rtl"))
    properties.append(_language(tag, direction))
    words = element("t")
    words.set(SPACE, "preserve")
    words.text = for_xml(text)
    return element("r", properties, words)


def field(code: str) -> list[etree._Element]:
    """The runs of a field Word fills in, such as PAGE."""
    instruction = element("instrText")
    instruction.set(SPACE, "preserve")
    instruction.text = f" {code} "
    shown = element("t")
    shown.text = "1"
    marks = {kind: element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")}
    return [marks["begin"], element("r", instruction), marks["separate"], element("r", shown), marks["end"]]


def table(rows: Sequence[etree._Element], *, widths: Sequence[int]) -> etree._Element:
    """A table as wide as the text, its columns in the proportion of `widths`."""
    columns = [str(TEXT_WIDTH * width // sum(widths)) for width in widths]
    properties = element(
        "tblPr",
        element("tblW", w=str(TEXT_WIDTH), type="dxa"),
        element("tblLayout", type="fixed"),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in columns))
    return element("tbl", properties, grid, *rows)


def row(cells: Iterable[Cell]) -> etree._Element:
    """A row that may break over pages; an empty cell has the empty paragraph Word insists on."""
    return element("tr", *(element("tc", *(cell.paragraphs or [paragraph("Law", [])])) for cell in cells))


def _language(tag: str, direction: str) -> etree._Element:
    if tag.startswith("zh"):
        return element("lang", eastAsia="zh-TW" if "Hant" in tag else "zh-CN", val="en-US")
    if direction == RIGHT:
        return element("lang", bidi=tag, val="en-US")
    return element("lang", val=tag, eastAsia="zh-CN")
