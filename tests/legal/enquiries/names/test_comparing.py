import pytest

from legal.enquiries.names import LONGEST, Keys, Match, Named, Rule, Verdict, compare, keys_of
from tests.bench.measuring import within
from tests.legal.enquiries.names.pairs import OTHERS, SAME

ROMASHKA = tuple(keys_of("ТОО «Ромашка»"))
BIN = ("kz-bin", "100140000003")
OTHER_BIN = ("kz-bin", "100140000011")


def test_same_number_is_a_hit_whatever_the_names():
    match = compare(Named(ROMASHKA, frozenset({BIN})), Named(tuple(keys_of("Vasilek LLP")), frozenset({BIN})))

    assert match == Match(Verdict.HIT, Rule.IDENTIFIER)


def test_same_name_under_another_number_of_the_same_kind_is_only_possible():
    match = compare(Named(ROMASHKA, frozenset({BIN})), Named(ROMASHKA, frozenset({OTHER_BIN})))

    assert match == Match(Verdict.POSSIBLE, Rule.DETAILS)


@pytest.mark.parametrize(("country", "verdict"), [("kz", Verdict.HIT), ("", Verdict.HIT), ("kg", Verdict.POSSIBLE)])
def test_same_name_in_the_register_of_another_country_is_only_possible(country, verdict):
    assert compare(Named(ROMASHKA, country="kz"), Named(ROMASHKA, country=country)).verdict == verdict


def test_nobody_named_is_clear_of_everybody():
    assert compare(Named(()), Named(ROMASHKA)) == Match(Verdict.CLEAR, Rule.NOTHING)


@pytest.mark.parametrize("name", ["喀什丝路贸易有限公司 Silk Road Ltd", "ТОО «Ромашка» (Алматы)", "吕布"])
def test_keys_come_back_out_of_json_as_they_went_in(name):
    keys = keys_of(name)

    assert [Keys.from_json(key.as_json()) for key in keys] == keys


@pytest.mark.parametrize("name", ["", "«»", "()", "---", "\u200b\u0007", "🙂"])
def test_what_names_nobody_has_no_keys(name):
    assert keys_of(name) == []


@pytest.mark.parametrize(
    ("mixed", "plain"), [("Oкеaн", "Океан"), ("Kаpавaн", "Караван"), ("Rоmаshкa", "Romashka"), ("Дodo", "Дodo")]
)
def test_letters_typed_on_another_keyboard_are_those_of_the_rest_of_the_word(mixed, plain):
    assert compare(Named(tuple(keys_of(mixed))), Named(tuple(keys_of(plain)))) == Match(Verdict.HIT, Rule.NAME)


@pytest.mark.parametrize(
    "name",
    [
        "行" * LONGEST * 9,
        "和差着和",
        "a " * 999,
        "x j " * 999,
        "(" * 999,
        "()" * 999,
        "\u0301" * 999,
        "ﷺ" * 999,
        "尉迟恭",
        "有限公司",
    ],
)
def test_whatever_is_typed_takes_no_time(name):
    with within(1.0):
        named = Named(tuple(keys_of(name)))
        for _ in range(100):
            compare(named, named)


def test_of_the_examples_no_two_of_different_names_but_few_are_taken_for_one():
    said = [compare(Named(tuple(keys_of(one))), Named(tuple(keys_of(other)))).verdict for one, other, _ in OTHERS]

    assert said.count(Verdict.HIT) == 0
    assert len(said) == 48
    assert said.count(Verdict.POSSIBLE) == 15


def test_of_the_examples_few_that_are_one_are_missed():
    said = [compare(Named(tuple(keys_of(one))), Named(tuple(keys_of(other)))).verdict for one, other, _ in SAME]

    assert len(said) == 94
    assert said.count(Verdict.HIT) == 60
    assert said.count(Verdict.CLEAR) == 4
