"""How a record moves, and how it comes onto somebody's desk and leaves it."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.workflow.errors import NotAllowedError
from portal.workflow.machine import Transition
from portal.workflow.models import Assignment, Event, Moving
from portal.workflow.naming import name_moves

DESK = "workflow.desk"
name_moves(
    DESK,
    {
        "take": gettext_lazy("Taken onto a desk"),
        "hand-over": gettext_lazy("Handed over"),
        "release": gettext_lazy("Put back into the queue"),
        "relieve": gettext_lazy("Taken off the desk of somebody who may not decide it"),
    },
)


@transaction.atomic
def advance(
    subject: Moving,
    move: str,
    *,
    by: AbstractBaseUser | None,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
    **changes: object,
) -> Event:
    """Make a move of the subject's table, setting further fields with it, and leave an Event.

    Raises `NotAllowedError`, with nothing changed: code "state" where the table has no such move from where the
    subject stands, "reason" where the move wants a reason and has none, "moved" where it stands elsewhere by now.
    `KeyError` where the table has no move of this name.
    """
    machine = subject.table
    transition = machine.transition(move)
    before: str = getattr(subject, machine.column)
    _check(transition, before, reason)
    changed = {machine.column: transition.target, **changes}
    if not type(subject)._base_manager.filter(pk=subject.pk, **{machine.column: before}).update(**changed):
        raise NotAllowedError(_("Somebody else has just done something with it: look at it again."), code="moved")
    for name, value in changed.items():
        setattr(subject, name, value)
    return _leave_event(
        subject,
        table=machine.slug,
        move=move,
        by=by,
        before=before,
        after=transition.target,
        reason=reason.strip(),
        details=dict(details or {}),
    )


@transaction.atomic
def take(subject: models.Model, *, by: AbstractBaseUser) -> Assignment:
    """Put a record on one's own desk, where it may be already; Event where it was not.

    `NotAllowedError` "held" where it is on somebody else's.
    """
    assignment, new = Assignment.objects.get_or_create(
        subject_type=ContentType.objects.get_for_model(subject), subject_id=subject.pk, defaults={"holder_id": by.pk}
    )
    if assignment.holder_id != by.pk:
        raise _held()
    if new:
        _leave_event(subject, table=DESK, move="take", by=by)
    return assignment


@transaction.atomic
def hand_over(subject: models.Model, *, to: AbstractBaseUser, by: AbstractBaseUser) -> Assignment:
    """Put a record from one's own desk onto somebody else's; Event. `NotAllowedError` as `require_holder`."""
    assignment = require_holder(subject, by=by)
    assignment.holder_id = to.pk
    assignment.since = timezone.now()
    assignment.save(update_fields=["holder", "since"])
    _leave_event(subject, table=DESK, move="hand-over", by=by, details={"to": to.pk})
    return assignment


@transaction.atomic
def release(subject: models.Model, *, by: AbstractBaseUser) -> None:
    """Put a record from one's own desk back into the queue; Event. `NotAllowedError` as `require_holder`."""
    require_holder(subject, by=by).delete()
    _leave_event(subject, table=DESK, move="release", by=by)


@transaction.atomic
def relieve(subject: models.Model, *, by: AbstractBaseUser) -> None:
    """Take a record off a desk on which nobody can decide it any more; Event.

    That its holder may not is for the caller to make sure of. Nothing where it is on nobody's desk.
    """
    assignment = Assignment.objects.of(subject).select_for_update().first()
    if assignment is not None:
        assignment.delete()
        _leave_event(subject, table=DESK, move="relieve", by=by, details={"from": assignment.holder_id})


def require_holder(subject: models.Model, *, by: AbstractBaseUser) -> Assignment:
    """The assignment of a record to whoever acts, locked until the transaction ends.

    `NotAllowedError` "free" where the record is on nobody's desk, "held" where it is on somebody else's.
    """
    assignment = Assignment.objects.of(subject).select_for_update().first()
    if assignment is None:
        raise NotAllowedError(_("Take the file onto your desk first."), code="free")
    if assignment.holder_id != by.pk:
        raise _held()
    return assignment


@transaction.atomic
def clear_desk(subject: models.Model) -> None:
    """Take a decided record off whatever desk it is on; what was decided is the event."""
    Assignment.objects.of(subject).delete()


def record(
    subject: models.Model,
    table: str,
    move: str,
    *,
    by: AbstractBaseUser | None,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
) -> Event:
    """Leave an Event of something that is no move of the record itself; `naming.name_moves` says how it is called.

    It belongs into the transaction of what happened.
    """
    return _leave_event(subject, table=table, move=move, by=by, reason=reason.strip(), details=dict(details or {}))


def _held() -> NotAllowedError:
    return NotAllowedError(_("Somebody else has this file on the desk."), code="held")


def _check(transition: Transition, before: str, reason: str) -> None:
    if before not in transition.sources:
        raise NotAllowedError(_("This cannot be done with it as it stands now."), code="state")
    if transition.reasoned and not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")


def _leave_event(subject: models.Model, *, by: AbstractBaseUser | None, **fields: object) -> Event:
    return Event.objects.create(
        subject_type=ContentType.objects.get_for_model(subject),
        subject_id=subject.pk,
        by_id=by.pk if by else None,
        **fields,
    )
