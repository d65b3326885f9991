"""How a matter moves: by the table of its proceeding, with an event and an entry of its history."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from legal.matters import chain
from legal.matters.actions.guarding import lock_for_member
from legal.matters.kinds import WITHDRAW
from legal.matters.models import Actor, Matter
from legal.matters.telling import tell_members
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.models import Event


@transaction.atomic
def move(
    matter: Matter,
    name: str,
    *,
    by: User | None,
    actor: Actor,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
    **changes: object,
) -> Event:
    """Make a move of the table of a matter; Event, Entry. `NotAllowedError` and KeyError as `advance`.

    The reason stands in the event, which those read who may open the matter, and not in the history.
    """
    target = matter.table.transition(name).target
    if target in matter.proceeding.ended:
        changes |= {"ended_at": timezone.now()}
    event = advance(matter, name, by=by, reason=reason, details=details, **changes)
    told = {"before": event.before, "after": event.after}
    chain.append(matter, f"{matter.table.slug}.{name}", by=by, actor=actor, details=told)
    matter.proceeding.moved(matter, event)
    return event


@transaction.atomic
def withdraw(matter: Matter, *, reason: str = "", by: User) -> Event:
    """Take a matter back; Event, Entry, notice to those who act for the enterprise.

    `NotAllowedError` "role", or "state" and "reason" as its table says.
    """
    held = lock_for_member(matter, by=by)
    event = move(held, WITHDRAW, by=by, actor=Actor.MEMBER, reason=reason)
    tell_members("matters.withdrawn", held, event)
    return event
