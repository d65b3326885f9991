"""How laws of the neighbours are laid out: what a line means there that means nothing elsewhere."""

import pytest

from tests.legal.laws.parsing.outlines import articles, parts, paths, provisions, structure


def test_sections_that_only_a_heading_and_a_dash_tell_are_articles() -> None:
    text = (
        "TOLLS ACT\n\nAn Act about tolls.\n\nPART I\n\nPRELIMINARY\n\n1. Short title.—(1) This is the Tolls Act.\n\n"
        "2. Definitions.-In this Act “toll” means a fee.\n\nPART II\n\nTOLLS\n\n1[3. Rates.—A toll is ten.]\n\n"
        "2[3A. Waiver. – None.]\n\n4. Repeal.—The old Act ends.\n\nTHE FIRST SCHEDULE\n\n1. Ferries. Five."
    )

    assert structure(text).unit == "section"
    assert articles(text) == ["section-1", "section-2", "section-3", "section-3A", "section-4"]
    assert parts(text, "section-3") == ("1[3.", "Rates.—", "A toll is ten.]")


def test_numbered_sentences_are_no_sections() -> None:
    text = "Resolution\n\n1. The Council meets. It decides.\n\n2. The Council notes. It goes on."

    assert articles(text) == []


def test_preamble_behind_a_list_of_contents_is_no_part_of_it() -> None:
    text = (
        "TOLLS ACT\n\nCONTENTS\n\nPART I\n\nPRELIMINARY\n\n1. Title.\n\n2. Tolls.\n\nTolls Act\n\n"
        "Whereas it is right to take tolls:\n\nPART I\n\nPRELIMINARY\n\n1. Title.—This is it.\n\n2. Tolls.—Are taken."
    )

    assert paths(text) == ["title", "note-1", "preamble", "part-1", "section-1", "section-2"]
    assert parts(text, "preamble")[2].startswith("Tolls Act")


def test_recitals_in_brackets_are_of_the_preamble() -> None:
    text = "Regulation\n\nWhereas:\n\n(1) Trade grows.\n\n(a) It grows fast.\n\n[1 May 2001]\n\nArticle 1\n\nA."

    assert [(p.path, p.body) for p in provisions(text)[1:3]] == [
        ("preamble", "Whereas:\n(1) Trade grows.\n(a) It grows fast."),
        ("note-1", "[1 May 2001]"),
    ]


def test_articles_of_an_annex_may_lack_the_titles_of_the_main_text() -> None:
    text = (
        "Treaty\n\nArticle 1\n\nScope\n\nIt applies.\n\nArticle 2\n\nTerms\n\nThey are used.\n\n"
        "ANNEX\n\nArticle 1\n\nOne.\n\nArticle 2\n\nTwo.\n\nArticle 3\n\nThree."
    )

    assert parts(text, "article-1") == ("Article 1", "Scope", "It applies.")
    assert parts(text, "annex-1/article-3") == ("Article 3", "", "Three.")


@pytest.mark.parametrize(
    ("first", "second", "article"),
    [
        ("ОБЩАЯ ЧАСТЬ", "Особенная часть", "Статья"),
        ("Жалпы бөлім", "Ерекше бөлім", ""),
        ("General Part", "Special Part", "Article"),
    ],
)
def test_halves_of_a_code_are_its_highest_headings(first: str, second: str, article: str) -> None:
    one, two = (f"{article} 1. А\nТекст.", f"{article} 2. Б\nТекст.") if article else ("1-бап. А", "2-бап. Б")
    text = f"Код\n{first}\nРаздел I. Первое\n{one}\n{second}\nРаздел II. Второе\n{two}"

    assert paths(text) == [
        "title", "heading-1", "heading-1/part-1", "article-1", "heading-2", "heading-2/part-2", "article-2",
    ]  # fmt: skip


def test_half_of_a_code_below_a_number_is_its_title() -> None:
    assert parts("Код\nРаздел I\nОбщая часть\nСтатья 1. А\nТекст.", "part-1") == ("Раздел I", "Общая часть", "")


def test_tajik_headings_hold_one_another() -> None:
    text = "Кодекс\nФАСЛИ I. АСОС\nБОБИ 1. МАЪНО\nМоддаи 1. А\nМатн.\nМоддаи 1(1). Б\nМатн.\nМоддаи 2. В\nМатн."

    assert paths(text) == ["title", "part-1", "part-1/chapter-1", "article-1", "article-1-1", "article-2"]


def test_roman_numbers_head_the_paragraphs_of_rules() -> None:
    text = (
        "Rules\n\nI. Общие положения\n\n1. Один.\n\n2. Два.\n\nII. Порядок\n\n3. Три.\n\nIII. Ends in a stop.\n\n4. D."
    )

    found = provisions(text)

    assert [(p.path, p.label, p.heading) for p in found if p.kind == "chapter"] == [
        ("chapter-1", "I.", "Общие положения"),
        ("chapter-2", "II.", "Порядок"),
    ]
    assert [p.number for p in found if p.kind == "paragraph"] == ["1", "2", "3", "4"]


def test_roman_numbers_within_an_article_are_its_enumeration() -> None:
    text = (
        "Treaty\n\nI. SCOPE\n\nArticle 1\n\nThese goods:\n\nI. Cotton\n\nII. Wool\n\nand no others.\n\nII. END\n\n"
        "Article 2\n\nIt ends."
    )

    assert paths(text) == ["title", "chapter-1", "article-1", "chapter-2", "article-2"]
    assert parts(text, "article-1")[2] == "These goods:\nI. Cotton\nII. Wool\nand no others."


def test_what_a_decision_approves_has_numbers_of_its_own() -> None:
    text = (
        "ПОСТАНОВЛЕНИЕ\n\nО сборах\n\nПравительство постановляет:\n\n1. Утвердить Правила.\n\n2. Исполнить.\n\n"
        "УТВЕРЖДЕНЫ\nпостановлением от 1 мая\n\nПРАВИЛА\nвзимания\n\n1. Сбор взимается.\n\n2. Сбор платится.\n\n"
        "Приложение № 1 к Правилам взимания\n\nФОРМА"
    )

    assert [p.path for p in provisions(text) if p.kind in {"annex", "paragraph"}] == [
        "paragraph-1", "paragraph-2", "approved-1", "approved-1/paragraph-1", "approved-1/paragraph-2", "annex-1",
    ]  # fmt: skip


def test_approval_before_the_law_is_no_annex() -> None:
    assert paths("ПРАВИЛА\n\nУтверждены\n\nСтатья 1. А\n\nТекст.")[-1] == "article-1"


@pytest.mark.parametrize("line", ["Приложение № 1 к Правилам изложить иначе", "Annex 2 to it shall apply"])
def test_sentence_about_an_annex_to_something_begins_none(line: str) -> None:
    text = f"Law\n\nArticle 1 A.\n\n{line}\n\nArticle 2 B."

    assert paths(text) == ["title", "article-1", "article-2"]


def test_annexes_are_found_where_no_line_is_empty() -> None:
    long = "в соответствии с перечнем, который установлен и одобрен для этих целей,"
    text = "\n".join(
        ["Договор", *(f"Статья {n}. А\nТекст." for n in range(1, 15)), long, "Приложение", "Приложение 1", "Форма"]
    )

    found = provisions(text)

    assert [p.path for p in found if p.kind == "annex"] == ["annex-1"]
    assert found[-2].body.endswith(f"{long}\nПриложение")
