import io

import docx
from docx.oxml.ns import qn

from legal.laws.formats import word
from legal.laws.kinds import ProvisionKind, TextStatus
from tests.legal.laws.formats.factories import PERMALINK, article, column, document, place, words

Kind = ProvisionKind


def read(*places, **changes):
    return docx.Document(io.BytesIO(word.write(document(*places, **changes))))


def law(file):
    """The paragraphs after the statement, with their styles."""
    return [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs if paragraph.text]


def languages(paragraph):
    tags = (run._r.rPr.find(qn("w:lang")) for run in paragraph.runs)
    return [{key.rpartition("}")[2]: value for key, value in tag.attrib.items()} for tag in tags]


def test_file_begins_with_titles_and_the_statement():
    file = read(columns=(column("zh", title="民法典"), column("en", title="Civil Code")))

    assert law(file) == [("Title", "Civil Code"), ("Subtitle", "民法典")]
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [
        ["Status", "In force"],
        ["Permalink", PERMALINK],
    ]


def test_headings_are_real_and_articles_lie_below_them():
    file = read(
        place(Kind.PART, "part-1", zh=words(label="第一编", heading="总则")),
        place(Kind.CHAPTER, "part-1/chapter-1", 0, 1, zh=words("引言", label="第一章")),
        place(Kind.ARTICLE, "article-1", 1, 2, zh=words("甲\n\n乙", label="第一条", heading="（目的）")),
        place(Kind.PARAGRAPH, "paragraph-1", zh=words("丙", label="一、")),
        place(Kind.SECTION, "section-9", zh=words()),
        place(Kind.SIGNATURE, "signature", zh=words("签")),
    )

    assert law(file) == [
        ("Title", "Civil Code"),
        ("Heading 1", "第一编 总则"),
        ("Heading 2", "第一章"),
        ("Law", "引言"),
        ("Article", "第一条 目的"),
        ("Law", "甲"),
        ("Law", "乙"),
        ("Law", "一、 丙"),
        ("Signature", "签"),
    ]


def test_every_run_names_its_language():
    file = read(article("1", zh=words("甲")))
    traditional = read(article("1", **{"zh-Hant": words("甲")}), columns=(column("zh-Hant"),))
    russian = read(article("1", ru=words("А")), columns=(column("ru"),))

    assert [languages(one.paragraphs[-1]) for one in (file, traditional, russian)] == [
        [{"eastAsia": "zh-CN", "val": "en-US"}],
        [{"eastAsia": "zh-TW", "val": "en-US"}],
        [{"eastAsia": "zh-CN", "val": "ru"}],
    ]


def test_text_from_the_right_runs_from_the_right():
    file = read(article("1", ur=words("انسانی حقوق")), columns=(column("ur", direction="rtl"),))

    last = file.paragraphs[-1]
    assert languages(last) == [{"bidi": "ur", "val": "en-US"}]
    assert (last._p.pPr.find(qn("w:bidi")) is not None, last.runs[0].font.rtl) == (True, True)


def test_fonts_are_named_for_every_script():
    file = read()

    fonts = file.styles["Normal"].element.rPr.rFonts
    assert {key.rpartition("}")[2]: value for key, value in fonts.attrib.items()} == {
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "cs": "Times New Roman",
        "eastAsia": "SimSun",
    }


def test_languages_stand_side_by_side():
    both = article("1", zh=words("甲", label="第一条"), ru=words("А", label="Статья 1."))
    note = place(Kind.NOTE, "note-1", zh=words("注"))
    nothing = place(Kind.NOTE, "note-2")

    file = read(both, note, nothing, article("2", zh=words("乙")), columns=(column("zh"), column("ru")))

    assert [[cell.text for cell in row.cells] for row in file.tables[1].rows] == [
        ["第一条\n甲", "Статья 1.\nА"],
        ["注", ""],
        ["\n乙", "[Article 2] No text in Russian."],
    ]


def test_text_of_another_status_is_marked():
    file = read(article("1", zh=words("甲", label="第一条", status=TextStatus.DIGEST)))

    assert law(file)[1:] == [("Mark", "digest"), ("Article", "第一条"), ("Law", "甲")]


def test_every_page_carries_name_edition_permalink_and_number():
    section = read(article("1", zh=words("甲"))).sections[0]

    assert section.header.paragraphs[0].text == "Code\tEdition of 2021"
    assert section.footer.paragraphs[0].text == f"{PERMALINK}\t1 / 1"
    assert [element.text for element in section.footer._element.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


def test_header_has_the_title_where_there_is_no_short_one():
    section = read(short_title="").sections[0]

    assert section.header.paragraphs[0].text == "Civil Code\tEdition of 2021"


def test_properties_tell_what_it_is():
    properties = read(columns=(column("zh"), column("ru"))).core_properties

    assert (properties.title, properties.author, properties.language, properties.comments) == (
        "Civil Code",
        "Law Wisdom Valley",
        "zh-Hans, ru",
        PERMALINK,
    )


def test_hostile_text_stays_text():
    file = read(article("1", zh=words("</w:t>\x01<w:p>&", label="\x02{=1+1}")), title="\x03<b>")

    assert law(file) == [("Title", "<b>"), ("Article", "{=1+1}"), ("Law", "</w:t><w:p>&")]
