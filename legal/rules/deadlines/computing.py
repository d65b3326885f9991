"""A rule and the calendars as they stand in the database, for counting."""

import datetime
from collections.abc import Iterable, Sequence

from legal.rules.deadlines.counting import Extension, Limit, Pause, count
from legal.rules.deadlines.outcome import Deadline
from legal.rules.deadlines.steps import Unknown
from legal.rules.deadlines.workdays import WorkingDays
from legal.rules.kinds import RuleKind, Status, Unit
from legal.rules.models import Calendar, Rule
from legal.rules.names import Names


def compute(
    rule: Rule,
    start: datetime.date,
    *,
    calendars: Iterable[Calendar],
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
) -> Deadline:
    """When the time limit of a rule ends that runs from the day of an event, and why.

    A day is worked where it is in all calendars. A rule that is not known gives no day, and says so. `ValueError` for a
    rule that is no time limit, and for working days without a calendar.
    """
    if rule.kind != RuleKind.LIMIT:
        raise ValueError(f"Rule {rule.slug} is no time limit.")
    if not rule.is_known:
        return Deadline(None, (Unknown(Names.of(rule)),))
    return count(_limit(rule), start, WorkingDays.of(calendars, start), pauses, extensions)


def _limit(rule: Rule) -> Limit:
    return Limit(
        int(rule.figure),
        Unit(rule.unit),
        rule.moves,
        Names.of(rule, "moving_source"),
        rule.stops,
        rule.status == Status.CONFIRMED,
    )
