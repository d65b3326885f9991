"""How a deadline is kept after anything that changes it: computed again, with what it was, an entry, and its turn."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.clocks.actions import computing
from legal.clocks.models import Change, Deadline
from legal.clocks.states import Cause
from legal.matters import chain
from legal.matters.models import Actor
from portal.accounts.models import User
from portal.workflow.naming import name_moves

TABLE = "clocks"
name_moves(
    TABLE,
    {
        "start": _("A deadline began to run"),
        "pause": _("A deadline stands still"),
        "resume": _("A deadline runs again"),
        "met": _("A deadline was kept"),
        "missed": _("A deadline was not kept"),
        "lapsed": _("A deadline no longer runs"),
        "change": _("The day of a deadline changed"),
        "notify": _("A day was entered as the institution has notified it"),
        "extend": _("A deadline was extended"),
    },
)


def reckon(deadline: Deadline, *, cause: Cause) -> Change | None:
    """Compute a deadline again; what it was is kept where it ends on another day now. One that was entered stays.

    It is not saved: that is for `keep`.
    """
    found = computing.compute(deadline)
    deadline.explanation = found.as_json() if found else {}
    deadline.stale = False
    if deadline.is_entered:
        return None
    deadline.provisional = bool(found and found.provisional)
    return put(deadline, found.day if found else None, cause=cause)


def put(
    deadline: Deadline, day: datetime.date | None, *, cause: Cause, reason: str = "", by: User | None = None
) -> Change | None:
    """Set the day a deadline ends on, and keep what it was; None where it was that day already."""
    was, deadline.due = deadline.due, day
    if was == day:
        return None
    return Change.objects.create(deadline=deadline, cause=cause, was=was, now=day, reason=reason, by=by)


def keep(
    deadline: Deadline,
    what: str,
    *,
    by: User | None = None,
    actor: Actor = Actor.PORTAL,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Save a deadline after something happened to it, and when somebody is told of it next; Entry."""
    now = timezone.now()
    deadline.sequence += 1
    deadline.changed_at = now
    deadline.next_at = computing.next_told(deadline, now)
    deadline.save()
    chain.append(deadline.matter, f"{TABLE}.{what}", by=by, actor=actor, details={**deadline.held(), **(details or {})})


def turn(deadline: Deadline) -> None:
    """Save what was computed though nothing has come of it: no entry."""
    deadline.next_at = computing.next_told(deadline, timezone.now())
    deadline.save(update_fields=["explanation", "provisional", "stale", "next_at"])
