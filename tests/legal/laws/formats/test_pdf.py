import io
import unicodedata
from collections import Counter

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from legal.laws.formats import pdf
from legal.laws.formats.fonts import covered, fonts
from legal.laws.kinds import ProvisionKind, TextStatus
from tests.legal.laws.formats.factories import PERMALINK, article, column, document, place, words

Kind = ProvisionKind
# Han beyond the first plane and beyond every-day lists: names of places, persons and elements in statutes.
RARE_HAN = "𠮷𬭛𬬻𫓧㑇䶮龘爨氍毹⺮〇"
NEIGHBOURS = {
    "kk": "Қазақстан Республикасының азаматтары өз құқықтарын, ҰЛТ, Ғылым, іс, һәм, ән, үй, ңғ",
    "ky": "Кыргыз Республикасынын Өкмөтү, үй, өкүм, жаңы",
    "uz": "Oʻzbekiston Respublikasi Gʻijduvon maʼlumot ўқғҳ ЎҚҒҲ",
    "ru": "Статья 28¹. «Ёлка» № 5 — ст. 10, п. 2; 225¹⁰-¹",
    "en": "Section 17A — “quoted”, § 5; fi fl ffi 1½ £ €",
}


def lookup(*places, **changes):
    return PdfReader(io.BytesIO(pdf.write(document(*places, **changes))))


def text(reader):
    # Chinese lines are broken anywhere.
    return "\n".join(page.extract_text() for page in reader.pages)


def joined(reader):
    return "".join(text(reader).split())


def bookmarks(outline):
    return [bookmarks(entry) if isinstance(entry, list) else entry.title for entry in outline]


def test_pages_carry_name_edition_permalink_and_number():
    said = text(lookup(article("1", zh=words("甲", label="第一条"))))

    assert all(part in said for part in ("Code", "Edition of 2021", PERMALINK, "1 / 1"))


def test_statement_comes_first():
    reader = lookup(columns=(column("zh", title="民法典"), column("en", title="Civil Code")))

    assert joined(reader).startswith(f"CodeEditionof2021CivilCode民法典StatusInforcePermalink{PERMALINK}")


def test_properties_tell_what_it_is():
    reader = lookup()

    assert (reader.metadata.title, reader.metadata.author) == ("Civil Code", "Law Wisdom Valley")


@pytest.mark.parametrize(("language", "sentence"), NEIGHBOURS.items())
def test_text_of_every_neighbour_can_be_selected(language, sentence):
    reader = lookup(article("1", **{language: words(sentence, label="1")}), columns=(column(language),))

    assert "".join(sentence.split()) in joined(reader).replace("\u00ad", "").replace("-\n", "")
    assert unshown(reader) == Counter()


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "ru"])
def test_chinese_can_be_selected_rare_characters_too(language):
    sentence = f"“民法典”规定：{RARE_HAN}繁體國際"

    reader = lookup(article("1", **{language: words(sentence, label="第一条")}), columns=(column(language),))

    assert f"第一条{sentence}" in joined(reader)
    assert unshown(reader) == Counter()


@pytest.mark.parametrize(
    ("language", "sentence"), [("ur", "انسانی حقوق کا عالمی منشور"), ("ug", "ھەممە ئادەم تۇغۇلۇشتىنلا ئەركىن")]
)
def test_arabic_script_has_its_glyphs(language, sentence):
    reader = lookup(article("1", **{language: words(sentence)}), columns=(column(language, direction="rtl"),))

    assert unshown(reader) == Counter()


def test_letters_of_arabic_script_are_joined():
    """A letter between others has another shape than one by itself, and is another glyph."""
    joined = lookup(article("1", ur=words("ننن")), columns=(column("ur", direction="rtl"),))
    apart = lookup(article("1", ur=words("ن ن ن")), columns=(column("ur", direction="rtl"),))

    shapes = [len({code for font, code in glyphs(one) if "Naskh" in font}) for one in (joined, apart)]
    assert shapes[0] > shapes[1]


def test_bookmarks_lead_to_every_heading_and_article():
    reader = lookup(
        place(Kind.PART, "part-1", zh=words(label="第一编", heading="总则")),
        place(Kind.CHAPTER, "part-1/chapter-1", 0, 1, zh=words("引言", label="第一章")),
        place(Kind.ARTICLE, "article-1", 1, 2, zh=words("甲\n乙", label="第一条")),
        place(Kind.ARTICLE, "article-2", 1, 2, zh=words("丙", label="第二条", heading="（目的）")),
        place(Kind.ARTICLE, "article-3", 1, 2, zh=words(label="第三条")),
        place(Kind.ANNEX, "annex-1", zh=words(label="附件一")),
        place(Kind.SIGNATURE, "signature", zh=words("签", label="主席")),
    )

    assert bookmarks(reader.outline) == [
        "第一编 总则",
        ["第一章", ["第一条", "第二条", "第三条"]],
        "附件一",
    ]
    assert all(part in joined(reader) for part in ("第一条甲乙", "第二条目的丙", "主席签"))


def test_contents_are_given_where_they_help():
    few = lookup(place(Kind.CHAPTER, "chapter-1", zh=words(label="第一章")))
    many = lookup(*(place(Kind.CHAPTER, f"chapter-{n}", zh=words(label=f"第{n}章")) for n in range(1, 5)))

    assert ("Contents" in text(few), "Contents" in text(many)) == (False, True)


def test_languages_stand_side_by_side():
    both = article("1", zh=words("甲", label="第一条"), ru=words("Текст", label="Статья 1.", heading="Цель"))
    chapter = place(Kind.CHAPTER, "chapter-1", zh=words(label="第一章"), ru=words(label="Глава 1"))
    note = place(Kind.NOTE, "note-1", zh=words("注"))
    columns = (column("zh"), column("ru"))

    reader = lookup(chapter, both, note, article("2", zh=words("乙", label="第二条")), columns=columns)

    assert bookmarks(reader.outline) == ["第一章", "第一条", "第二条"]
    said = text(reader)
    assert all(part in said for part in ("Глава 1", "Статья 1. Цель", "Текст", "[Article 2] No text in Russian."))


def test_text_of_another_status_is_marked():
    said = text(lookup(article("1", zh=words("甲", status=TextStatus.MACHINE, earlier=True))))

    assert "machine · Translates an earlier wording of the original." in said


def test_character_no_font_has_is_shown_as_such_and_told():
    reader = lookup(article("1", zh=words("甲\ue723乙")))

    assert "甲〓乙" in joined(reader)
    assert "Characters without a font stand as 〓." in text(reader)
    assert unshown(reader) == Counter()


def test_glyph_of_nothing_is_found_by_these_tests():
    printed = typst.compile("甲\ue723乙".encode(), font_paths=fonts(), format="pdf")

    assert unshown(PdfReader(io.BytesIO(printed))).total() == 1


def test_mark_that_the_law_itself_prints_needs_no_explanation():
    assert "without a font" not in text(lookup(article("1", zh=words("甲〓乙"))))


@pytest.mark.parametrize(
    "hostile",
    [
        '#panic("no")',
        '#read("/etc/passwd")',
        "$x^2$ *bold* _it_ `raw` = heading",
        "</script> \\u{41} #let x = 1",
        '"] } #sys.version',
        "<label> @ref // comment /* more",
        "{{ 1 }} %(name)s {place}",
    ],
)
def test_hostile_text_stays_text(hostile):
    reader = lookup(
        article("1", en=words(hostile, label=hostile)), columns=(column("en", title=hostile),), title=hostile
    )

    assert "".join(hostile.split()) in joined(reader).replace("-\n", "")


def test_control_characters_and_turned_text_do_no_harm():
    reader = lookup(article("1", zh=words("甲\x01\u202e乙\x00丙\ufffe")))

    assert "甲乙丙" in joined(reader)


def test_machines_own_fonts_are_not_used():
    reader = lookup(article("1", zh=words("甲 A")))

    families = {name.split("+")[1].split("-")[0] for name in font_names(reader)}
    assert families <= {"NotoSerifSC", "NotoSansCJKsc", "LibertinusSerif", "NotoSerif", "NotoNaskhArabic"}


@pytest.mark.slow
def test_corpus_has_no_character_without_a_glyph_but_private_ones(corpus):
    """Every character of every official text is printed once, and looked for in the PDF."""
    characters = Counter()
    for file in [*corpus.rglob("*.md"), *corpus.rglob("*.txt")]:
        characters.update(file.read_text("utf-8", "replace"))
    private = {character for character in characters if unicodedata.category(character) in {"Co", "Cn"}}
    seen = sorted(c for c in characters if not c.isspace() and unicodedata.category(c)[0] not in {"C", "M"})

    reader = lookup(article("1", zh=words("".join(seen), label="第一条")))

    assert {c for c in seen if ord(c) not in covered()} - private == set()
    assert unshown(reader) == Counter()


def font_names(reader):
    return {str(font["/BaseFont"]).lstrip("/") for page in reader.pages for font in fonts_of(page)}


def fonts_of(page):
    return [font.get_object() for font in page["/Resources"].get("/Font", {}).values()]


def unshown(reader):
    """The glyphs of nothing (.notdef, number 0) in the pages, by font."""
    return Counter(font for font, code in glyphs(reader) if code == 0)


def glyphs(reader):
    """The glyphs of the pages, each with its font; typst writes text in codes of two bytes."""
    for page in reader.pages:
        names = {name: font.get_object() for name, font in page["/Resources"].get("/Font", {}).items()}
        current = ""
        for operands, operator in page.get_contents().operations:
            if operator == b"Tf":
                current = str(names[operands[0]]["/BaseFont"])
            if operator in {b"Tj", b"TJ"}:
                yield from ((current, code) for code in codes(operands[0]))


def codes(shown):
    parts = [part for part in shown if hasattr(part, "original_bytes")] if isinstance(shown, ArrayObject) else [shown]
    for part in parts:
        raw = part.original_bytes
        yield from (int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2))
