"""Messages of staff about a matter."""

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.guarding import lock_for_officer, lock_for_reader
from legal.matters.models import Actor, Audience, Matter, Message
from legal.matters.telling import tell_of_message
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def write(matter: Matter, *, body: str, audience: str, side: str = "", language: str, by: User) -> Message:
    """Write to all sides, to one of them, or a note for the institution alone; Entry, notice to whom it is for.

    Raises `NotAllowedError` as `lock_for_officer`, of a note as `lock_for_reader`; "state" where the matter has ended.
    """
    noted = audience == Audience.INSTITUTION
    held = lock_for_reader(matter, by=by) if noted else lock_for_officer(matter, by=by)
    if held.is_ended and not noted:
        raise NotAllowedError(_("Messages are written while a matter is under way."), code="state")
    message = Message.objects.create(
        matter=held,
        author=by,
        side=side if audience == Audience.SIDE else "",
        audience=Audience(audience),
        language=language,
        body=body,
    )
    details = {"message": message.pk, "audience": str(message.audience)}
    chain.append(held, "write", by=by, actor=Actor.OFFICER, details=details)
    tell_of_message(message)
    return message
