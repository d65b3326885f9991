"""What the fees of a request would be, and which procedure its amount leads to."""

import datetime
from decimal import Decimal
from typing import Any, Final

from legal.arbitration.estimating import Expected, expect
from legal.arbitration.models import Filing
from legal.rules.fees.reckoning import LARGEST

ESTIMATE_FORMAT: Final = "estimate-1"


def expected_for(filing: Filing, amount: Decimal, *, on: datetime.date) -> Expected | None:
    """What is estimated of an amount in RMB by the tables in force on a day.

    None before it is known what is claimed and of what kind.
    """
    if not filing.case_kind or not 0 < amount <= LARGEST:
        return None
    given = {"kind": filing.case_kind, "amount": amount, "currency": "CNY", "rate": None, "counterclaim": None}
    return expect(given, on=on)


def snapshot(expected: Expected | None, *, on: datetime.date) -> dict[str, Any] | None:
    """An estimate as it is kept with what was submitted: table, amount, lines, source, the day it was made on."""
    if expected is None or expected.schedule is None or expected.claim is None:
        return None
    begun = expected.schedule.effective_from
    return expected.claim.as_json() | {
        "format": ESTIMATE_FORMAT,
        "on": on.isoformat(),
        "in_force_from": begun.isoformat() if begun else "",
    }
