"""Messages of another side."""

from django.db import transaction

from legal.matters.actions.writing import require_few
from legal.matters.models import Audience, Message
from legal.matters.telling import tell_of_message
from legal.serving.actions.guarding import actor_of, lock_for_participant, note, require_open
from legal.serving.models import Participant
from portal.accounts.models import User


@transaction.atomic
def write(participant: Participant, *, body: str, audience: str, language: str, by: User) -> Message:
    """Write a message from one's side for an audience; Entry, notice to those it is for.

    Raises `NotAllowedError` "role", "state" where the matter was not submitted yet, or has ended, or as `require_few`.
    """
    held, there = lock_for_participant(participant, by=by)
    require_open(held)
    require_few(held, by=by)
    message = Message.objects.create(
        matter=held, author=by, side=there.side, audience=Audience(audience), language=language, body=body
    )
    details = {"message": message.pk, "audience": str(message.audience)}
    note(held, "write", by=by, actor=actor_of(there), details=details)
    tell_of_message(message)
    return message
