"""What stands around a law in Word: page, styles, header and footer, properties."""

import datetime
from typing import Final

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from legal.laws.formats.characters import for_xml
from legal.laws.formats.document import Document
from legal.laws.formats.word_parts import TEXT_WIDTH, element, field, run

SERIF: Final = "Times New Roman"
SANS: Final = "Arial"
# What Windows, macOS and LibreOffice all find or replace well.
SONG: Final = "SimSun"
HEI: Final = "SimHei"
INK: Final = RGBColor(0x1A, 0x1A, 0x1A)
QUIET: Final = RGBColor(0x55, 0x55, 0x55)
HEADING_SIZES: Final = (16, 14, 13, 12, 11.5)


def frame(file: File, document: Document) -> None:
    """Set up an empty file for a document."""
    _page(file)
    _styles(file)
    _edges(file, document)
    properties = file.core_properties
    properties.title = for_xml(document.title)[:250]
    properties.author = document.site
    properties.subject = for_xml(document.running)[:250]
    properties.comments = document.permalink[:250]
    properties.language = ", ".join(column.tag for column in document.columns)
    properties.created = properties.modified = datetime.datetime.combine(document.made, datetime.time())


def _page(file: File) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22.5)
    section.top_margin = section.bottom_margin = Mm(25)


def _styles(file: File) -> None:
    normal = file.styles["Normal"]
    _font(normal, SERIF, SONG, 11)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.25
    for level, size in enumerate(HEADING_SIZES, start=1):
        heading = file.styles[f"Heading {level}"]
        _font(heading, SANS, HEI, size)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14), Pt(6)
        heading.paragraph_format.keep_with_next = True
    _font(file.styles["Title"], SANS, HEI, 22)
    _font(file.styles["Subtitle"], SANS, HEI, 14)
    _added(file, "Law", "Normal", 11)
    article = _added(file, "Article", "Normal", 11)
    article.font.bold = True
    article.paragraph_format.keep_with_next = True
    article.paragraph_format.space_before = Pt(8)
    # Word's navigation shows what has an outline level: the articles, below the deepest heading.
    article.element.get_or_add_pPr().append(element("outlineLvl", val=str(len(HEADING_SIZES))))
    facts = _added(file, "Facts", "Normal", 9.5)
    facts.paragraph_format.space_after = Pt(1)
    mark = _added(file, "Mark", "Normal", 9)
    mark.font.color.rgb = QUIET
    mark.paragraph_format.keep_with_next = True
    signature = file.styles["Signature"] if "Signature" in file.styles else _added(file, "Signature", "Normal", 11)
    signature.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _added(file: File, name: str, base: str, size: float) -> ParagraphStyle:
    style: ParagraphStyle = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles[base]
    style.font.size = Pt(size)
    return style


def _font(style: ParagraphStyle, western: str, eastern: str, size: float) -> None:
    """Fonts by name for each script; no slant: Chinese has none. Names of a theme would win over ours and go."""
    style.font.name, style.font.size = western, Pt(size)
    style.font.italic = False
    style.font.color.rgb = INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    for script, name in (("ascii", western), ("hAnsi", western), ("cs", western), ("eastAsia", eastern)):
        fonts.set(qn(f"w:{script}"), name)


def _edges(file: File, document: Document) -> None:
    section = file.sections[0]
    names = document.short_title or document.title
    header = section.header.paragraphs[0]
    footer = section.footer.paragraphs[0]
    for edge, left, right in (
        (header, [run(names, document.reader)], [run(document.running, document.reader)]),
        (footer, [run(document.permalink, "en")], [*field("PAGE"), run(" / ", "en"), *field("NUMPAGES")]),
    ):
        edge.paragraph_format.tab_stops.clear_all()
        properties = edge._p.get_or_add_pPr()
        properties.append(element("tabs", element("tab", val="right", pos=str(TEXT_WIDTH))))
        edge._p.extend([*left, element("r", element("tab")), *right])
    for name in ("Header", "Footer"):
        _font(file.styles[name], SERIF, SONG, 8.5)
