"""A fee table as it stands in the database, for reckoning; what comes out can be kept as JSON."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from django.utils import timezone

from legal.rules import finding
from legal.rules.fees.lines import KEPT, Converted, Filing, FilingUnknown, Line
from legal.rules.fees.reckoning import LARGEST, Bracket, Table, reckon, to_fen
from legal.rules.kinds import Status
from legal.rules.models import Rule, Schedule
from legal.rules.names import Names


@dataclass(frozen=True, slots=True)
class Estimate:
    """What would be charged, line by line, and where the table was read; amounts are in RMB."""

    schedule: str
    amount: Decimal
    lines: tuple[Line, ...]
    total: Decimal
    confirmed: bool
    source: Names
    source_url: str
    checked_on: datetime.date | None

    def told(self) -> list[str]:
        """How it is reckoned, a sentence a line, in the active language."""
        return [line.tell() for line in self.lines]

    def as_json(self) -> dict[str, Any]:
        """What can be kept in a JSON column."""
        return {
            "schedule": self.schedule,
            "amount": str(self.amount),
            "lines": KEPT.dump_python(self.lines, mode="json"),
            "total": str(self.total),
            "confirmed": self.confirmed,
            "source": {"zh": self.source.zh, "en": self.source.en, "ru": self.source.ru},
            "source_url": self.source_url,
            "checked_on": self.checked_on.isoformat() if self.checked_on else None,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """What `as_json` gave; `ValueError` for what it did not."""
        checked = kept["checked_on"]
        return cls(
            kept["schedule"],
            Decimal(kept["amount"]),
            KEPT.validate_python(kept["lines"]),
            Decimal(kept["total"]),
            kept["confirmed"],
            Names(**kept["source"]),
            kept["source_url"],
            datetime.date.fromisoformat(checked) if checked else None,
        )


def convert(amount: Decimal, rate: Decimal) -> Decimal:
    """An amount of another currency in RMB, at the rate the applicant gives; rounded half a fen up."""
    return to_fen(amount * rate)


def estimate(
    schedule: Schedule,
    amount: Decimal,
    *,
    currency: str = "CNY",
    rate: Decimal | None = None,
    on: datetime.date | None = None,
) -> Estimate:
    """What the institution would charge for an amount in dispute; an estimate, since it alone sets the fee.

    For another currency than RMB the applicant gives the rate. `on` is the day of the filing, today by default: the fee
    for each filing is the one in force then. `ValueError` for an amount that is not above nothing, or a rate that is
    lacking where it is needed.
    """
    converted = () if currency == "CNY" else (_converted(amount, currency, rate),)
    cny = converted[0].cny if converted else amount
    filing = finding.rule(schedule.filing, on=on or timezone.localdate()) if schedule.filing else None
    lines: tuple[Line, ...] = (*converted, *reckon(_table(schedule), cny), *_filing(filing))
    return Estimate(
        schedule.slug,
        cny,
        lines,
        sum((line.fee for line in lines), Decimal(0)),
        all(row.status == Status.CONFIRMED for row in (schedule, filing) if row),
        Names.of(schedule, "source_title"),
        schedule.source_url,
        schedule.checked_on,
    )


def _converted(amount: Decimal, currency: str, rate: Decimal | None) -> Converted:
    if rate is None or not rate.is_finite() or not 0 < rate <= LARGEST or not abs(amount) <= LARGEST:
        raise ValueError("For another currency the rate is needed, above nothing.")
    return Converted(amount, currency, rate, convert(amount, rate))


def _table(schedule: Schedule) -> Table:
    bands = sorted(schedule.bands.all(), key=lambda band: band.above)
    return Table([Bracket(band.above, band.base, band.rate) for band in bands], schedule.minimum)


def _filing(rule: Rule | None) -> tuple[Line, ...]:
    if rule is None:
        return ()
    name = Names.of(rule)
    return (Filing(name, rule.figure),) if rule.is_known else (FilingUnknown(name),)
