"""Sessions: a mediator is named, times are proposed, agreed to by both sides, given free, and noted as held."""

import datetime
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.guarding import lock_for_officer
from legal.matters.actions.moving import move
from legal.matters.kinds import Side
from legal.matters.models import Actor, Entry, Matter
from legal.mediation.actions.guarding import PARTS, lock_for_side, require_state
from legal.mediation.models import Dispute, Mediator, Session
from legal.mediation.states import State
from legal.mediation.telling import tell_both
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event

MOST_OPEN: Final = 20
AGREED: Final = {Side.APPLICANT: "applicant_at", Side.RESPONDENT: "respondent_at"}


@transaction.atomic
def appoint(matter: Matter, *, mediator: Mediator, by: User) -> Event:
    """Name the mediator and begin the sessions; Event, Entries, notice. `NotAllowedError` as `lock_for_officer`.

    "mediator" where that one takes no mediations now, "state" unless both sides have just agreed.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "begin-sessions", by=by, actor=Actor.OFFICER)
    _name(held, mediator, by=by)
    tell_both("mediation.mediator", held, key=f"event-{event.pk}")
    return event


@transaction.atomic
def replace(matter: Matter, *, mediator: Mediator, by: User) -> None:
    """Name another mediator while there are sessions; Entry, notice. The times with the former one are given free.

    Raises `NotAllowedError` as `appoint`; "same" where it is that one already.
    """
    held = lock_for_officer(matter, by=by)
    require_state(held, State.SESSIONS)
    if Dispute.objects.filter(matter=held, mediator=mediator).exists():
        raise NotAllowedError(_("This is the mediator already."), code="same")
    cancel_open(held, by=by)
    entry = _name(held, mediator, by=by)
    tell_both("mediation.mediator", held, key=f"entry-{entry.pk}")


@transaction.atomic
def propose(matter: Matter, *, starts: datetime.datetime, hours: int, place: str = "", by: User) -> Session:
    """Propose a time, as either side or as the officer; Entry, notice. Whoever proposes it has agreed to it.

    Raises `NotAllowedError` "role" for anybody else; "state" unless there are sessions; "past", "many"; "taken" where
    the mediator has no time then.
    """
    held, side, actor = _lock(matter, by=by)
    require_state(held, State.SESSIONS)
    _require_ahead(starts)
    if held.mediation_sessions.holding().count() >= MOST_OPEN:
        raise NotAllowedError(_("Give a time free before you propose more."), code="many")
    mediator = Mediator.objects.get(disputes__matter=held)
    agreed = {AGREED[side]: timezone.now()} if side else {}
    ends = starts + datetime.timedelta(hours=hours)
    try:
        with transaction.atomic():
            session = Session.objects.create(
                matter=held, mediator=mediator, starts=starts, ends=ends, place=place, proposed_by=by, **agreed
            )
    except IntegrityError as error:
        raise NotAllowedError(_("The mediator has no time then: choose another."), code="taken") from error
    _note(session, "propose", by=by, actor=actor)
    tell_both("mediation.time-proposed", held, key=f"session-{session.pk}", but=by)
    return session


@transaction.atomic
def agree(session: Session, *, by: User) -> Session:
    """Agree to a time for one's side; once both have, it is booked: Event, Entry, notice. Again, it stays as it is.

    Raises `NotAllowedError` "role", "past", or "state" where the time was given free meanwhile.
    """
    held, side, actor = lock_for_side(session.matter, by=by)
    there = _there(held, session)
    if there.agreed_at(side) is not None:
        return there
    _require_ahead(there.starts)
    name = AGREED[side]
    if there.agreed_at(_other(side)) is None:
        _require(there, "agree")
        setattr(there, name, timezone.now())
        there.save(update_fields=[name])
        _note(there, "agree-time", by=by, actor=actor)
        return there
    both: dict[str, Any] = {"changed_at": timezone.now(), "sequence": there.sequence + 1, name: timezone.now()}
    advance(there, "agree", by=by, **both)
    _note(there, "book", by=by, actor=actor)
    tell_both("mediation.time-agreed", held, key=f"agreed-{there.pk}")
    return there


@transaction.atomic
def cancel(session: Session, *, by: User) -> None:
    """Give a time free, as either side or as the officer; Event, Entry, notice. `NotAllowedError` "role", "state"."""
    held, _side, actor = _lock(session.matter, by=by)
    there = _there(held, session)
    advance(there, "cancel", by=by, changed_at=timezone.now(), sequence=there.sequence + 1)
    _note(there, "cancel", by=by, actor=actor)
    tell_both("mediation.time-cancelled", held, key=f"cancelled-{there.pk}", but=by)


@transaction.atomic
def hold(session: Session, *, by: User) -> None:
    """Note that a session was held; Event, Entry. `NotAllowedError` as `lock_for_officer`, "state", "early"."""
    held = lock_for_officer(session.matter, by=by)
    there = _there(held, session)
    if there.starts > timezone.now():
        raise NotAllowedError(_("This session has not begun yet."), code="early")
    advance(there, "hold", by=by, changed_at=timezone.now())
    _note(there, "hold", by=by, actor=Actor.OFFICER)


def cancel_open(matter: Matter, *, by: User | None) -> None:
    """Give every time of a mediation free, within the transaction in which it ends or its mediator changes; Events."""
    for session in matter.mediation_sessions.holding():
        advance(session, "cancel", by=by, changed_at=timezone.now(), sequence=session.sequence + 1)


def _lock(matter: Matter, *, by: User) -> tuple[Matter, Side | None, Actor]:
    """For either side; else for the officer on whose desk it is, who stands on none."""
    if by.is_staff and Matter.objects.handled_by(by).filter(pk=matter.pk).exists():
        return lock_for_officer(matter, by=by), None, Actor.OFFICER
    return lock_for_side(matter, by=by)


def _name(matter: Matter, mediator: Mediator, *, by: User) -> Entry:
    if not Mediator.objects.available().filter(pk=mediator.pk).exists():
        raise NotAllowedError(_("This mediator takes no mediations now."), code="mediator")
    Dispute.objects.filter(matter=matter).update(mediator=mediator)
    return chain.append(matter, f"{PARTS}.appoint", by=by, actor=Actor.OFFICER, details={"mediator": mediator.pk})


def _require_ahead(starts: datetime.datetime) -> None:
    if starts <= timezone.now():
        raise NotAllowedError(_("This time has passed: propose one that is ahead."), code="past")


def _there(matter: Matter, session: Session) -> Session:
    found: Session = matter.mediation_sessions.select_related("matter__enterprise", "mediator").get(pk=session.pk)
    return found


def _other(side: Side) -> Side:
    return Side.RESPONDENT if side == Side.APPLICANT else Side.APPLICANT


def _require(session: Session, name: str) -> None:
    if name not in {move.name for move in session.moves}:
        raise NotAllowedError(_("This cannot be done with it as it stands now."), code="state")


def _note(session: Session, what: str, *, by: User, actor: Actor) -> None:
    chain.append(session.matter, f"{PARTS}.{what}", by=by, actor=actor, details={"session": session.pk})
