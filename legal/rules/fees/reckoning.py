"""The arithmetic of a fee table: decimals alone, no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from legal.rules.fees.lines import Banded, Least

FEN: Final = Decimal("0.01")
HUNDRED: Final = Decimal(100)
# More than any claim: beyond it a decimal of 28 digits would begin to round by itself.
LARGEST: Final = Decimal("1e15")


@dataclass(frozen=True, slots=True)
class Bracket:
    """Above an amount: a fee, and so many per cent of what exceeds it."""

    above: Decimal
    base: Decimal
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Table:
    """Brackets from the lowest up, the first above nothing; and the least that is charged, if anything is said."""

    brackets: Sequence[Bracket]
    minimum: Decimal | None = None


def to_fen(amount: Decimal) -> Decimal:
    """Rounded to hundredths of a yuan, half a fen up."""
    return amount.quantize(FEN, rounding=ROUND_HALF_UP)


def reckon(table: Table, amount: Decimal) -> tuple[Banded | Least, ...]:
    """The lines of the fee for an amount in RMB, whose fees add up to it.

    An amount that is exactly where a bracket begins still belongs to the one below. `ValueError` for an amount that is
    not above nothing, or above 10¹⁵.
    """
    if not amount.is_finite() or not 0 < amount <= LARGEST:
        raise ValueError(f"No fee is reckoned for {amount}.")
    bracket = [one for one in table.brackets if one.above < amount][-1]
    part = amount - bracket.above
    fee = to_fen(bracket.base + part * bracket.rate / HUNDRED)
    line = Banded(amount, bracket.above, bracket.base, bracket.rate, part, fee)
    if table.minimum is None or fee >= table.minimum:
        return (line,)
    return line, Least(table.minimum, table.minimum - fee)
