"""What staff do with a deadline: enter a day as notified, extend it, have it computed again."""

import datetime
from copy import copy
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.clocks.actions import computing
from legal.clocks.actions.keeping import keep, put, reckon, turn
from legal.clocks.models import Change, Deadline
from legal.clocks.models.deadline import official_day
from legal.clocks.states import Cause, Origin, State
from legal.clocks.telling import tell_of_change
from legal.matters.actions.guarding import lock_for_officer
from legal.matters.models import Actor, Matter
from legal.rules import deadlines, finding
from legal.rules.models import Calendar, Rule
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def notify_day(deadline: Deadline, *, day: datetime.date, reason: str, by: User) -> Deadline:
    """Enter the last day as the institution has notified it, with the reason, which is told; Entry, notices.

    From then on nothing but staff changes it. Raises `NotAllowedError` as `lock_for_officer`, "state" where it has
    ended, "day" where the day is before it began, "reason" where there is none.
    """
    held = _lock(deadline, reason, by=by)
    if day < held.day:
        raise NotAllowedError(_("The last day is not before the day the time runs from."), code="day")
    return _enter(held, day, Origin.NOTIFIED, Cause.NOTIFIED, "notify", reason, by)


@transaction.atomic
def extend(deadline: Deadline, *, day: datetime.date, reason: str, by: User) -> Deadline:
    """Move the last day to a later one, with the reason, which is told; what it was is kept; Entry, notices.

    Raises `NotAllowedError` as `notify_day`; "extension" where this time cannot be extended or has no last day, "day"
    where the new one is not later.
    """
    held = _lock(deadline, reason, by=by)
    if not may_extend(held):
        raise NotAllowedError(_("This time cannot be extended."), code="extension")
    if held.due is not None and day <= held.due:
        raise NotAllowedError(_("The new last day is later than the present one."), code="day")
    return _enter(held, day, Origin.EXTENDED, Cause.EXTENDED, "extend", reason, by)


@transaction.atomic
def lengthen(matter: Matter, clock: str, *, value: int, rule: Rule, reason: str, by: User) -> Deadline | None:
    """Make a clock longer by so many units of a rule, in which it runs itself; told with the reason; Entry, notices.

    The day is computed with it from then on, also once the clock has stood still; a day that staff have entered is
    moved on by as much. None where the clock does not run in the matter, or nothing is known to count by. Raises
    `NotAllowedError` as `lock_for_officer`.
    """
    locked = lock_for_officer(matter, by=by)
    running = Deadline.objects.select_for_update(of=("self",)).filter(matter=locked, clock=clock, state=State.RUNNING)
    held = running.filter(due__isnull=False, rule__unit=rule.unit).first()
    if held is None:
        return None
    held.matter = locked
    held.extensions = [*held.extensions, computing.extension(rule, value, on=official_day(timezone.now()))]
    day = _longer(held, rule, value)
    return _set(held, day, Cause.EXTENDED, "extend", reason, by) if day else None


@transaction.atomic
def compute_again(deadline: Deadline, *, by: User) -> Deadline:
    """Compute a deadline again by the rule it began under; where its day is another one, as after any change.

    A day that staff have entered stays. Raises `NotAllowedError` as `lock_for_officer`, "state" where it has ended.
    """
    held = _lock(deadline, "-", by=by)
    change = reckon(held, cause=Cause.CALENDAR)
    if change is None:
        turn(held)
        return held
    keep(held, "change", by=by, actor=Actor.OFFICER)
    tell_of_change(held, change)
    return held


def may_extend(deadline: Deadline) -> bool:
    """Whether staff may extend it: its clock says so, it is open and has a last day."""
    spec = deadline.spec
    return bool(spec and spec.extendable and deadline.is_open and deadline.due)


def extended_by_rule(deadline: Deadline) -> deadlines.Deadline | None:
    """Where the rule of its extension would move the last day; None where no such rule is known."""
    spec = deadline.spec
    if not may_extend(deadline) or spec is None or deadline.due is None:
        return None
    rule = finding.rule(spec.extension, on=deadline.day) if spec.extension else None
    calendars = list(Calendar.objects.filter(slug__in=deadline.calendars))
    return deadlines.compute(rule, deadline.due, calendars=calendars) if rule and calendars else None


def _lock(deadline: Deadline, reason: str, *, by: User) -> Deadline:
    """The deadline as it is, which nobody else changes; the matter is locked first, as moves lock it."""
    matter = lock_for_officer(deadline.matter, by=by)
    held = Deadline.objects.select_for_update().get(pk=deadline.pk)
    held.matter = matter
    if not held.is_open:
        raise NotAllowedError(_("It has ended."), code="state")
    if not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")
    return held


def _longer(held: Deadline, rule: Rule, value: int) -> datetime.date | None:
    """The day it ends on with its extensions; one that staff have entered is counted on from there by the last one.

    None where the calendars are not known any more.
    """
    found = computing.compute(held)
    if found is None or held.due is None:
        return None
    held.explanation = found.as_json()
    if not held.is_entered:
        held.provisional = found.provisional
        return found.day
    longer = copy(rule)
    longer.value = Decimal(value)
    calendars = Calendar.objects.filter(slug__in=held.calendars)
    return deadlines.compute(longer, held.due, calendars=calendars).day


def _enter(
    held: Deadline, day: datetime.date, origin: Origin, cause: Cause, what: str, reason: str, by: User
) -> Deadline:
    held.origin = origin
    return _set(held, day, cause, what, reason, by)


def _set(held: Deadline, day: datetime.date, cause: Cause, what: str, reason: str, by: User) -> Deadline:
    change = put(held, day, cause=cause, reason=reason.strip(), by=by)
    if change is None:
        # The day is the same, and who said so is kept all the same.
        change = Change.objects.create(deadline=held, cause=cause, was=day, now=day, reason=reason.strip(), by=by)
    keep(held, what, by=by, actor=Actor.OFFICER)
    tell_of_change(held, change)
    return held
