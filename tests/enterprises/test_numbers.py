"""Which numbers a country's enterprises have, and what is kept of one that was typed."""

import pytest
from django.core.exceptions import ValidationError

from enterprises.identifiers.schemes import ALL
from enterprises.models import CheckLevel, Identifier
from enterprises.numbers import asked_of, read


@pytest.mark.parametrize(
    ("country", "schemes"),
    [("cn", ["cn-uscc", "lei"]), ("ru", ["ru-inn", "ru-ogrn", "ru-ogrnip", "lei"]), ("tm", ["other", "lei"])],
)
def test_country_is_asked_for_its_own_numbers(country, schemes) -> None:
    assert [asked.scheme for asked in asked_of(country)] == schemes


@pytest.mark.parametrize("scheme", ALL, ids=[scheme.slug for scheme in ALL])
def test_example_of_each_kind_is_understood(scheme) -> None:
    number = read(scheme.slug, f" {scheme.example} ")

    assert (number.value, number.typed) == (scheme.example, scheme.example)
    assert number.checked in (CheckLevel.FORMAT, CheckLevel.CHECK_DIGIT)


@pytest.mark.parametrize(("typed", "value"), [(" 12-34 567 ", "1234567"), ("ＡＢ/12", "AB/12")])
def test_number_of_an_unknown_kind_is_kept_as_it_is(typed, value) -> None:
    assert (read("other", typed).value, read("other", typed).checked) == (value, CheckLevel.NONE)


@pytest.mark.parametrize("typed", ["12", "9" * 41, "12\x0734"])
def test_number_of_an_unknown_kind_has_bounds(typed) -> None:
    with pytest.raises(ValidationError) as refusal:
        read("other", typed)

    assert refusal.value.code == "length"


def test_number_says_what_it_is_called_and_what_is_odd() -> None:
    known = Identifier(scheme="kz-bin", value="109940000005")
    unknown = Identifier(scheme="other", value="1234567")

    assert str(unknown).endswith("1234567")
    assert (unknown.known, unknown.doubts) == (None, ())
    assert len(known.doubts) == 1
