"""What a member does once it is answered: asks further, closes."""

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters.actions.guarding import lock_for_member
from legal.matters.actions.moving import move
from legal.matters.actions.writing import write
from legal.matters.models import Actor, Audience, Matter
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event


@transaction.atomic
def ask_further(matter: Matter, *, body: str, language: str, by: User) -> Event:
    """Ask what the answer leaves open; Event, Entries, message. `NotAllowedError` "role", or "state" as `advance`."""
    held = lock_for_member(matter, by=by)
    event = move(held, "ask-further", by=by, actor=Actor.MEMBER)
    write(held, body=body, audience=Audience.SIDE, language=language, by=by)
    return event


@transaction.atomic
def close(matter: Matter, *, by: User) -> Event:
    """Say that nothing is open any more; Event, Entry. `NotAllowedError` "role", or "state" as `advance`."""
    held = lock_for_member(matter, by=by)
    if "close" not in {one.name for one in held.moves}:
        raise NotAllowedError(_("Nothing is answered yet that could be closed."), code="state")
    return move(held, "close", by=by, actor=Actor.MEMBER)
