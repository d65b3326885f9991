"""What is done when its time has come: somebody is told, or a deadline is computed again since a calendar changed."""

import logging
from typing import Final

from django.db import transaction
from django.utils import timezone

from legal.clocks.actions import computing
from legal.clocks.actions.keeping import keep, reckon, turn
from legal.clocks.models import Deadline, Reminder
from legal.clocks.states import OPEN, Cause
from legal.clocks.telling import escalate, remind, tell_of_change
from legal.rules.models import Calendar

logger = logging.getLogger(__name__)
# More than these at once are left to the next sweep.
MOST: Final = 500


def tell_what_is_due() -> int:
    """Tell of each deadline whose turn it is; how many. One that somebody else is at is left to them."""
    due = Deadline.objects.filter(next_at__lte=timezone.now()).order_by("next_at")
    return sum(tell(pk) for pk in list(due.values_list("pk", flat=True)[:MOST]))


@transaction.atomic
def tell(pk: int) -> bool:
    """Tell of one deadline, where it is its turn; notices. Each is told once, whoever is killed on the way."""
    now = timezone.now()
    free = Deadline.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    deadline = free.select_related("matter__enterprise").filter(pk=pk, next_at__lte=now).first()
    if deadline is None:
        return False
    _say(deadline)
    deadline.next_at = computing.next_told(deadline, now)
    deadline.save(update_fields=["next_at"])
    return True


def compute_what_is_stale() -> int:
    """Compute again what rests on a calendar that has changed since; how many."""
    stale = Deadline.objects.filter(stale=True).order_by("pk")
    return sum(compute_again(pk) for pk in list(stale.values_list("pk", flat=True)[:MOST]))


@transaction.atomic
def compute_again(pk: int) -> bool:
    """Compute one deadline again; where its day is another one now, what it was is kept; Entry, notices.

    Its matter is locked with it, or both are left to the next sweep: moves lock the matter first.
    """
    free = Deadline.objects.select_for_update(of=("self", "matter"), skip_locked=True, no_key=True)
    deadline = free.select_related("matter__enterprise").filter(pk=pk, stale=True).first()
    if deadline is None:
        return False
    change = reckon(deadline, cause=Cause.CALENDAR) if deadline.is_open else None
    deadline.stale = False
    if change is None:
        turn(deadline)
        return True
    keep(deadline, "change")
    tell_of_change(deadline, change)
    logger.info("deadline %s computed again: another day", deadline.pk)
    return True


def note_changed(calendar: Calendar) -> None:
    """Note which deadlines rest on a calendar that has changed, or on one that follows it; the sweep does the rest."""
    slugs = [calendar.slug, *calendar.followed_by.values_list("slug", flat=True)]
    Deadline.objects.filter(state__in=OPEN, calendars__overlap=slugs).update(stale=True)


def note_all() -> int:
    """Have all that are open computed again, whatever has changed unseen; how many."""
    return Deadline.objects.filter(state__in=OPEN, rule__isnull=False).update(stale=True)


def _say(deadline: Deadline) -> None:
    """Tell what is to be told now: of several turns that have passed meanwhile, the last."""
    now, due = timezone.now(), deadline.due
    if due is None:
        return
    passed = [days for days in computing.reminds(deadline) if computing.moment(due, days) <= now]
    days = min(passed, default=None)
    if days is None:
        return
    if not Reminder.objects.get_or_create(deadline=deadline, due=due, days=days)[1]:
        return
    if days == computing.PAST:
        escalate(deadline)
    else:
        remind(deadline, days)
