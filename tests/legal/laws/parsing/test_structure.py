"""What stands under what: parts, annexes, paragraphs, tables, notes and signatures."""

import pytest

from legal.laws.parsing.marks import heading_number
from legal.laws.parsing.source import normalise, text_of
from tests.legal.laws.parsing.outlines import articles, parts, paths, provisions, structure


def test_markdown_headings_hold_their_articles() -> None:
    first = "## 第一编 总则\n### 第一章 一般规定\n#### 第一节 范围\n第一条 甲。"
    text = f"# 法\n{first}\n### 第二章 其他\n第二条 乙。\n## 附则\n第三条 丙。"

    assert [(p.path, p.depth, p.parent) for p in provisions(text, markdown=True)] == [
        ("title", 0, None),
        ("part-1", 0, None),
        ("part-1/chapter-1", 1, 1),
        ("part-1/chapter-1/section-1", 2, 2),
        ("article-1", 3, 3),
        ("part-1/chapter-2", 1, 1),
        ("article-2", 2, 5),
        ("heading-1", 0, None),
        ("article-3", 1, 7),
    ]


def test_article_may_be_a_markdown_heading() -> None:
    assert articles("# Law\n## Chapter I\n### Article 1\nA.\n### Article 2\nB.", markdown=True) == [
        "article-1",
        "article-2",
    ]


@pytest.mark.parametrize(
    ("heading", "path", "expected"),
    [
        ("第二编 物权", "part-2", ("第二编", "物权", "")),
        ("第四A章 临时措施", "chapter-4A", ("第四A章", "临时措施", "")),
        ("Part One General", "part-1", ("Part One", "General", "")),
        ("PART II - SCOPE", "part-2", ("PART II -", "SCOPE", "")),
        ("Chapter IV A Interim measures", "chapter-4A", ("Chapter IV A", "Interim measures", "")),
        ("Chapter II E-commerce operators", "chapter-2", ("Chapter II", "E-commerce operators", "")),
        ("Chapter-II", "chapter-2", ("Chapter-II", "", "")),
        ("Title C\n\nAppeals", "part-C", ("Title C", "Appeals", "")),
        ("РАЗДЕЛ IV.\n\nОТДЕЛЬНЫЕ ВИДЫ\nОБЯЗАТЕЛЬСТВ", "part-4", ("РАЗДЕЛ IV.", "ОТДЕЛЬНЫЕ ВИДЫ ОБЯЗАТЕЛЬСТВ", "")),
        ("ЧАСТЬ ПЕРВАЯ", "part-1", ("ЧАСТЬ ПЕРВАЯ", "", "")),
        ("Глава 5¹. Надзор", "chapter-5-1", ("Глава 5¹.", "Надзор", "")),
        ("Глава 1\n\nРегулирование отношений", "chapter-1", ("Глава 1", "Регулирование отношений", "")),
        ("§ 2. Поставка", "section-2", ("§ 2.", "Поставка", "")),
        ("2-bob. Mehnat", "chapter-2", ("2-bob.", "Mehnat", "")),
        ("1-§. Umumiy", "section-1", ("1-§.", "Umumiy", "")),
        ("II BOʻLIM. Umumiy", "part-2", ("II BOʻLIM.", "Umumiy", "")),
    ],
)
def test_heading_is_recognised_with_number_and_title(heading: str, path: str, expected: tuple[str, str, str]) -> None:
    article = "第一条 甲。" if heading[0] == "第" else "1-modda. A." if "modda" in heading else "Статья 1. Текст."

    assert parts(f"Law\n\n{heading}\n\n{article}", path) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Part II of the Convention applies.",
        "Часть 1 статьи 5 применяется;",
        "Chapter III and the Annex,",
        "第一章的规定适用。",
        "第二节、第三节",
    ],
)
def test_sentence_about_a_part_is_no_heading(line: str) -> None:
    assert all(
        p.kind in {"title", "article"} for p in provisions(f"Law\n\nСтатья 1. Текст.\n\n{line}\n\nСтатья 2. Текст.")
    )


@pytest.mark.parametrize(
    ("printed", "number"), [("Third", "3"), ("ВТОРАЯ", "2"), ("iv", "4"), ("B", "B"), ("51-52", "51-52")]
)
def test_heading_numbers(printed: str, number: str) -> None:
    assert heading_number(printed) == number


@pytest.mark.parametrize(
    ("annex", "path"),
    [
        ("ANNEX", "annex-1"),
        ("ANNEX II", "annex-2"),
        ("THE FIRST SCHEDULE", "schedule-1"),
        ("SCHEDULE III", "schedule-3"),
        ("Protocol", "protocol-1"),
        ("Приложение № 2", "annex-2"),
        ("Протокол", "protocol-1"),
        ("附件一：办法", "annex-1"),
        ("附件2", "annex-2"),
        ("附：文书", "annex-1"),
        ("Annex A", "annex-A"),
    ],
)
def test_annex_has_numbers_of_its_own(annex: str, path: str) -> None:
    chinese = annex[0] == "附"
    one, two = ("第一条 甲。", "第二条 乙。") if chinese else ("Article 1 A.", "Article 2 B.")

    found = articles(f"Law\n\n{one}\n\n{two}\n\n{annex}\n\n{one}\n\n{two}")

    assert found == ["article-1", "article-2", f"{path}/article-1", f"{path}/article-2"]


@pytest.mark.parametrize(
    "line",
    [
        "Schedule I to the Ports Act, 1908;",
        "Protocol in accordance with it",
        "附件三所列法律",
        "Schedule II contd",
        "Annex ....... 5",
        "Protocol shall give notice",
        "Приложение, указанное выше,",
        "附带民事诉讼",
    ],
)
def test_sentence_about_an_annex_begins_none(line: str) -> None:
    assert not [p for p in provisions(f"Law\n\nArticle 1 A.\n\n{line}\n\nArticle 2 B.") if p.kind == "annex"]


def test_decision_behind_a_law_is_an_annex() -> None:
    text = (
        "法\n第一条 甲。\n第二条 乙。\n全国人民代表大会常务委员会关于修改《法》的决定\n一、增加一条。\n二、删去一条。"
    )

    assert paths(text)[-3:] == ["decision-1", "decision-1/paragraph-1", "decision-1/paragraph-2"]


def test_decision_named_in_a_law_is_no_annex() -> None:
    assert paths("法\n第一条 甲。\n市人大常委会关于修改条例的决定\n第二条 乙。") == ["title", "article-1", "article-2"]


def test_numbers_that_begin_anew_under_a_heading_take_its_path() -> None:
    text = "Law\n\nPart I\n\nArticle 1 A.\n\nArticle 2 B.\n\nPart II\n\nArticle 1 C.\n\nArticle 2 D."

    assert articles(text) == ["article-1", "article-2", "part-2/article-1", "part-2/article-2"]


def test_inserted_chapter_does_not_restart_the_numbers() -> None:
    text = (
        "Закон\nГлава 1. Право\nСтатья 1. А\nТекст.\nСтатья 2. Б\nТекст.\nГлава 1-1. Земля\nСтатья 1¹. В\nТекст.\n"
        "Глава 2. Договор\nСтатья 3. Г\nТекст."
    )

    assert articles(text) == ["article-1", "article-2", "article-1-1", "article-3"]


def test_one_misread_number_below_a_heading_does_not_restart_the_numbers() -> None:
    text = "Law\nChapter I\nArticle 1\nA.\nArticle 2\nB.\nChapter II\nArticle 2\nC.\nArticle 4\nD."

    assert articles(text) == ["article-1", "article-2", "article-2--2", "article-4"]


def test_numbers_that_begin_anew_below_a_title_are_an_annex() -> None:
    text = "通知\n第一条 甲。\n第二条 乙。\n第三条 丙。\n管理办法\n第一条 丁。\n第二条 戊。"

    assert paths(text)[-3:] == ["annex-1", "annex-1/article-1", "annex-1/article-2"]


def test_treaty_behind_an_act_is_an_annex() -> None:
    act = "Act\n\n" + "\n\n".join(f"Section {n}. Head. Text." for n in (1, 2, 3, 4))
    treaty = "\n\n".join(f"ARTICLE {n}\n\n(1) Text." for n in (1, 2, 3))

    titled = articles(f"{act}\n\nCONVENTION ON TRADE\n\n{treaty}")
    headed = articles(f"{act}\n\nSECTION 1: GENERAL\n\n{treaty}")
    bare = articles(f"{act}\n\n{treaty}")

    assert titled[-3:] == headed[-3:] == ["annex-1/article-1", "annex-1/article-2", "annex-1/article-3"]
    assert bare == ["section-1", "section-2", "section-3", "section-4"]


def test_resolution_is_kept_as_its_paragraphs() -> None:
    chinese = "决议\n会议决定：\n一、甲。\n补充。\n二、乙。\n主席令"
    numbered = "Resolution\n\nThe Assembly,\n\n1. Calls.\n\n2. Decides."
    plain = "Resolution\n\nThe Assembly decides.\n\nIt thanks all."

    assert paths(chinese) == ["title", "preamble", "paragraph-1", "paragraph-2"]
    assert paths(numbered) == ["title", "preamble", "paragraph-1", "paragraph-2"]
    assert paths(plain) == ["title", "paragraph-1", "paragraph-2"]
    assert parts(chinese, "paragraph-1") == ("一、", "", "甲。\n补充。")


def test_paragraphs_may_begin_anew_under_a_heading() -> None:
    text = "# 规定\n## 一、管辖\n1.甲。\n2.乙。\n## 二、期间\n1.丙。\n2.丁。"

    assert [p.path for p in provisions(text, markdown=True) if p.kind == "paragraph"] == [
        "paragraph-1",
        "paragraph-2",
        "chapter-2/paragraph-1",
        "chapter-2/paragraph-2",
    ]


@pytest.mark.parametrize("contents", ["目　录", "Contents", "СОДЕРЖАНИЕ"])
def test_list_of_contents_is_one_note(contents: str) -> None:
    text = f"法\n{contents}\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。"

    assert paths(text) == ["title", "note-1", "chapter-1", "article-1", "chapter-2", "article-2"]


def test_announced_contents_that_list_nothing_are_a_note() -> None:
    assert paths("Кодекс\n\nСОДЕРЖАНИЕ\n\nСтатья 1. Текст.") == ["title", "note-1", "article-1"]
    assert paths("Кодекс\n\nСОДЕРЖАНИЕ\n\nУтратило силу") == ["title", "note-1", "paragraph-1"]


def test_list_of_contents_without_a_title_is_found() -> None:
    entries = "\n".join(f"Статья {n}. Предмет {n}" for n in range(1, 6))
    body = "\n".join(f"Статья {n}. Предмет {n}\nТекст {n}." for n in range(1, 6))

    assert paths(f"Кодекс\n{entries}\n{body}") == ["title", "note-1", *(f"article-{n}" for n in range(1, 6))]


def test_law_whose_first_article_recurs_has_no_contents() -> None:
    text = "Law\n\nArticle 1 A.\n\nLong text.\n\nMore.\n\nArticle 2 B.\n\nText.\n\nANNEX\n\nArticle 1 A."

    assert paths(text) == ["title", "article-1", "article-2", "annex-1", "annex-1/article-1"]


def test_dotted_list_of_contents_is_found() -> None:
    entries = "\n".join(f"Section {n}. Head {n} ............ {n + 3}" for n in range(1, 7))
    wrapped = entries.replace("Section 3. Head 3", "Section 3. Head\nof three")
    body = "\n".join(f"Section {n}. Head {n}. Text {n}." for n in range(1, 10))

    assert paths(f"Act\n{wrapped}\n{body}") == ["title", "note-1", *(f"section-{n}" for n in range(1, 10))]
    assert paths(f"Act\nPREFACE ..... 2\n{entries}\n{body}")[1] == "note-1"


def test_dotted_lines_at_the_end_are_no_contents() -> None:
    body = "\n".join(f"Section {n}. Head {n}. Text {n}.\nMore.\nMore.\nMore.\nMore.\nMore.\nMore." for n in range(1, 7))
    fees = "\n".join(f"Inspection fee ........ {n}" for n in range(1, 8))

    assert paths(f"Act\n{body}\n{fees}")[1:] == [f"section-{n}" for n in range(1, 7)]


def test_rest_of_a_list_of_contents_is_no_law() -> None:
    body = "\n\n".join(f"Section {n}. Head. Text." for n in range(1, 13))
    text = f"Act\n\nSection 8. Saving\n\nSection 12. Difficulties\n\nTHE ACT\n\n{body}"

    assert articles(text) == [f"section-{n}" for n in range(1, 13)]


def test_numbered_paragraphs_of_a_treaty_are_no_list_of_contents() -> None:
    paragraphs = "1. Each Party shall act.\n\n2. A form is a form."
    later = "\n\n".join(f"Article {n}. Head\n\n{paragraphs}" for n in range(2, 9))
    text = f"Convention\n\nArticle 1. Scope\n\n2. A settlement is in any form.\n\n{later}"

    assert paths(text) == ["title", *(f"article-{n}" for n in range(1, 9))]


def test_head_holds_notes_and_preamble() -> None:
    notes = "от 8 мая 1996 года № 15\n\n(В редакции Закона)"
    text = f"КОДЕКС\n\nРЕСПУБЛИКИ\n\n{notes}\n\nМы, народ,\n\nпринимаем.\n\nСтатья 1. Текст."

    assert [(p.path, p.text) for p in provisions(text)] == [
        ("title", "КОДЕКС РЕСПУБЛИКИ"),
        ("note-1", "от 8 мая 1996 года № 15\n(В редакции Закона)"),
        ("preamble", "Мы, народ,\nпринимаем."),
        ("article-1", "Статья 1. Текст."),
    ]


def test_titled_preamble_is_one() -> None:
    assert parts("Treaty\n\nPreamble\n\nThe Parties,\n\nArticle 1 A.", "preamble") == ("", "Preamble", "The Parties,")
    assert paths("Treaty\n\nThe Parties,\n\nPREAMBLE\n\nDesiring,\n\nArticle 1 A.")[1:3] == ["preamble", "preamble-2"]


@pytest.mark.parametrize("first", ["Примечание РЦПИ!", "Article 1 A.", "x" * 251])
def test_text_may_have_no_title(first: str) -> None:
    assert structure(f"{first}\n\nArticle 2 B.").title == ""


def test_markdown_without_a_title_has_none() -> None:
    assert structure("第一条 甲。", markdown=True).title == ""


def test_empty_text_has_no_provisions() -> None:
    assert provisions("") == []


@pytest.mark.parametrize(
    ("article", "line"),
    [
        ("Статья 1. Текст.", "Президент Республики"),
        ("Статья 1. Текст.", "г. Бишкек, Дом Правительства"),
        ("第一条 甲。", "中华人民共和国主席 某某"),
        ("Article 1 A.", "DONE at Vienna, this day of April, in a single original."),
        ("Article 1 A.", "IN WITNESS WHEREOF the undersigned have signed."),
    ],
)
def test_signature_closes_a_law(article: str, line: str) -> None:
    assert provisions(f"Law\n\n{article}\n\n{line}\n\n2020")[-1].text == f"{line}\n2020"
    assert paths(f"Law\n\n{article}\n\n{line}")[-1] == "signature-1"


def test_table_keeps_its_place() -> None:
    text = "# 法\n第一条 税率：\n| 品目 | 税率 |\n| 茶 | 5% |\n以上税率自明年起调整。\n第二条 乙。"

    assert [(p.path, p.text) for p in provisions(text, markdown=True)[1:]] == [
        ("article-1", "第一条 税率："),
        ("table-1", "| 品目 | 税率 |\n| 茶 | 5% |"),
        ("text-1", "以上税率自明年起调整。"),
        ("article-2", "第二条 乙。"),
    ]


def test_law_may_begin_with_a_table() -> None:
    assert paths("| a | b |\n\n第一条 甲。", markdown=True) == ["table-1", "article-1"]


def test_words_below_a_heading_are_its_body() -> None:
    assert parts("Law\n\nPart I\n\n(this Part is repealed)\n\nArticle 1 A.", "part-1") == (
        "Part I",
        "",
        "(this Part is repealed)",
    )


def test_annex_without_articles_keeps_its_words() -> None:
    assert parts("Law\n\nArticle 1 A.\n\nANNEX\n\nList of goods.\n\nTea.", "annex-1") == (
        "ANNEX",
        "",
        "List of goods.\nTea.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "法\n第一条（一）甲。",
        "Act\n\nSection 1.Title.―Text\n\nSection 2. x. Y",
        "Law\n\nArticle 1.- A\n\nArticle 2.B",
        "决议\n一、甲\n二、 乙",
    ],
)
def test_nothing_is_added_between_words(text: str) -> None:
    assert text_of(provisions(text)) == normalise(text)


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Part I", "A" + " long line" * 20),
        (
            "Глава 1",
            "Статьи этой главы применяются ко всем договорам, которые стороны заключили до дня вступления её в силу.",
        ),
        ("Part I", "It shall apply."),
        (
            "第一章",
            "本章规定的各项制度由国务院有关部门会同省自治区直辖市人民政府根据实际情况分别组织实施并定期公布结果",
        ),
        ("Глава 1", "| а | б |"),
    ],
)
def test_sentence_below_a_heading_is_no_title(heading: str, below: str) -> None:
    found = provisions(f"Law\n\n{heading}\n\n{below}\n\nСтатья 1. Текст.")

    assert [p.heading for p in found if p.label == heading] == [""]


def test_title_ends_where_a_sentence_begins() -> None:
    text = "Кодекс\n\nРАЗДЕЛ IV.\n\nОТДЕЛЬНЫЕ ВИДЫ\n\nОБЯЗАТЕЛЬСТВ;\n\nСтатья 1. Текст."

    assert parts(text, "part-4") == ("РАЗДЕЛ IV.", "ОТДЕЛЬНЫЕ ВИДЫ", "ОБЯЗАТЕЛЬСТВ;")
