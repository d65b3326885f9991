"""What counts of what was typed."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enterprises.identifiers.typed import plain


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", ""),
        ("９１６５", "9165"),
        ("ｎ２ａ", "N2A"),
        (" 91\t65\u00a031\u300001\n", "91653101"),
        ("91-65–31—01−0・0·0.0", "916531010000"),
        ("\u200b9\u200e1\u202e6\ufeff5\u00ad", "9165"),
        ("١٢", "١٢"),
        ("А1", "А1"),
        ("9\x001", "9\x001"),
    ],
)
def test_width_case_and_separators_do_not_count_and_everything_else_does(typed, value):
    assert plain(typed) == value


@given(st.text())
def test_plain_text_stays_as_it_is(typed):
    assert plain(plain(typed)) == plain(typed)


def test_every_character_is_plain_after_one_time():
    characters = [chr(number) for number in range(sys.maxunicode + 1) if unicodedata.category(chr(number)) != "Cn"]

    once = [plain(character) for character in characters if plain(character) != character]

    assert [value for value in once if plain(value) != value] == []
