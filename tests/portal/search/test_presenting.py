import pytest

from portal.search import actions
from portal.search.highlighting import Passage
from portal.search.presenting import Reason, Shown, shown
from portal.search.searching import Found, search
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db


def first(query: str, language: str) -> Shown:
    results = search(query, language=language)
    return shown(results, results.found, language)[0]


def test_the_readers_language_is_shown_where_it_is_held(notes: Notes) -> None:
    notes.add(1, texts={"zh": "不可抗力免责", "en": "Excused by force majeure"})
    actions.apply()

    one = first("不可抗力", "en")

    assert (one.text and one.text.language, one.snippet, one.elsewhere) == (
        "en",
        "Excused by <mark>force</mark> <mark>majeure</mark>",
        False,
    )


def test_reason_is_a_pair_of_the_glossary(notes: Notes) -> None:
    notes.add(1, "因不可抗力免责")
    actions.apply()

    one = first("force majeure", "en")

    assert (one.reason, one.elsewhere, one.own) == (Reason("不可抗力", "zh", "force majeure"), True, False)


def test_pair_that_is_not_shown_is_no_reason(notes: Notes) -> None:
    notes.add(1, "合同自此终止")
    actions.apply()

    assert first("terminate", "en").reason is None


def test_pair_of_which_only_a_part_stands_there_is_no_reason(notes: Notes) -> None:
    notes.add(1, "Сила действия", language="ru")
    actions.apply()

    assert first("force majeure", "en").reason is None


def test_readers_own_words_need_no_reason(notes: Notes) -> None:
    notes.add(1, "Excused by force majeure", language="en")
    actions.apply()

    one = first("force majeure", "en")

    assert (one.own, one.reason) == (True, None)


def test_language_it_was_found_in_is_shown_before_the_original(notes: Notes) -> None:
    notes.add(1, texts={"kk": "Шарт", "ru": "Договор", "zh": "其他"})
    actions.apply()

    one = first("договор", "en")

    assert one.text is not None
    assert one.text.language == "ru"


def test_original_is_shown_where_nothing_else_tells(notes: Notes) -> None:
    notes.add(1, texts={"kk": "Шарт", "uz": "Bitim"}, headings={"kk": "Договор"})
    actions.apply()

    one = first("договор", "en")

    assert one.text is not None
    assert one.text.language == "kk"


def test_work_without_words_is_shown_by_its_title(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    notes.add(7, whole=True, texts={"zh": "合同法"})
    actions.apply()
    bare = notes.hit(7)
    object.__setattr__(bare, "texts", [])
    monkeypatch.setattr(notes, "works", lambda keys, language: {7: bare})

    one = first("合同法", "zh")

    assert (one.text, one.snippet, one.elsewhere) == (None, "", False)


def test_row_deleted_since_is_left_out(notes: Notes) -> None:
    notes.add(1, "不可抗力")
    actions.apply()
    results = search("不可抗力", language="zh")
    notes.rows.clear()

    assert shown(results, [*results.found, Found("notes", 5, 1.0)], "zh") == []


def test_snippet_is_the_piece_with_the_most_words() -> None:
    text = "合同。" + "其他事项，" * 60 + "因不可抗力不能履行合同的，部分免除责任。" + "其他事项，" * 60

    piece = Passage.read(text, "zh", frozenset(["合同", "不可", "可抗", "抗力"])).snippet()

    assert "<mark>不可抗力</mark>不能履行<mark>合同</mark>" in piece
    assert (piece[0], piece[-1]) == ("…", "…")


def test_snippet_escapes_the_text() -> None:
    assert Passage.read("<b>合同</b>", "zh", frozenset(["合同"])).snippet() == "&lt;b&gt;<mark>合同</mark>&lt;/b&gt;"


def test_snippet_without_a_boundary_is_cut_where_it_must_be() -> None:
    piece = Passage.read("甲" * 100 + "合同" + "乙" * 300, "zh", frozenset(["合同"])).snippet()

    assert piece == f"…{'甲' * 12}<mark>合同</mark>{'乙' * 96}…"


def test_traditional_characters_are_marked_too() -> None:
    assert Passage.read("買賣合同", "zh", frozenset(["买卖"])).snippet() == "<mark>買賣</mark>合同"


def test_characters_that_change_length_do_not_move_the_marks() -> None:
    assert Passage.read("㈠合同", "zh", frozenset(["合同"])).snippet() == "㈠<mark>合同</mark>"


def test_word_with_a_raised_number_is_marked_by_either() -> None:
    assert Passage.read("a b² c", "en", frozenset(["2"])).snippet() == "a <mark>b²</mark> c"


def test_word_within_another_is_none_of_the_query() -> None:
    piece = Passage.read("contractual contract, contract", "en", frozenset(["contract"])).snippet()

    assert piece == "contractual <mark>contract</mark>, <mark>contract</mark>"
