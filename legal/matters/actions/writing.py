"""Messages about a matter."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.guarding import lock_for_member
from legal.matters.kinds import Side
from legal.matters.models import Actor, Audience, Matter, Message, MessageReading
from legal.matters.telling import tell_of_message
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

# What somebody may write in one matter from one day to the next: more than a dispute needs on its worst day.
MOST: Final = 50
A_DAY: Final = datetime.timedelta(days=1)


@transaction.atomic
def write(matter: Matter, *, body: str, audience: str, language: str, by: User) -> Message:
    """Write a message for an audience in the name of the enterprise; Entry, notice to those who act for it.

    Raises `NotAllowedError` "role", "state" where the matter was not submitted yet, or has ended, or as
    `require_few`.
    """
    held = lock_for_member(matter, by=by)
    if held.is_draft or held.is_ended:
        raise NotAllowedError(_("Messages are written while a matter is under way."), code="state")
    require_few(held, by=by)
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


def require_few(matter: Matter, *, by: User) -> None:
    """Let nobody bury the others in messages, each of which is mailed: `NotAllowedError` "many" after `MOST` a day."""
    if matter.messages.filter(author=by, sent_at__gt=timezone.now() - A_DAY).count() >= MOST:
        raise NotAllowedError(
            _("You have written many messages in this matter today: try again tomorrow."), code="many"
        )


def note_read(messages: Iterable[Message], *, by: User) -> None:
    """Note that somebody has read messages; the first time counts, and one's own do not."""
    new = [MessageReading(message=message, by=by) for message in messages if message.author_id != by.pk]
    if new:
        MessageReading.objects.bulk_create(new, ignore_conflicts=True)
