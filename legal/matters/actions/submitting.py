"""A matter is submitted: numbered, moved, frozen, and its receipt asked for, in one transaction."""

import datetime
import logging
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.matters import chain, freezing
from legal.matters.actions import numbering
from legal.matters.actions.drafting import write_own_party
from legal.matters.actions.guarding import lock_for_member, require_verified
from legal.matters.actions.moving import move
from legal.matters.canonical import digest
from legal.matters.completeness import missing_in
from legal.matters.errors import IncompleteMatterError
from legal.matters.kinds import SUBMIT, SUPPLEMENT
from legal.matters.models import Actor, Matter, Submission
from legal.matters.telling import tell_members
from portal import sending
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

logger = logging.getLogger(__name__)


@transaction.atomic
def submit(matter: Matter, *, version: int | None = None, by: User, now: datetime.datetime | None = None) -> Submission:
    """Submit a matter as it stood at a version; Event, Entries, notice, and the worker is asked for the receipt.

    It gets the next number of its kind and year, and what was submitted is frozen. All of it happens or nothing: a
    number is given to no other matter, and none is left out. Raises `NotAllowedError` "role", "verified", or "state"
    and "moved" as `advance`; "changed" where somebody has written something since that version was read, None being
    for who has read none; `IncompleteMatterError` where something is missing.
    """
    held, moment = lock_for_member(matter, by=by), now or timezone.now()
    require_verified(held)
    _require_read(held, version)
    write_own_party(held)
    if held.is_draft and (missing := missing_in(held)):
        raise IncompleteMatterError(missing)
    event = move(
        held,
        SUBMIT,
        by=by,
        actor=Actor.MEMBER,
        submitted_at=moment,
        submitted_by=by,
        version=held.version + 1,
        **_number(held, moment),
    )
    submission = freeze(held, by=by, at=moment)
    tell_members("matters.submitted", held, event)
    logger.info("matter %s submitted as %s", held.pk, held.number)
    return submission


@transaction.atomic
def supplement(
    matter: Matter, *, version: int | None = None, by: User, now: datetime.datetime | None = None
) -> Submission:
    """Submit what staff asked for in addition; Event, Entries, notice, and another receipt. Raises as `submit`."""
    held, moment = lock_for_member(matter, by=by), now or timezone.now()
    require_verified(held)
    _require_read(held, version)
    if missing := missing_in(held):
        raise IncompleteMatterError(missing)
    event = move(held, SUPPLEMENT, by=by, actor=Actor.MEMBER, version=held.version + 1)
    submission = freeze(held, by=by, at=moment)
    tell_members("matters.submitted", held, event)
    return submission


def freeze(matter: Matter, *, by: User, at: datetime.datetime) -> Submission:
    """Freeze what is submitted of a locked matter, once more where it is a supplement; Entry, and its receipt."""
    position = matter.submissions.count() + 1
    content = freezing.content_of(matter, position=position, at=at)
    manifest = freezing.manifest_of(matter, content, position=position, at=at)
    submission = Submission.objects.create(
        matter=matter, position=position, content=content, manifest=manifest, sha256=digest(manifest), at=at, by=by
    )
    matter.produced.filter(submission=None).update(submission=submission)
    details = {"position": position, "sha256": submission.sha256}
    chain.append(matter, "freeze", by=by, actor=Actor.MEMBER, details=details)
    transaction.on_commit(partial(sending.send, "legal.matters.tasks.make_receipt", submission.pk), robust=True)
    return submission


def _require_read(matter: Matter, version: int | None) -> None:
    if version not in {None, matter.version} and matter.is_writable:
        raise NotAllowedError(_("Somebody has changed something meanwhile: read it once more."), code="changed")


def _number(matter: Matter, at: datetime.datetime) -> dict[str, Any]:
    """The next number of a kind and year, held until the transaction ends."""
    year, serial = numbering.take(matter.kind, at=at)
    return {"year": year, "serial": serial, "number": f"{matter.proceeding.prefix}-{year}-{serial:05}"}
