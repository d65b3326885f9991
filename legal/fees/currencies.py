"""In which currencies fees are asked for, and how many places each has (ISO 4217)."""

from decimal import Decimal
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from portal.workflow.errors import NotAllowedError

PLACES: Final = {
    "CNY": 2,
    "USD": 2,
    "EUR": 2,
    "HKD": 2,
    "RUB": 2,
    "KZT": 2,
    "KGS": 2,
    "UZS": 2,
    "TJS": 2,
    "JPY": 0,
    "KRW": 0,
}
CHOICES: Final = [(code, code) for code in PLACES]
# More than any fee, and exact in a column of 16 digits.
LARGEST: Final = Decimal(10) ** 12


def require_exact(amount: Decimal, currency: str) -> None:
    """`NotAllowedError` "amount" where an amount is not above nothing, or has more places than its currency."""
    if not 0 < amount <= LARGEST or amount != round(amount, PLACES[currency]):
        raise NotAllowedError(
            _("Give an amount above nothing, with no more places than the currency has."), code="amount"
        )


def written(amount: Decimal, currency: str) -> str:
    """An amount with its currency, as the active language writes it; each digit counts, so that none is left out."""
    number = number_format(amount, decimal_pos=PLACES[currency], use_l10n=True, force_grouping=True)
    return f"{currency}\N{NO-BREAK SPACE}{number}"
