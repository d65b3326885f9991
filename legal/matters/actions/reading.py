"""That somebody has read a matter."""

from django.db import transaction

from legal.matters import chain
from legal.matters.models import Actor, Matter
from portal.accounts.models import User


@transaction.atomic
def note(matter: Matter, what: str = "read", *, by: User, actor: Actor = Actor.MEMBER) -> None:
    """Write into the history of a matter that somebody has read it, or its history, or what was submitted; Entry."""
    chain.append(matter, what, by=by, actor=actor)
