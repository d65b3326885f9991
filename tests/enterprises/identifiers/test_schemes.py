"""Which numbers there are, and which values each takes."""

import re

import pytest
from django.utils import translation

from enterprises.identifiers.schemes import ALL, SCHEMES, Checked, of_country
from portal.languages import CODES

# Made up, or examples of the standards and of the libraries' documentation.
RIGHT = {
    "cn-uscc": ["916531010000000196", "N2653101MF0000005M", "A1110000000000043T", "Y1653101000000051U"],
    "kz-bin": ["100140000003"],
    "kz-iin": ["990231300010", "000000000000"],
    "ru-inn": ["1234567894", "123456789047"],
    "ru-ogrn": ["1000000000000"],
    "ru-ogrnip": ["300000000000004", "300000000000060", "385768585948949"],
    "by-unp": ["100000007", "MA1953684"],
    "az-voen": ["0000000001", "0000000002"],
    "tr-vkn": ["1234567890"],
    "uz-stir": ["200000000", "400000000"],
    "kg-inn": ["00000000000000"],
    "tj-inn": ["000000000"],
    "pk-ntn": ["0000000", "00000000"],
    "lei": ["000000EXAMPLE0000094"],
}
WRONG = {
    "cn-uscc": [
        "91653101000000019",
        "916531010000000197",
        "91653101000000O196",
        "9165310A0000000196",
        "I16531010000000196",
    ],
    "kz-bin": ["10014000000", "100140000004", "100110000003", "100144000003", "10014000000A", "000040000090"],
    "kz-iin": ["99023130001", "990231300011", "99023130001O"],
    "ru-inn": ["12345678904", "1234567895", "123456789037", "12345678 4Х"],
    "ru-ogrn": ["300000000000004", "1000000000001", "0000000000000"],
    "ru-ogrnip": ["1000000000000", "300000000000005", "100000000000004", "30000000000006O"],
    "by-unp": ["100000008", "800000008", "1A1953684", "MX1953684", "МА1953684"],
    "az-voen": ["000000001", "0000000011", "0000000003"],
    "tr-vkn": ["123456789", "1234567891", "123456789O"],
    "uz-stir": ["20000000", "2000000000", "2O0000000"],
    "kg-inn": ["0000000000000", "0000000000000A"],
    "tj-inn": ["0000000000", "00000000A"],
    "pk-ntn": ["000000", "000000000", "000000A"],
    "lei": ["000000EXAMPLE0000095", "000000EXAMPLE00000O4", "000000EXAMPLE000009", "000000EXAMPL_0000094"],
}
PAIRS_RIGHT = [(slug, value) for slug, values in RIGHT.items() for value in values]
PAIRS_WRONG = [(slug, value) for slug, values in WRONG.items() for value in values]


@pytest.mark.parametrize(("slug", "value"), PAIRS_RIGHT)
def test_right_value_is_right(slug, value):
    assert SCHEMES[slug].is_right(value)


@pytest.mark.parametrize(("slug", "value"), PAIRS_WRONG)
def test_wrong_value_is_not(slug, value):
    assert not SCHEMES[slug].is_right(value)


def test_every_scheme_is_tried_both_ways():
    assert set(RIGHT) == set(WRONG) == set(SCHEMES)
    assert len(SCHEMES) == len(ALL)


@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.slug)
def test_example_is_right_and_nothing_is_odd_about_it(scheme):
    assert (scheme.is_right(scheme.example), scheme.doubts(scheme.example)) == (True, ())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("scheme", ALL, ids=lambda scheme: scheme.slug)
def test_name_is_said_in_each_language(scheme, code):
    with translation.override(code):
        name = str(scheme.name)

    assert bool(re.search("[一-鿿]", name)) == (code == "zh-hans")
    assert bool(re.search("[А-я]", name)) == (code == "ru")


def test_only_what_has_a_rule_is_said_to_be_checked():
    by_form = {scheme.slug for scheme in ALL if scheme.checked is Checked.FORMAT}

    assert by_form == {"uz-stir", "kg-inn", "tj-inn", "pk-ntn"}


@pytest.mark.parametrize(
    ("code", "slugs"),
    [
        ("kz", ["kz-bin", "kz-iin", "lei"]),
        ("RU", ["ru-inn", "ru-ogrn", "ru-ogrnip", "lei"]),
        ("tm", ["lei"]),
        ("", ["lei"]),
    ],
)
def test_country_has_its_own_schemes_and_then_those_of_the_world(code, slugs):
    assert [scheme.slug for scheme in of_country(code)] == slugs
