"""Staff ask for a supplement, point by point."""

from django.db import transaction

from legal.arbitration.actions.parts import append
from legal.arbitration.models import Supplement
from legal.matters.actions.guarding import lock
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Matter
from legal.matters.telling import tell_members
from portal.accounts.models import User
from portal.workflow.models import Event


@transaction.atomic
def ask(matter: Matter, *, by: User, reason: str) -> Event:
    """Ask for a supplement; each line of the reason is a point of its own; Event, Entry, notice.

    That `by` handles the matter is for the caller to make sure of. `NotAllowedError` as `move`, "reason" among them.
    """
    held = lock(matter)
    event = move(held, "ask-supplement", by=by, actor=Actor.OFFICER, reason=reason)
    points = [line.strip() for line in reason.splitlines() if line.strip()]
    append(held, Supplement, {"points": points, "asked_by": by})
    tell_members("handling.decided", held, event)
    return event
