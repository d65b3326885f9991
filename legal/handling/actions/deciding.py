"""What staff do with a matter: take it, hand it on, put it back, decide it."""

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions import moving
from legal.matters.actions.declaring import stands_on_a_side
from legal.matters.actions.guarding import lock_for_officer, lock_for_reader
from legal.matters.models import Actor, Declaration, Matter
from legal.matters.officers import holder_of
from legal.matters.telling import tell_members
from portal.accounts.models import User
from portal.workflow import actions as desk
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment, Event


@transaction.atomic
def take(matter: Matter, *, by: User) -> Assignment:
    """Put a matter on one's own desk; Event, Entry. It is taken off the desk of who may not decide it any more.

    `NotAllowedError` "role" and "declaration" as `lock_for_reader`; "state" where it has ended, "held" where it is on
    somebody else's desk.
    """
    held = lock_for_reader(matter, by=by)
    if held.is_ended:
        raise NotAllowedError(_("The matter has ended."), code="state")
    holder = holder_of(held)
    if holder is not None and not may_be_given(held, holder):
        desk.relieve(held, by=by)
    assignment = desk.take(held, by=by)
    if holder != by:
        _note(held, "take", by=by)
    return assignment


@transaction.atomic
def hand_over(matter: Matter, *, to: User, by: User) -> Assignment:
    """Put a matter from one's own desk onto a colleague's; Event, Entry.

    `NotAllowedError` as `lock_for_officer`, or "colleague" where that one may not decide it.
    """
    held = lock_for_officer(matter, by=by)
    if not may_be_given(held, to):
        raise NotAllowedError(_("This colleague may not decide this matter."), code="colleague")
    assignment = desk.hand_over(held, to=to, by=by)
    _note(held, "hand-over", by=by)
    return assignment


@transaction.atomic
def release(matter: Matter, *, by: User) -> None:
    """Put a matter from one's own desk back into the queue; Event, Entry. `NotAllowedError` as `lock_for_officer`."""
    held = lock_for_officer(matter, by=by)
    desk.release(held, by=by)
    _note(held, "release", by=by)


@transaction.atomic
def decide(matter: Matter, move: str, *, reason: str = "", by: User) -> None:
    """Make a move of staff, with all that belongs to it; Event, Entry. A matter that has ended leaves the desk.

    A move that nothing else belongs to is told to those who act for the enterprise. `NotAllowedError` as
    `lock_for_officer` and `advance`, and as what belongs to it says; "state" where it is no move of staff, "page" where
    more belongs to it than a reason: the action behind its page makes it.
    """
    held = lock_for_officer(matter, by=by)
    decision = next((one for one in held.proceeding.decisions if one.move == move), None)
    if decision is None:
        raise NotAllowedError(_("This cannot be done with it as it stands now."), code="state")
    if decision.page:
        raise NotAllowedError(_("This is done on a page of its own, which the file leads to."), code="page")
    if decision.doing is not None:
        decision.doing(held, by=by, reason=reason)
        held.refresh_from_db()
    else:
        event = moving.move(held, move, by=by, actor=Actor.OFFICER, reason=reason)
        _tell(held, event)
    if held.is_ended:
        desk.clear_desk(held)


def may_be_given(matter: Matter, officer: User) -> bool:
    """Whether a matter can be on somebody's desk: they handle its kind, and nothing is known to stand against it."""
    if not officer.is_active or not Matter.objects.handled_by(officer).filter(pk=matter.pk).exists():
        return False
    against = Declaration.objects.of(matter, officer).filter(conflict=True).exists()
    return not against and not stands_on_a_side(matter, officer)


def _note(matter: Matter, move: str, *, by: User) -> None:
    chain.append(matter, f"{desk.DESK}.{move}", by=by, actor=Actor.OFFICER)


def _tell(matter: Matter, event: Event) -> None:
    tell_members("handling.decided", matter, event)
