"""A staff lawyer answers a question, or remarks on a contract and delivers the remarks."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from legal.advice.actions.asking import PARTS
from legal.advice.models import Letter, Remark
from legal.advice.papers import REVIEWED
from legal.advice.telling import tell_of_letter
from legal.matters import chain
from legal.matters.actions.guarding import lock_for_officer
from legal.matters.actions.moving import move
from legal.matters.kinds import Side
from legal.matters.models import Actor, Audience, Matter, Message
from portal import sending
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.receiving import Content
from portal.workflow.errors import NotAllowedError

MOST_REMARKS: Final = 300


@transaction.atomic
def answer(matter: Matter, *, body: str, language: str, by: User) -> Letter:
    """Answer a question: as a message, and as a letter the worker is asked for; Event, Entry, notice.

    Raises `NotAllowedError` as `lock_for_officer`; "state" as `advance`.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "answer", by=by, actor=Actor.OFFICER)
    letter = _sign(held, body=body, language=language, by=by)
    tell_of_letter("advice.answered", letter, event)
    return letter


@transaction.atomic
def remark(matter: Matter, *, facts: Mapping[str, Any], by: User) -> Remark:
    """Write a remark on a clause, which nobody is shown before all are delivered; Entry.

    Raises `NotAllowedError` as `lock_for_officer`; "state" where remarks are not written now, "many" past the last.
    """
    held = _lock_to_remark(matter, by=by)
    if held.remarks.count() >= MOST_REMARKS:
        raise NotAllowedError(_("More remarks than these cannot be written on one contract."), code="many")
    written = Remark.objects.create(matter=held, by=by, **facts)
    chain.append(held, f"{PARTS}.remark", by=by, actor=Actor.OFFICER, details={"severity": str(written.severity)})
    return written


@transaction.atomic
def take_out(matter: Matter, *, pk: int, by: User) -> None:
    """Take a remark out before it is delivered; Entry. `NotAllowedError` as `remark`; nothing where it is gone."""
    held = _lock_to_remark(matter, by=by)
    count, _kinds = held.remarks.filter(pk=pk).delete()
    if count:
        chain.append(held, f"{PARTS}.take-out-remark", by=by, actor=Actor.OFFICER)


@transaction.atomic
def deliver(
    matter: Matter, *, body: str, language: str, by: User, reviewed: Content | None = None, name: str = ""
) -> Letter:
    """Deliver the remarks with a letter, and the contract with the remarks in it where there is one; Event, Entry,
    notice.

    Raises `NotAllowedError` as `lock_for_officer`, "remarks" where there are none, "state" as `advance`; `RefusedError`
    where the file is not taken.
    """
    held = lock_for_officer(matter, by=by)
    if not held.remarks.exists():
        raise NotAllowedError(_("Write a remark at least, if only that nothing has to be changed."), code="remarks")
    event = move(held, "deliver", by=by, actor=Actor.OFFICER)
    letter = _sign(held, body=body, language=language, by=by)
    if reviewed is not None:
        letter.reviewed = files.receive(reviewed, name=name, owner=letter, purpose=REVIEWED.slug, by=by)
        letter.save(update_fields=["reviewed"])
    tell_of_letter("advice.reviewed", letter, event)
    return letter


def _sign(matter: Matter, *, body: str, language: str, by: User) -> Letter:
    """The letter, and the message that says the same; the worker makes the PDF once this is committed."""
    position = matter.letters.count() + 1
    letter = Letter.objects.create(matter=matter, position=position, language=language, body=body, signed_by=by)
    Message.objects.create(
        matter=matter, author=by, side=Side.APPLICANT, audience=Audience.SIDE, language=language, body=body
    )
    transaction.on_commit(partial(sending.send, "legal.advice.tasks.make_letter", letter.pk), robust=True)
    return letter


def _lock_to_remark(matter: Matter, *, by: User) -> Matter:
    held = lock_for_officer(matter, by=by)
    if "deliver" not in {one.name for one in held.moves}:
        raise NotAllowedError(_("Remarks are written while the contract is with a staff lawyer."), code="state")
    return held
