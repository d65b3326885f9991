"""What staff do with a registration: take it, hand it on, decide it; suspend an enterprise and reinstate it."""

from collections.abc import Collection, Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock, may_decide, require_officer
from enterprises.actions.papers import fingerprints, remove_former
from enterprises.checklist import Check
from enterprises.desk import holder_of
from enterprises.models import CheckLevel, Enterprise, Identifier, Remark
from enterprises.states import State
from enterprises.steps import FIELDS
from enterprises.telling import tell_members
from portal.accounts.models import User
from portal.workflow import actions as desk
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment, Event


@transaction.atomic
def take(enterprise: Enterprise, *, by: User) -> Assignment:
    """Put a registration on one's own desk, which begins its check; Events, notice.

    It is taken off the desk of a colleague who may not decide it any more.
    `NotAllowedError` "role", "own", "state", or "held" where it is on somebody else's desk.
    """
    require_officer(enterprise, by=by)
    held = lock(enterprise)
    if not held.is_waiting:
        raise NotAllowedError(_("This registration does not wait for a decision."), code="state")
    if is_stuck(held, holder_of(held)):
        desk.relieve(held, by=by)
    assignment = desk.take(held, by=by)
    if held.state == State.SUBMITTED:
        event = advance(held, "review", by=by)
        tell_members("enterprises.in-review", held, event)
    return assignment


@transaction.atomic
def hand_over(enterprise: Enterprise, *, to: User, by: User) -> Assignment:
    """Put a registration from one's own desk onto a colleague's; Event.

    `NotAllowedError` as `take`, "free", or "colleague" where that one may not decide it.
    """
    require_officer(enterprise, by=by)
    held = lock(enterprise)
    if not may_decide(held, to):
        raise NotAllowedError(_("This colleague may not decide this registration."), code="colleague")
    return desk.hand_over(held, to=to, by=by)


@transaction.atomic
def put_back(enterprise: Enterprise, *, by: User) -> None:
    """Put a registration from one's own desk back into the queue; Events. `NotAllowedError` as `hand_over`."""
    held = _on_the_desk(enterprise, by=by)
    desk.release(held, by=by)
    advance(held, "release", by=by)


@transaction.atomic
def verify(enterprise: Enterprise, *, checks: Collection[str], note: str = "", by: User) -> Event:
    """Verify an enterprise: its numbers are held by it from now on; Event, notices.

    `note` is for staff alone. Raises `NotAllowedError` as `hand_over`; "checks" where something was not looked at;
    "taken" where another verified enterprise holds one of the numbers.
    """
    held = _on_the_desk(enterprise, by=by)
    if set(checks) != set(Check.values):
        raise NotAllowedError(_("Tick every line of the checklist, or return the registration."), code="checks")
    _hold_numbers(held, by=by)
    details = {"checks": sorted(checks), "note": note, "papers": fingerprints(held)}
    remove_former(held)
    event = advance(held, "verify", by=by, details=details, verified_at=timezone.now())
    return _decided(held, "enterprises.verified", event)


@transaction.atomic
def send_back(enterprise: Enterprise, *, remarks: Mapping[str, str], by: User) -> Event:
    """Return a registration with what is missing, field by field; Event, notices.

    Raises `NotAllowedError` as `hand_over`; "remarks" where nothing was remarked, or about a field there is not.
    """
    held = _on_the_desk(enterprise, by=by)
    if not remarks or not set(remarks) <= set(FIELDS):
        raise NotAllowedError(_("Say of one field at least what is missing."), code="remarks")
    event = advance(held, "return", by=by, details={"fields": sorted(remarks)})
    Remark.objects.bulk_create(
        Remark(enterprise=held, field=field, text=text, by=by) for field, text in remarks.items()
    )
    return _decided(held, "enterprises.returned", event)


@transaction.atomic
def reject(enterprise: Enterprise, *, reason: str, by: User) -> Event:
    """Reject a registration for a reason: the enterprise holds its numbers no more; Event, notices.

    `NotAllowedError` as `hand_over`, or "reason".
    """
    held = _on_the_desk(enterprise, by=by)
    event = advance(held, "reject", by=by, reason=reason)
    held.identifiers.update(held=False)
    return _decided(held, "enterprises.rejected", event)


@transaction.atomic
def suspend(enterprise: Enterprise, *, reason: str, by: User) -> Event:
    """Suspend a verified enterprise for a reason; Event, notices.

    `NotAllowedError` "role", "own", "state" or "reason".
    """
    require_officer(enterprise, by=by)
    held = lock(enterprise)
    event = advance(held, "suspend", by=by, reason=reason)
    tell_members("enterprises.suspended", held, event)
    return event


@transaction.atomic
def reinstate(enterprise: Enterprise, *, reason: str, by: User) -> Event:
    """Lift a suspension for a reason; Event, notices. `NotAllowedError` as `suspend`."""
    require_officer(enterprise, by=by)
    held = lock(enterprise)
    event = advance(held, "reinstate", by=by, reason=reason)
    tell_members("enterprises.reinstated", held, event)
    return event


def is_stuck(enterprise: Enterprise, holder: User | None) -> bool:
    """Whether a registration is on the desk of somebody who may not decide it: dismissed, or a member by now."""
    return holder is not None and not may_decide(enterprise, holder)


def rivals(enterprise: Enterprise) -> list[Identifier]:
    """Numbers that other verified enterprises hold and this one claims as well, with those enterprises."""
    found: list[Identifier] = []
    for mine in enterprise.identifiers.all():
        same = Identifier.objects.filter(scheme=mine.scheme, value=mine.value, held=True)
        found += same.exclude(enterprise=enterprise).select_related("enterprise")
    return found


def _on_the_desk(enterprise: Enterprise, *, by: User) -> Enterprise:
    """The enterprise as it stands, locked, with the assignment to whoever acts; nobody else decides it meanwhile."""
    require_officer(enterprise, by=by)
    held = lock(enterprise)
    desk.require_holder(held, by=by)
    return held


def _hold_numbers(enterprise: Enterprise, *, by: User) -> None:
    try:
        # A savepoint: who comes second of two that are verified in the same moment is told so.
        with transaction.atomic():
            enterprise.identifiers.update(
                held=True, checked=CheckLevel.REGISTER, verified_by=by, verified_at=timezone.now()
            )
    except IntegrityError as error:
        raise NotAllowedError(_("Another verified enterprise holds one of these numbers."), code="taken") from error


def _decided(enterprise: Enterprise, kind: str, event: Event) -> Event:
    desk.clear_desk(enterprise)
    tell_members(kind, enterprise, event)
    return event
