"""What the parts of a notice add up to, and what state that is: the only place that reckons."""

from decimal import Decimal
from typing import Any

from django.db.models import Sum

from legal.fees.models import FeeNotice
from legal.fees.models.notice import NOTHING
from legal.fees.states import State


def sums_of(notice: FeeNotice) -> dict[str, Any]:
    """What was received, given back and waived, out of the rows themselves."""
    return {
        "received": _sum(notice.payments.all()),
        "refunded": _sum(notice.reliefs.refunds()),
        "waived": _sum(notice.reliefs.waivers()),
    }


def state_of(total: Decimal, *, received: Decimal, refunded: Decimal, waived: Decimal) -> State:
    """The state of a notice that was not cancelled: what is held against what is due."""
    due, held = total - waived, received - refunded
    if held > due:
        return State.OVERPAID
    if held == due:
        return State.PAID if due else State.WAIVED
    return State.PART_PAID if held else State.ISSUED


def _sum(rows: Any) -> Decimal:
    found: Decimal | None = rows.aggregate(sum=Sum("amount"))["sum"]
    return found or NOTHING
