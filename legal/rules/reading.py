"""What the page of figures shows: rules in force by who sets them, and fee tables with their bands."""

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from legal.rules.models import Band, Institution, Rule, Schedule


@dataclass(frozen=True, slots=True)
class Setter:
    """What one institution sets; `institution` is None for what laws set."""

    institution: Institution | None
    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class Row:
    """A band with where it ends, None for the last."""

    band: Band
    until: object


def sets(today: datetime.date) -> list[Setter]:
    """The rules in force by who sets them, in the order of institutions; those of laws come last."""
    rules = sorted(Rule.objects.in_force(today).select_related("institution"), key=_place)
    return [
        Setter(institution, list(found))
        for institution, found in itertools.groupby(rules, key=lambda rule: rule.institution)
    ]


def tables(today: datetime.date) -> list[tuple[Schedule, list[Row]]]:
    """The fee tables in force, each with its bands from the lowest up."""
    return [(table, rows(table)) for table in Schedule.objects.in_force(today).with_bands()]


def rows(schedule: Schedule) -> list[Row]:
    """The bands of a table that was read with them."""
    bands = list(schedule.bands.all())
    ends = [band.above for band in bands[1:]]
    return [Row(band, until) for band, until in itertools.zip_longest(bands, ends)]


def _place(rule: Rule) -> tuple[bool, int, int]:
    """Where it stands among those of all who set any; what laws set comes last."""
    setter = rule.institution
    return (False, setter.position, setter.pk) if setter else (True, 0, 0)
