"""The lines of an estimate: each is told as a whole sentence in the active language."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final, Literal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from pydantic import Field, TypeAdapter

from legal.rules.names import Names


@dataclass(frozen=True, slots=True)
class Converted:
    """The amount in RMB, at the rate that was typed."""

    amount: Decimal
    currency: str
    rate: Decimal
    cny: Decimal
    line: Literal["converted"] = "converted"
    fee: Decimal = Decimal(0)

    def tell(self) -> str:
        return _("%(amount)s %(currency)s at the rate given, %(rate)s, is RMB %(cny)s.") % {
            "amount": money(self.amount),
            "currency": self.currency,
            "rate": number_format(self.rate.normalize(), use_l10n=True, force_grouping=True),
            "cny": money(self.cny),
        }


@dataclass(frozen=True, slots=True)
class Banded:
    """The band of the table that the amount falls in: a fee, and a part of what exceeds where the band begins."""

    amount: Decimal
    above: Decimal
    base: Decimal
    rate: Decimal
    part: Decimal
    fee: Decimal
    line: Literal["banded"] = "banded"

    def tell(self) -> str:
        told = {
            "amount": money(self.amount),
            "above": money(self.above),
            "base": money(self.base),
            "rate": number_format(self.rate.normalize(), use_l10n=True),
            "part": money(self.part),
            "fee": money(self.fee),
        }
        if not self.rate:
            return _("For RMB %(amount)s the table sets a fee of RMB %(fee)s.") % told
        if not self.base:
            return _("%(rate)s %% of RMB %(part)s is RMB %(fee)s.") % told
        return _("RMB %(base)s, and %(rate)s %% of the RMB %(part)s above RMB %(above)s, is RMB %(fee)s.") % told


@dataclass(frozen=True, slots=True)
class Least:
    """What the table charges at least; `fee` is what this adds."""

    minimum: Decimal
    fee: Decimal
    line: Literal["least"] = "least"

    def tell(self) -> str:
        return _("The table charges RMB %(minimum)s at least.") % {"minimum": money(self.minimum)}


@dataclass(frozen=True, slots=True)
class Filing:
    """What is charged for each filing besides."""

    name: Names
    fee: Decimal
    line: Literal["filing"] = "filing"

    def tell(self) -> str:
        return _("%(name)s: RMB %(fee)s.") % {"name": self.name.any(), "fee": money(self.fee)}


@dataclass(frozen=True, slots=True)
class FilingUnknown:
    """Something is charged for each filing, and nothing is known of how much."""

    name: Names
    fee: Decimal = Decimal(0)
    line: Literal["filing-unknown"] = "filing-unknown"

    def tell(self) -> str:
        return _("%(name)s: as notified by the institution; not in the sum.") % {"name": self.name.any()}


Line = Converted | Banded | Least | Filing | FilingUnknown
KEPT: Final[TypeAdapter[tuple[Line, ...]]] = TypeAdapter(tuple[Annotated[Line, Field(discriminator="line")], ...])


def money(amount: Decimal) -> str:
    """An amount as the active language writes it; fen only where there are any."""
    places = 0 if amount == amount.to_integral_value() else 2
    return number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)
