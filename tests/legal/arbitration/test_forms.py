"""What is typed becomes values: amounts as people write them, rates that somebody else vouches for."""

from decimal import Decimal

import pytest

from legal.arbitration.forms import FactsForm, FeeForm
from legal.rules.amounts import AmountField

AMOUNTS = {
    "1000000": "1000000",
    "1,000,000": "1000000",
    "1,000,000.50": "1000000.50",
    "1 000 000,50": "1000000.50",
    "1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000": "1000000",
    "１００，０００": "100000",
    "0,5": "0.5",
    "12,345": "12345",
}
TYPED = {"kind": "scia-international", "amount": "100", "currency": "KZT"}
RATE = {"rate": "0.0135", "rate_on": "2026-11-20", "rate_source": "National Bank of Kazakhstan"}


@pytest.mark.parametrize("written", AMOUNTS)
def test_amount_is_read_as_it_is_written(written: str) -> None:
    assert AmountField().clean(written) == Decimal(AMOUNTS[written])


def test_another_currency_needs_rate_day_and_source() -> None:
    form = FeeForm(TYPED)

    assert sorted(form.errors) == ["rate", "rate_on", "rate_source"]


def test_rate_that_is_no_number_has_one_error() -> None:
    form = FeeForm(TYPED | RATE | {"rate": "x"})

    assert {name: len(errors) for name, errors in form.errors.items()} == {"rate": 1}


def test_amount_of_another_currency_is_something_in_rmb() -> None:
    worth, nothing = FeeForm(TYPED | RATE), FeeForm(TYPED | RATE | {"amount": "0.01", "counterclaim": "0.02"})

    assert worth.is_valid()
    assert sorted(nothing.errors) == ["amount", "counterclaim"]


def test_rate_for_rmb_is_passed_over() -> None:
    form = FeeForm(TYPED | RATE | {"currency": "cny"})

    assert form.is_valid()
    assert (form.cleaned_data["currency"], form.cleaned_data["rate"]) == ("CNY", None)


def test_days_that_are_no_number_have_one_error() -> None:
    form = FactsForm({"negotiation": "on", "days": "soon"})

    assert len(form.errors["days"]) == 1
