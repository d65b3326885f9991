"""Numbers of articles, as printed, kept, typed, shown and sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal.laws import numbering
from legal.laws.kinds import ArticleUnit


@given(st.integers(0, 9999))
def test_chinese_numeral_means_the_number_it_was_made_from(value: int) -> None:
    assert numbering.chinese_to_int(numbering.int_to_chinese(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "零"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1260, "一千二百六十"),
    ],
)
def test_chinese_numeral_is_written_as_statutes_write_it(value: int, text: str) -> None:
    assert numbering.int_to_chinese(value) == text


@pytest.mark.parametrize("value", [-1, 10000])
def test_number_no_statute_has_is_not_written(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        numbering.int_to_chinese(value)


@pytest.mark.parametrize(
    ("text", "value"), [("一九九三", 1993), ("两百", 200), ("一万零五", 10005), ("〇", 0), ("", None), ("第", None)]
)
def test_chinese_numeral_is_read(text: str, value: int | None) -> None:
    assert numbering.chinese_to_int(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("IX", 9), ("XIV", 14), ("ХІ", 11), ("IIII", 4), ("C", None), ("", None), ("ABC", None)]
)
def test_roman_numeral_is_read(text: str, value: int | None) -> None:
    assert numbering.roman_to_int(text) == value


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("28¹", "28-1"),
        ("225¹⁰-¹", "225-10-1"),
        ("36 bis", "36-bis"),
        ("36bis", "36-bis"),
        ("17A", "17A"),
        ("17 A", "17A"),
        ("9-1", "9-1"),
        ("9–1", "9-1"),
        ("1.1", "1.1"),
        ("6.1-1", "6.1-1"),
        ("IX", "9"),
        ("五百七十七", "577"),
        ("九之一", "9-1"),
        ("四A", "4A"),
        ("۱۲", "12"),
        ("18-а", "18-а"),
        ("３", "3"),
        ("II bis", "2-bis"),
        ("XXIter", "21-ter"),
        ("III-A", "3A"),
        ("IVA", "4A"),
        ("CA", None),
        ("2a", "2a"),
        ("5а", "5а"),
        ("12(1)", "12-1"),
        ("abc", None),
        ("", None),
    ],
)
def test_printed_number_has_one_form(printed: str, number: str | None) -> None:
    assert numbering.canonical(printed) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("577", "577"),
        ("五百七十七", "577"),
        ("第五百七十七条", "577"),
        ("第577条", "577"),
        ("28¹", "28-1"),
        ("17-а", "17-а"),
        ("art. 35", "35"),
        ("Article 36 bis", "36-bis"),
        ("ст. 10", "10"),
        ("§ 5", "5"),
        ("第九条之一", "9-1"),
        ("", None),
        ("contract", None),
    ],
)
def test_typed_number_is_understood(typed: str, number: str | None) -> None:
    assert numbering.typed(typed) == number


@pytest.mark.parametrize(("number", "address"), [("28¹", "28-1"), ("preamble", "preamble")])
def test_address_of_a_number(number: str, address: str) -> None:
    assert numbering.address(number) == address


def test_numbers_sort_as_laws_print_them() -> None:
    numbers = ["1", "1.1", "1.2", "1.10", "2", "9", "9-1", "10", "17", "17A", "17B", "36", "36-bis", "36-ter"]

    mixed = numbers[1::2] + numbers[::2]

    assert sorted(mixed, key=numbering.sort_key) == numbers


@pytest.mark.parametrize(("number", "base"), [("28-1", 28), ("17A", 17), ("A", 0)])
def test_base_is_the_whole_part(number: str, base: int) -> None:
    assert numbering.base(number) == base


@pytest.mark.parametrize(
    ("number", "unit", "language", "label"),
    [
        ("577", ArticleUnit.ARTICLE, "zh", "第五百七十七条"),
        ("9-1", ArticleUnit.ARTICLE, "zh-Hant", "第九条之一"),
        ("17A", ArticleUnit.SECTION, "zh", "第17A条"),
        ("577", ArticleUnit.ARTICLE, "en", "Article 577"),
        ("5", ArticleUnit.SECTION, "en", "Section 5"),
        ("5", ArticleUnit.SECTION, "ru", "Статья 5"),
    ],
)
def test_article_is_called_as_its_language_calls_it(number: str, unit: ArticleUnit, language: str, label: str) -> None:
    assert numbering.display(number, unit, language) == label


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("（适用范围）", "适用范围"),
        ("(Scope)", "Scope"),
        ("【目的】", "目的"),
        ("(a) and (b)", "(a) and (b)"),
        ("Scope", "Scope"),
    ],
)
def test_heading_is_shown_without_its_brackets(heading: str, shown: str) -> None:
    assert numbering.strip_brackets(heading) == shown
