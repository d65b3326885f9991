"""Messages about a matter."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.guarding import lock_for_member
from legal.matters.kinds import Side
from legal.matters.models import Actor, Audience, Matter, Message, MessageReading
from legal.matters.telling import tell_of_message
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def write(matter: Matter, *, body: str, audience: str, language: str, by: User) -> Message:
    """Write a message for an audience in the name of the enterprise; Entry, notice to those who act for it.

    Raises `NotAllowedError` "role", or "state" where the matter was not submitted yet, or has ended.
    """
    held = lock_for_member(matter, by=by)
    if held.is_draft or held.is_ended:
        raise NotAllowedError(_("Messages are written while a matter is under way."), code="state")
    message = Message.objects.create(
        matter=held,
        author=by,
        side=Side.APPLICANT,
        audience=Audience(audience),
        language=language,
        body=body,
    )
    details = {"message": message.pk, "audience": str(message.audience)}
    chain.append(held, "write", by=by, actor=Actor.MEMBER, details=details)
    tell_of_message(message)
    return message


def note_read(messages: Iterable[Message], *, by: User) -> None:
    """Note that somebody has read messages; the first time counts, and one's own do not."""
    new = [MessageReading(message=message, by=by) for message in messages if message.author_id != by.pk]
    if new:
        MessageReading.objects.bulk_create(new, ignore_conflicts=True)
