"""Which figure holds on a day."""

import datetime

from legal.rules.models import Rule, Schedule


def rule(slug: str, *, on: datetime.date) -> Rule | None:
    """The rule of this slug in force on a day, one that is not known included; None where there is none."""
    found: Rule | None = Rule.objects.in_force(on).select_related("institution").filter(slug=slug).first()
    return found


def schedule(slug: str, *, on: datetime.date) -> Schedule | None:
    """The fee table of this slug in force on a day, with its bands; None where there is none.

    One that nobody has given its bands yet, from nothing on, is none: nothing could be reckoned by it.
    """
    tables = Schedule.objects.in_force(on).with_bands().filter(slug=slug, bands__above=0)
    found: Schedule | None = tables.first()
    return found
