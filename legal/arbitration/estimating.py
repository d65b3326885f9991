"""What an arbitration would cost by the tables the portal holds, and on which track it would go."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from legal.rules import fees, finding
from legal.rules.fees import Estimate
from legal.rules.models import Rule, Schedule

CEILING: Final = "scia-expedited-ceiling"


class Track(StrEnum):
    """Which procedure the amount in dispute leads to, if the parties agree on nothing else."""

    EXPEDITED = "expedited"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class Expected:
    """All that is estimated: nothing where no table is held, nothing of the track where no ceiling is known."""

    schedule: Schedule | None
    claim: Estimate | None = None
    counterclaim: Estimate | None = None
    ceiling: Rule | None = None
    track: Track | None = None
    counterclaim_is_above: bool = False


def expect(given: dict[str, Any], *, on: datetime.date) -> Expected:
    """The fees for what a valid `FeeForm` gives, by the tables in force on a day."""
    schedule = finding.schedule(given["kind"], on=on)
    if schedule is None:
        return Expected(None)
    claim = _estimate(schedule, given["amount"], given, on)
    against = _estimate(schedule, given["counterclaim"], given, on) if given["counterclaim"] else None
    ceiling = finding.rule(CEILING, on=on)
    if ceiling is None or not ceiling.is_known:
        return Expected(schedule, claim, against)
    track = Track.EXPEDITED if claim.amount <= ceiling.figure else Track.ORDINARY
    return Expected(schedule, claim, against, ceiling, track, against is not None and against.amount > ceiling.figure)


def _estimate(schedule: Schedule, amount: Decimal, given: dict[str, Any], on: datetime.date) -> Estimate:
    return fees.estimate(schedule, amount, currency=given["currency"], rate=given["rate"], on=on)
