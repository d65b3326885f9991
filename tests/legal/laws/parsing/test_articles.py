"""Which lines are articles, and which only look like one."""

import pytest

from legal.laws.kinds import ArticleUnit
from tests.legal.laws.parsing.outlines import articles, parts, paths, provisions, structure


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["第一条 甲。", "第二条　乙。", "第二条之一 丙。", "第五百七十七条 丁。"], ["1", "2", "2-1", "577"]),
        (["第１条 甲。", "第2条 乙。", "第三條 丙。", "第 四 条 丁。"], ["1", "2", "3", "4"]),
        (
            ["Article 1 A.", "Article 2", "ARTICLE 3 - Third", "Article 4 bis Text.", "Article 5A. Text."],
            ["1", "2", "3", "4-bis", "5A"],
        ),
        (["Article I - A", "Article II - B", "Article IX - C"], ["1", "2", "9"]),
        (
            ["Article I", "A.", "Article II", "B.", "Article II bis", "C.", "Article IIA", "D.", "Article III", "E."],
            ["1", "2", "2-bis", "2A", "3"],
        ),
        (["Article 17. A", "B.", "Article 17 A. Measures", "C.", "Article 17 B. Orders", "D."], ["17", "17A", "17B"]),
        (["Article 2", "A.", "Article 2a", "B.", "Article 3", "C."], ["2", "2a", "3"]),
        (["Статья 5. А", "Текст.", "Статья 5а. Б", "Текст.", "Статья 5(1). В", "Текст."], ["5", "5а", "5-1"]),
        (["آرٹیکل 1", "ا", "آرٹیکل 2", "ب"], ["1", "2"]),
        (
            [
                "Статья 1. О.",
                "Статья 1.1. О.",
                "Статья 9-1. О.",
                "Статья 20. О.",
                "Статья 28¹. О.",
                "Статья 225. О.",
                "Статья 225¹⁰-¹. О.",
            ],
            ["1", "1.1", "9-1", "20", "28-1", "225", "225-10-1"],
        ),
        (["1-modda. A", "2-modda. B"], ["1", "2"]),
        (["1 бап", "А", "2 бап", "Б"], ["1", "2"]),
        (["1‐статья", "А", "2‐статья", "Б"], ["1", "2"]),
        (["Моддаи 1.", "А", "Моддаи 2.", "Б"], ["1", "2"]),
        (["دفعہ ۱ ۔", "ا", "دفعہ ۲ ۔", "ب"], ["1", "2"]),
        (["1 ماددا", "ا", "2 ماددا", "ب"], ["1", "2"]),
        (["Article 1*", "A.", "Article 2**,***", "B.", "Article 3[12]", "C."], ["1", "2", "3"]),
    ],
)
def test_articles_are_numbered_as_the_law_numbers_them(lines: list[str], expected: list[str]) -> None:
    assert articles("Law\n\n" + "\n\n".join(lines)) == [f"article-{number}" for number in expected]


@pytest.mark.parametrize(
    "line",
    [
        "第九条第二款的规定适用。",
        "第九条、第十条另有规定的除外。",
        "Article 10(1) a)",
        "Article 10 of this Act shall apply.",
        "Article 5, paragraph 2, applies.",
        "Article 1 (1) applies to it.",
        "Section 8A inserted by Act II of 1999.",
        "Article 9. Subs. by Act No. V of 1956, s. 2.",
        "Статья 5 настоящего Закона применяется.",
        "Article 2 ........ 17",
    ],
)
def test_line_that_goes_on_from_another_is_no_article(line: str) -> None:
    text = f"Law\n\nArticle 1 A.\n\n{line}\n\nArticle 2 B.\n\nArticle 3 C."
    chinese = f"法\n\n第一条 甲。\n\n{line}\n\n第二条 乙。\n\n第三条 丙。"
    wanted = ["article-1", "article-2", "article-3"]

    assert articles(chinese if line.startswith("第") else text) == wanted


def test_cross_reference_at_the_end_of_a_sentence_is_no_article() -> None:
    reference = "in accordance with\n\nArticle 9\n\nof the Convention."
    text = f"Act\n\nArticle 1. A.\n\n{reference}\n\nArticle 2. B.\n\nArticle 3. C."

    assert articles(text) == ["article-1", "article-2", "article-3"]


def test_number_out_of_all_proportion_is_no_article() -> None:
    note = "Section 1990. 7 Section 2 of the Finance"
    text = f"Act\n\nSection 1. Title. A.\n\n{note}\n\nSection 2. Scope. B.\n\nSection 3. End. C."

    assert articles(text) == ["section-1", "section-2", "section-3"]


def test_number_run_together_with_its_footnote_is_read() -> None:
    text = "Act\n\n" + "\n\n".join(f"Section {n}. Head. Text." for n in (1, 2, 3, 14, 5, 16, 7))

    assert articles(text) == [f"section-{n}" for n in (1, 2, 3, 4, 5, 6, 7)]


def test_gap_of_repealed_articles_is_crossed() -> None:
    text = "Кодекс\n\n" + "\n\n".join(f"Статья {n}. Текст статьи." for n in (1, 2, 40, 41, 42, 80))

    assert articles(text)[-4:] == ["article-40", "article-41", "article-42", "article-80"]


def test_truly_repeated_number_is_kept_and_marked() -> None:
    found = provisions("法\n\n第一条 甲。\n\n第二条 乙。\n\n第二条 丙。\n\n第三条 丁。")

    assert [(p.path, p.repeated) for p in found[1:]] == [
        ("article-1", False),
        ("article-2", False),
        ("article-2--2", True),
        ("article-3", False),
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        "一、第九条修改为：“第九条 新的条文。\n\n第九条之一 再一条文。\n\n第十条 另一条文。”",
        "第九条修改为：\n\n第九条 新的条文。",
        "The Agreement is amended to read as follows: “Article 9 New words.\n\nArticle 10 More words.”",
        "Article 9 of the Agreement shall be replaced by the following:\n\nArticle 9 New words.",
    ],
)
def test_quoted_article_is_not_the_laws_own(quotation: str) -> None:
    chinese = quotation[0] in "一第"
    first, last = ("第一条 甲：", "第二条 乙。") if chinese else ("Article 1 A:", "Article 2 B.")

    assert articles(f"Law\n\n{first}\n\n{quotation}\n\n{last}") == ["article-1", "article-2"]


def test_quotation_that_is_never_closed_hides_nothing() -> None:
    assert articles("法\n\n第一条 修改为：“甲。\n\n第二条 乙。") == ["article-1", "article-2"]


def test_amended_treatys_articles_are_not_the_amending_ones() -> None:
    text = (
        "Protocol\n\nArticle I\n\nA.\n\nArticle II\n\nB.\n\nArticle 5\n\nNew.\n\nArticle III\n\nC.\n\nArticle IV\n\nD."
    )

    assert articles(text) == ["article-1", "article-2", "article-3", "article-4"]


def test_law_has_one_unit() -> None:
    sections = structure(
        "Act\n\nSection 1. Title. A.\n\nSection 2. Scope. B.\n\nArticle 9 of the Treaty\n\nSection 3. C."
    )
    russian = structure("Закон\n\nРаздел 1\n\nТекст.\n\nРаздел 2\n\nТекст.")
    articles_ = structure(
        "Rules\n\nSection I. General\n\nArticle 1\n\nA.\n\nArticle 2\n\nB.\n\nSection II. End\n\nArticle 3\n\nC."
    )

    assert (sections.unit, russian.unit, articles_.unit) == (
        ArticleUnit.SECTION,
        ArticleUnit.SECTION,
        ArticleUnit.ARTICLE,
    )
    assert [p.path for p in articles_.provisions if p.kind == "section"] == ["section-1", "section-2"]


def test_inserted_sections_of_scanned_acts_are_found() -> None:
    text = (
        "Sale Act\n\nSection 16. Conditions. Goods.\n1\n[16A. Seller to inform buyer.―Notwithstanding this.]\n\n"
        "Section 17. Sample. More.\n18. [Omitted]\n[19. When property passes. It passes.]\n\nSection 20. End. Last."
    )

    assert articles(text) == [f"section-{n}" for n in ("16", "16A", "17", "18", "19", "20")]


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("法\n第一条 （适用范围） 本法。", "article-1", ("第一条", "（适用范围）", "本法。")),
        ("法\n第一条（目的）\n为了。", "article-1", ("第一条", "（目的）", "为了。")),
        ("法\n第一条 （一）甲。", "article-1", ("第一条", "", "（一）甲。")),
        ("法\n第一条 立法目的\n为了。", "article-1", ("第一条", "立法目的", "为了。")),
        (
            "Law\n\nArticle 1 (Scope) It applies.\nAlso here.",
            "article-1",
            ("Article 1", "(Scope)", "It applies.\nAlso here."),
        ),
        ("Law\n\nArticle 1. Scope\n\n(1) It applies.", "article-1", ("Article 1.", "Scope", "(1) It applies.")),
        (
            "Law\n\nArticle 1. The countries form a Union\n\nfor protection.",
            "article-1",
            ("Article 1.", "", "The countries form a Union\nfor protection."),
        ),
        ("Закон\n\nСтатья 1. Предмет\n\nТекст.", "article-1", ("Статья 1.", "Предмет", "Текст.")),
        ("Закон\n\nСтатья 1. Общие положения.\n\nТекст.", "article-1", ("Статья 1.", "Общие положения.", "Текст.")),
        (
            "Act\n\nSection 1. Short title.― (1) This Act.\n\nSection 2. B. C.",
            "section-1",
            ("Section 1.", "Short title.―", "(1) This Act."),
        ),
        (
            "Act\n\nSection 1. Power to suspend\n\n(1) It may.\n\nSection 2. B. C.",
            "section-1",
            ("Section 1.", "Power to suspend", "(1) It may."),
        ),
        (
            "Act\n\nSection 1. The court may order. If so, it pays.\n\nSection 2. B. C.",
            "section-1",
            ("Section 1.", "", "The court may order. If so, it pays."),
        ),
        (
            "Treaty\n\nArticle 1\n\nUse of Terms\n\nTerms are used.\n\nArticle 2\n\nScope\n\nIt applies.",
            "article-2",
            ("Article 2", "Scope", "It applies."),
        ),
        ("Treaty\n\nARTICLE 1\n\n(1) Terms.\n\nARTICLE 2\n\n(1) Scope.", "article-2", ("ARTICLE 2", "", "(1) Scope.")),
    ],
)
def test_label_heading_and_body_are_parted(text: str, path: str, expected: tuple[str, str, str]) -> None:
    assert parts(text, path) == expected


def test_articles_run_together_on_a_line_are_parted() -> None:
    text = "# 法\n第一条 甲。 第二条 乙，见 第三条 的规定。 第五条 不在此列。\n补充。 第三条 丙。\n第四条 丁……"

    assert articles(text, markdown=True) == ["article-1", "article-2", "article-3", "article-4"]


def test_ellipsis_is_no_leader_of_a_list_of_contents() -> None:
    assert articles("法\n第一条 图1，图2，……\n第二条 ……") == ["article-1", "article-2"]


def test_word_of_an_article_without_a_number_is_a_heading_at_most() -> None:
    assert articles("Law\n\nSection IIX General\n\nArticle 1 A.") == ["article-1"]


def test_digits_behind_the_last_roman_number_are_kept() -> None:
    text = "Protocol\n\nArticle I\n\nA.\n\nArticle II\n\nB.\n\nArticle III\n\nC.\n\nArticle 4\n\nD."

    assert articles(text) == ["article-1", "article-2", "article-3", "article-4"]


def test_rows_of_a_table_of_penalties_are_no_sections() -> None:
    sections = [f"Section {n}. Head. Text." for n in (*range(1, 41), 8, 9, 41, 42)]

    assert articles("\n\n".join(["Act", *sections])) == [f"section-{n}" for n in range(1, 43)]


def test_number_that_falls_behind_for_good_is_kept() -> None:
    sections = [f"Section {n}. Head. Text." for n in (*range(1, 41), 8, 30)]

    assert articles("\n\n".join(["Act", *sections]))[-2:] == ["section-8--2", "section-30--2"]


def test_footnote_on_a_section_is_neither_section_nor_heading() -> None:
    text = "Act\n\nSection 1. Title. Text.\n\nSection 12. Omitted by Finance Act, 2015\n\nSection 2. Scope. Text."

    assert paths(text) == ["title", "section-1", "section-2"]
