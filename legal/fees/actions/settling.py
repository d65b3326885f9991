"""A notice is summed up after each change; once nothing is to be paid any more, the matter goes on."""

from legal.fees import courses
from legal.fees.models import FeeNotice
from legal.fees.states import MOVES, NOTICE, OPEN, SETTLED, State
from legal.fees.summing import state_of, sums_of
from legal.matters import chain
from legal.matters.actions import moving
from legal.matters.models import Actor, Matter
from portal.accounts.models import User
from portal.workflow.actions import advance


def settle(notice: FeeNotice, *, by: User) -> None:
    """Sum up a notice that is held, and move it to the state the sums say; Event, Entry, and the move of the matter.

    One that was cancelled stays so: all that was received of it can be given back.
    """
    sums = sums_of(notice)
    state = state_of(notice.total, **sums)
    if notice.state in {State.CANCELLED, state}:
        for name, value in sums.items():
            setattr(notice, name, value)
        notice.save(update_fields=list(sums))
    else:
        advance(notice, MOVES[state], by=by, **sums)
        details = {"notice": notice.number, "after": str(state)}
        chain.append(notice.matter, f"{NOTICE.slug}.{MOVES[state]}", by=by, actor=Actor.OFFICER, details=details)
    go_on(notice.matter, by=by)


def go_on(matter: Matter, *, by: User) -> None:
    """Make the move that follows when every notice that moves a matter is settled, where its table has it from here."""
    if course := courses.of(matter.kind):
        notices = matter.fee_notices.filter(side__in=course.sides)
        if not notices.filter(state__in=OPEN).exists() and notices.filter(state__in=SETTLED).exists():
            follow(matter, course.paid, by=by)


def follow(matter: Matter, move: str, *, by: User) -> None:
    """Make a move of a matter where its table has it from where it stands."""
    if move in {one.name for one in matter.moves}:
        moving.move(matter, move, by=by, actor=Actor.OFFICER)
