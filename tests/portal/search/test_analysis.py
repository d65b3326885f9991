from itertools import pairwise

import pytest

from portal.search.analysis import han_tokens, normalise, stems


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("買賣合同", "买卖合同"),
        ("第２８¹条", "第28-1条"),
        ("合同（草案）：甲，乙；", "合同(草案):甲,乙;"),
        ("ЁЛКА ёж", "ЕЛКА еж"),
        ("plain", "plain"),
        ("до\u00adговор", "договор"),
    ],
)
def test_text_is_brought_to_one_form(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


def test_chinese_is_cut_into_bigrams_and_other_words_stay_whole() -> None:
    assert han_tokens("买卖合同APP退,税") == ["买卖", "卖合", "合同", "app", "退", "税"]


def test_run_without_end_is_cut_like_a_short_one() -> None:
    run = "买卖合同" * 500

    assert han_tokens(run) == [first + second for first, second in pairwise(run)]


def test_each_language_has_its_stems() -> None:
    assert [
        stems("договоров", "ru"),
        stems("contracts", "en"),
        stems("合同法", "zh"),
        stems("şartnomalar", "other"),
    ] == [
        ["договор"],
        ["contract"],
        ["合同", "同法"],
        ["şartnomalar"],
    ]
