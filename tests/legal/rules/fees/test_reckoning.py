"""The arithmetic of fee tables: the known figures of SCIA's table, its edges, and what holds for any amount."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal.rules.fees import Bracket, Table, reckon, to_fen
from legal.rules.fees.lines import Banded, Least
from legal.rules.loading.files import read

N = Decimal


def table(slug: str) -> Table:
    (entry,) = [entry for entry in read("schedules")["schedule"] if entry["slug"] == slug]
    brackets = [Bracket(*map(N, band)) for band in entry["bands"]]
    return Table(brackets, N(entry["minimum"]) if "minimum" in entry else None)


INTERNATIONAL, DOMESTIC = table("scia-international"), table("scia-domestic-acceptance")


def fee(of: Table, amount: Decimal) -> Decimal:
    return sum((line.fee for line in reckon(of, amount)), N(0))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0.01", "10000"),
        ("1", "10000"),
        ("200000", "10000"),
        ("285714.28", "10000"),
        # ten thousand and 0.15 fen: less than half a fen
        ("285714.29", "10000.00"),
        ("285714.43", "10000.01"),
        ("1000000", "35000"),
        # a fortieth of a fen more
        ("1000000.01", "35000"),
        ("3000000", "85000"),
        ("5000000", "135000"),
        ("5000000.01", "135000"),
        ("10000000", "210000"),
        ("10000000.01", "210000"),
        ("50000000", "610000"),
        ("50000000.01", "610000"),
        ("100000000", "935000"),
    ],
)
def test_fee_of_an_international_case(amount, expected):
    assert fee(INTERNATIONAL, N(amount)) == N(expected)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        *[("1", "100"), ("1000", "100"), ("1000.01", "100"), ("50000", "2550"), ("50000.01", "2550")],
        *[("100000", "4550"), ("100000.01", "4550"), ("200000", "7550"), ("200000.01", "7550")],
        *[("500000", "13550"), ("500000.01", "13550"), ("1000000", "18550"), ("1000000.01", "18550")],
        ("3000000", "28550"),
    ],
)
def test_acceptance_fee_of_a_mainland_case(amount, expected):
    assert fee(DOMESTIC, N(amount)) == N(expected)


def test_lines_say_the_band_the_part_above_it_and_what_the_least_fee_adds():
    assert reckon(INTERNATIONAL, N(3_000_000)) == (
        Banded(N(3_000_000), N(1_000_000), N(35_000), N("2.5"), N(2_000_000), N(85_000)),
    )
    assert reckon(INTERNATIONAL, N(200_000)) == (
        Banded(N(200_000), N(0), N(0), N("3.5"), N(200_000), N(7_000)),
        Least(N(10_000), N(3_000)),
    )


@pytest.mark.parametrize(("amount", "rounded"), [("0.005", "0.01"), ("0.0149", "0.01"), ("2.675", "2.68")])
def test_half_a_fen_is_rounded_up(amount, rounded):
    assert to_fen(N(amount)) == N(rounded)


@pytest.mark.parametrize("amount", ["0", "-1", "NaN", "Infinity", "1e16"])
def test_no_fee_is_reckoned_for_what_is_no_amount(amount):
    with pytest.raises(ValueError, match="No fee"):
        reckon(INTERNATIONAL, N(amount))


amounts = st.decimals("0.01", "1e12", places=2)
tables = st.sampled_from([INTERNATIONAL, DOMESTIC])


@given(of=tables, amount=amounts, more=amounts)
def test_more_in_dispute_never_costs_less(of, amount, more):
    assert fee(of, amount + more) >= fee(of, amount)


@pytest.mark.parametrize("of", [INTERNATIONAL, DOMESTIC])
def test_table_is_continuous_where_a_bracket_begins(of):
    for bracket in of.brackets[1:]:
        assert fee(of, bracket.above) == bracket.base
        assert fee(of, bracket.above + N("0.01")) - bracket.base <= N("0.01")


@given(of=tables, amount=amounts)
def test_fee_is_of_whole_fen_and_the_sum_of_its_lines(of, amount):
    lines = reckon(of, amount)

    assert all(line.fee == to_fen(line.fee) for line in lines)
    assert sum((line.fee for line in lines), N(0)) == fee(of, amount)
