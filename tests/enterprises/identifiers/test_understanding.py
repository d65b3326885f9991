"""Numbers as people type them: understood, or refused in a sentence that says what to look at."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from enterprises.identifiers.schemes import ALL, SCHEMES, Checked
from enterprises.identifiers.understanding import LONGEST, NotUnderstoodError, understand
from portal.languages import CODES


def refusal(slug, typed, code="en"):
    with translation.override(code), pytest.raises(NotUnderstoodError) as refused:
        understand(SCHEMES[slug], typed)
    return refused.value


def sentences(slug, typed, code="en"):
    with translation.override(code):
        return refusal(slug, typed, code).messages


@pytest.mark.parametrize(
    ("slug", "typed", "value"),
    [
        ("cn-uscc", "９１６５３１０１　０００００００１９６", "916531010000000196"),
        ("cn-uscc", "n2-653101-mf0000005-m", "N2653101MF0000005M"),
        ("kz-bin", "\u200f1001 4000 0003\n", "100140000003"),
        ("by-unp", "ma 1953684", "MA1953684"),
        ("az-voen", "000.000.0001", "0000000001"),
        ("pk-ntn", "0000000-0", "00000000"),
        ("lei", "0000 00ex ample 00000 94", "000000EXAMPLE0000094"),
    ],
)
def test_case_width_and_what_separates_are_understood(slug, typed, value):
    understood = understand(SCHEMES[slug], typed)

    assert (understood.scheme.slug, understood.value, understood.doubts) == (slug, value, ())


def test_what_only_the_form_was_checked_of_says_so():
    assert understand(SCHEMES["tj-inn"], "000000000").checked is Checked.FORMAT
    assert understand(SCHEMES["tr-vkn"], "1234567890").checked is Checked.CHECK_DIGIT


@pytest.mark.parametrize(
    ("slug", "typed", "doubt"),
    [
        (
            "cn-uscc",
            "91653101000000011D",
            "The organisation code within this number (characters 9 to 17) fails its own check.",
        ),
        (
            "kz-bin",
            "101340000003",
            "The third and fourth digits should be a month, from 01 to 12.",
        ),
        (
            "uz-stir",
            "400000000",
            "The STIR of a legal entity begins with 2.",
        ),
    ],
)
def test_odd_value_is_understood_with_a_doubt(slug, typed, doubt):
    with translation.override("en"):
        (said,) = understand(SCHEMES[slug], typed).doubts

        assert said.startswith(doubt)


@pytest.mark.parametrize(
    ("slug", "typed", "reason", "sentence"),
    [
        (
            "cn-uscc",
            "",
            "length",
            "Unified Social Credit Code: you typed 0 characters, without spaces and dashes, and there should be 18.",
        ),
        (
            "kz-iin",
            "-1-",
            "length",
            (
                "Individual Identification Number (IIN): "
                "you typed 1 character, without spaces and dashes, and there should be 12."
            ),
        ),
        (
            "ru-inn",
            "12345678904",
            "length",
            (
                "Taxpayer Identification Number (INN): you typed 11 characters, without spaces and dashes, "
                "and there should be 10 or 12."
            ),
        ),
        (
            "tr-vkn",
            "12345 678 ÷0",
            "character",
            "Tax Identification Number (VKN): “÷” cannot stand in place 9, spaces and dashes not counted.",
        ),
        (
            "tr-vkn",
            "123456789\x00",
            "character",
            "Tax Identification Number (VKN): “U+0000” cannot stand in place 10, spaces and dashes not counted.",
        ),
        (
            "tr-vkn",
            "12345678\u03011",
            "character",
            "Tax Identification Number (VKN): “U+0301” cannot stand in place 9, spaces and dashes not counted.",
        ),
        (
            "tr-vkn",
            "Ы234567890",
            "character",
            "Tax Identification Number (VKN): “Ы” cannot stand in place 1, spaces and dashes not counted.",
        ),
        (
            "cn-uscc",
            "916531010000000Ы96",
            "character",
            "Unified Social Credit Code: “Ы” in place 16 is a Cyrillic letter; only Latin ones can stand there.",
        ),
        (
            "tr-vkn",
            "1234567891",
            "check-digit",
            (
                "Tax Identification Number (VKN): the check digit does not agree with the other characters, "
                "so at least one is wrong."
            ),
        ),
    ],
)
def test_wrong_value_is_refused_in_one_sentence(slug, typed, reason, sentence):
    refused = refusal(slug, typed)

    assert (refused.reason, refused.meant) == (reason, "")
    assert sentences(slug, typed) == [sentence]


@pytest.mark.parametrize(
    ("slug", "typed", "meant"),
    [
        ("cn-uscc", "916S3101OOOO000I96", "916531010000000196"),
        ("cn-uscc", "N2653101МF0000005М", "N2653101MF0000005M"),
        ("kz-bin", "l0014ооо0003", "100140000003"),
        ("by-unp", "МА1953684", "MA1953684"),
        ("by-unp", "lO0000007", "100000007"),
        ("ru-inn", "1Z34S67894", "1234567894"),
        ("ru-inn", "12З4567894", "1234567894"),
        ("ru-inn", "١٢٣٤٥٦٧٨٩٤", "1234567894"),
        ("tj-inn", "00000000O", "000000000"),
        ("lei", "000000EXAMPLEO000094", "000000EXAMPLE0000094"),
        ("lei", "000000ЕХАМРLE0000094", "000000EXAMPLE0000094"),
    ],
)
def test_look_alikes_are_not_changed_but_asked_about(slug, typed, meant):
    assert refusal(slug, typed).meant == meant
    assert sentences(slug, typed)[1:] == [f"Did you mean {meant}?"]


@pytest.mark.parametrize(
    ("slug", "typed"),
    [("ru-inn", "1Z34567895"), ("ru-inn", "1Ж34S67894"), ("ru-inn", "1O"), ("lei", "00I000EXAMPLEO000094")],
)
def test_nothing_is_asked_where_no_right_value_looks_like_it(slug, typed):
    assert refusal(slug, typed).meant == ""


@pytest.mark.parametrize(
    "typed", ["1" * 10_000, " " * 10_000, "\x00" * 10_000, "\ufdfa" * LONGEST, "\u0316\u0301" * 500]
)
def test_whole_text_is_refused_by_its_length(typed):
    assert refusal("cn-uscc", typed).reason == "length"


def test_text_too_long_to_be_looked_at_is_told_what_belongs_there():
    assert sentences("ru-inn", "1" * (LONGEST + 1)) == [
        "Taxpayer Identification Number (INN): this is a whole text, while the number has 10 or 12 characters."
    ]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("typed", ["", "1", "12", "12345", "1234567891", "Ы234567890", "1" * 1001])
def test_refusal_is_said_in_each_language(typed, code):
    (sentence,) = sentences("tr-vkn", typed, code)

    assert "VKN" in sentence
    assert (sentence == sentences("tr-vkn", typed)[0]) == (code == "en")


@pytest.mark.parametrize(
    ("typed", "count"), [("1", "введен 1 знак,"), ("123", "введено 3 знака,"), ("12345", "введено 5 знаков,")]
)
def test_characters_are_counted_as_russian_counts(typed, count):
    assert count in sentences("tr-vkn", typed, "ru")[0]


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.slug)
@given(st.text() | st.text("0123456789OIlZS АВСЕНКМОРТХ-\x00\ud800", min_size=7, max_size=20))
def test_any_text_is_understood_or_refused(scheme, typed):
    try:
        right = understand(scheme, typed).value
    except NotUnderstoodError as refused:
        right = refused.meant or scheme.example
        said = refused.messages
    else:
        said = ["nothing"]

    assert understand(scheme, right).value == right
    assert all(said)


def test_refusal_is_one_a_form_shows():
    assert isinstance(refusal("tr-vkn", ""), ValidationError)
