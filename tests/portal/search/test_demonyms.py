import pytest

from portal.search.demonyms import forms


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kazakhstan", {"kazakhstan", "kazakh", "kazakhs", "kazakhstani"}),
        ("china", {"china", "chinese"}),
        ("russia", {"russia", "russian", "russians"}),
        ("germany", {"germany", "german"}),
        ("turkey", {"turkish"}),
        ("казахстан", {"казахстана", "казахстанской", "казахского"}),
        ("россия", {"россии", "российского", "российскими"}),
        ("грузия", {"грузии", "грузинский"}),
        ("吉尔吉斯斯坦", {"吉尔吉斯斯坦", "吉尔吉斯"}),
        ("新疆维吾尔自治区", {"新疆维吾尔自治区", "新疆"}),
        ("hong kong", {"hong kong"}),
        ("中国", {"中国"}),
    ],
)
def test_cases_people_and_adjectives_are_forms_of_a_name(name: str, words: set[str]) -> None:
    assert forms(name) >= words


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("india", "individual"),
        ("india", "indicate"),
        ("индия", "индивидуальный"),
        ("грузия", "груза"),
        ("грузия", "грузить"),
    ],
)
def test_word_that_begins_alike_is_no_form(name: str, word: str) -> None:
    assert word not in forms(name)
