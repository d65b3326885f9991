"""A deadline computed by its rule, its calendars and the times it stood still, as they are in the database."""

import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from legal.clocks.models import Deadline
from legal.clocks.registry import Clock
from legal.clocks.states import State
from legal.matters.models import Matter
from legal.rules import deadlines, finding
from legal.rules.deadlines import Extension, Pause
from legal.rules.kinds import RuleKind, Status, Unit
from legal.rules.models import Calendar, Rule
from legal.rules.names import Names

# Once the last day is past somebody is told on the day after it.
PAST: Final = -1
# In official time: whoever is told in the morning can still act on that day.
HOUR: Final = datetime.time(9)


def rule_of(clock: Clock, matter: Matter, *, on: datetime.date) -> Rule | None:
    """The rule a clock runs by that is started on a day; None where it names none, or there is none of that name."""
    slug = clock.rule_for(matter)
    found = finding.rule(slug, on=on) if slug else None
    return found if found and found.kind == RuleKind.LIMIT else None


def calendars_of(clock: Clock, matter: Matter) -> list[str]:
    """The calendars a clock runs by in a matter: its own, and those of the parties where it says so."""
    wanted = list(clock.calendars)
    if clock.for_parties:
        countries = Calendar.objects.filter(jurisdiction__in=matter.parties.values("country"), follows=None)
        # A calendar that follows another one has its days already.
        strangers = countries.exclude(followed_by__slug__in=wanted).exclude(slug__in=wanted)
        wanted += strangers.values_list("slug", flat=True)
    return wanted


def as_it_stands(rule: Rule) -> dict[str, Any]:
    """What is kept of a rule: it is told so, whatever becomes of the row."""
    return {
        "slug": rule.slug,
        "name": _spoken(Names.of(rule)),
        "source": _spoken(Names.of(rule, "source_title")),
        "address": rule.source_url,
        "status": rule.status,
        "value": int(rule.figure) if rule.is_known else None,
        "unit": rule.unit,
        "row": rule.pk,
    }


def compute(deadline: Deadline) -> deadlines.Deadline | None:
    """When it ends, and why; None where it runs by no rule, or by working days of calendars nobody has loaded."""
    if deadline.rule is None:
        return None
    calendars = list(Calendar.objects.filter(slug__in=deadline.calendars))
    if deadline.rule.unit == Unit.WORKING_DAYS and not calendars:
        return None
    pauses = [Pause(still.since, still.until) for still in deadline.standstills.all()]
    extensions = [
        Extension(one["value"], datetime.date.fromisoformat(one["on"]), Names(**one["rule"]), one["confirmed"])
        for one in deadline.extensions
    ]
    return deadlines.compute(deadline.rule, deadline.day, calendars=calendars, pauses=pauses, extensions=extensions)


def extension(rule: Rule, value: int, *, on: datetime.date) -> dict[str, Any]:
    """What is kept of an extension within a rule: it is told so, whatever becomes of the row."""
    return {
        "value": value,
        "on": on.isoformat(),
        "rule": _spoken(Names.of(rule, "source_title")),
        "confirmed": rule.status == Status.CONFIRMED,
    }


def next_told(deadline: Deadline, now: datetime.datetime) -> datetime.datetime | None:
    """When somebody is to be told of it after a moment; None where nobody is."""
    if deadline.state != State.RUNNING or deadline.due is None:
        return None
    moments = (moment(deadline.due, days) for days in reminds(deadline))
    return min((at for at in moments if at > now), default=None)


def reminds(deadline: Deadline) -> tuple[int, ...]:
    """So many days before its last day somebody is told of it, and once it is past."""
    return (*(deadline.spec.reminds if deadline.spec else ()), PAST)


def moment(due: datetime.date, days: int) -> datetime.datetime:
    """The moment so many days before a last day at which somebody is told."""
    at = datetime.datetime.combine(due - datetime.timedelta(days=days), HOUR)
    return timezone.make_aware(at, ZoneInfo(settings.TIME_ZONE))


def _spoken(names: Names) -> dict[str, str]:
    return {"zh": names.zh, "en": names.en, "ru": names.ru}
