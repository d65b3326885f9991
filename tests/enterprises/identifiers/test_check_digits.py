"""Check digits: what they find, and whether the libraries think the same."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from idnumbers.nationalid.KAZ import BusinessIDNumber, IndividualIDNumber
from stdnum.cn import uscc
from stdnum.ru import ogrn

from enterprises.identifiers.check_digits import CREDIT_CODE_CHARACTERS, is_organisation_code
from enterprises.identifiers.schemes import ALL, DIGITS, SCHEMES, Checked

# How many characters at the end a check is in; before the last digit in the VÖEN.
CHECKS_AT_END = {"lei": 2, "ru-inn": 2, "az-voen": 2}
CHECKED = [scheme for scheme in ALL if scheme.checked is Checked.CHECK_DIGIT]
# The others divide by 11 or 13 and keep one digit of what remains, or count a second time with other weights.
FINDS_ANY_CHANGE = ("cn-uscc", "az-voen", "tr-vkn", "lei")


def values(scheme):
    """Any value with a form of the scheme, right or not."""
    return st.one_of([st.tuples(*map(st.sampled_from, form)).map("".join) for form in scheme.forms])


@st.composite
def right_values(draw, scheme):
    """Any right value: the first characters as they come, the last ones so that they agree."""
    value = draw(values(scheme))
    count = CHECKS_AT_END.get(scheme.slug, 1)
    ends = CREDIT_CODE_CHARACTERS if count == 1 else [f"{number:02}" for number in range(100)]
    right = [value[:-count] + end for end in ends if scheme.is_right(value[:-count] + end)]
    assume(right)
    return draw(st.sampled_from(right))


def changed(value, place, character):
    return value[:place] + character + value[place + 1 :]


@pytest.mark.parametrize("slug", FINDS_ANY_CHANGE)
@given(st.data())
def test_any_changed_digit_is_found(slug, data):
    value = data.draw(right_values(SCHEMES[slug]))
    # The last digit of a VÖEN is beyond its check.
    places = [place for place, one in enumerate(value) if one in DIGITS][: 9 if slug == "az-voen" else None]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from(DIGITS.replace(value[place], "")))

    assert not SCHEMES[slug].is_right(changed(value, place, digit))


@pytest.mark.parametrize(
    ("slug", "places", "characters"), [("cn-uscc", range(18), CREDIT_CODE_CHARACTERS), ("by-unp", range(2, 9), DIGITS)]
)
@given(data=st.data())
def test_any_changed_character_is_found(slug, places, characters, data):
    value = data.draw(right_values(SCHEMES[slug]))
    place = data.draw(st.sampled_from(places))
    character = data.draw(st.sampled_from(characters.replace(value[place], "")))

    assert not SCHEMES[slug].is_right(changed(value, place, character))


@pytest.mark.parametrize("scheme", CHECKED, ids=lambda scheme: scheme.slug)
@given(st.data())
def test_changed_check_digit_is_found(scheme, data):
    value = data.draw(right_values(scheme))
    place = len(value) - (2 if scheme.slug == "az-voen" else 1)
    digit = data.draw(st.sampled_from(DIGITS.replace(value[place], "")))

    assert not scheme.is_right(changed(value, place, digit))


@given(st.data())
def test_credit_code_agrees_with_the_library_where_that_takes_the_first_two_characters(data):
    scheme = SCHEMES["cn-uscc"]
    value = data.draw(values(scheme) | right_values(scheme))

    assert uscc.is_valid(value) == (scheme.is_right(value) and value[:2].isdigit())


@given(st.data())
def test_first_two_letters_of_a_credit_code_have_the_check_of_the_library(data):
    value = data.draw(right_values(SCHEMES["cn-uscc"]))

    assert uscc.calc_check_digit(value) == value[-1]


@given(st.data())
def test_bin_agrees_with_the_library_which_refuses_what_we_doubt(data):
    scheme = SCHEMES["kz-bin"]
    value = data.draw(values(scheme) | right_values(scheme))

    assert BusinessIDNumber.validate(value) == (scheme.is_right(value) and not scheme.doubts(value))


@given(st.data())
def test_iin_takes_whatever_the_library_takes(data):
    scheme = SCHEMES["kz-iin"]
    value = data.draw(values(scheme) | right_values(scheme))

    assert scheme.is_right(value) or not IndividualIDNumber.validate(value)


def test_iin_need_not_begin_with_a_date():
    assert not IndividualIDNumber.validate("990231300010")
    assert SCHEMES["kz-iin"].is_right("990231300010")


@given(st.data())
def test_ogrnip_agrees_with_the_library_where_the_remainder_has_one_digit(data):
    scheme = SCHEMES["ru-ogrnip"]
    value = data.draw(values(scheme) | right_values(scheme))

    assert ogrn.is_valid(value) == (scheme.is_right(value) and int(value[:-1]) % 13 < 10)


@pytest.mark.parametrize(
    ("value", "right"),
    # First the example of GB 11714-1997, without its hyphen; last a letter that checks nothing.
    [("D2143569X", True), ("D21435690", False), ("000000019", True), ("000000000", True), ("00000001U", False)],
)
def test_organisation_code_has_a_check_of_its_own(value, right):
    assert is_organisation_code(value) is right
