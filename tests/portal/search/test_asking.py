import pytest

from portal.search.asking import LONGEST, ask, clean


def test_each_word_goes_to_the_field_of_its_script() -> None:
    asked = ask("合同 договор contract 2020")

    assert {field: list(words) for field, words in asked.words.items()} == {
        "zh": ["合同", "договор", "contract", "2020"],
        "en": ["contract", "2020"],
        "ru": ["договор", "2020"],
        "other": ["договор", "contract"],
    }


def test_question_words_are_left_out_where_others_remain() -> None:
    assert [ask(query).words["en"] for query in ("How can I end a contract", "how can I")] == [
        ["end", "contract"],
        ["how", "can", "i"],
    ]


def test_chinese_question_of_question_words_alone_is_kept() -> None:
    assert ask("怎么办").words["zh"] == ["怎么", "么办"]


@pytest.mark.parametrize(
    "query", ['"force majeure" x', "“force majeure” x", "«force majeure» x", "「force majeure」 x"]
)
def test_quotations_are_phrases_in_any_marks(query: str) -> None:
    assert ask(query).phrases == ["force majeure"]


def test_quotation_without_words_is_no_phrase() -> None:
    assert ask('"..." x').phrases == []


def test_numbers_alone_are_looked_for_in_every_language() -> None:
    assert set(ask("1980").words) == {"zh", "en", "ru", "other"}


def test_query_is_cut_and_freed_of_control_characters() -> None:
    assert (clean("a\0b\n c\ud800"), len(clean("x" * 10_000))) == ("a b c", LONGEST)
