"""Planning a session, changing it, and what becomes of it."""

import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.training.actions.places import fill, lock
from legal.training.models import Session
from legal.training.states import AHEAD, PLAN
from legal.training.telling import tell_everybody
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event

# What people have to hear of when it changes.
TOLD: Final = ("starts", "ends", "link", *(f"place_{language.column}" for language in LANGUAGES))


@transaction.atomic
def plan(session: Session, *, by: User) -> Session:
    """Save a new session; without a slug it is called after its first day. Event."""
    session.slug = session.slug or _free_slug(session)
    session.save()
    record(session, PLAN, "plan", by=by)
    return session


@transaction.atomic
def change(session: Session, *, by: User, now: datetime.datetime | None = None) -> None:
    """Save a changed session. Places that are more now are given to those who wait; Events, notices.

    Where time or place are others and it lies ahead, everybody is told. `NotAllowedError` "over" where it has been held
    or cancelled, "taken" where more places are taken than there would be.
    """
    before = lock(session)
    if before.state not in AHEAD:
        raise NotAllowedError(_("This session is over: it is changed no more."), code="over")
    if session.capacity < before.taken:
        raise NotAllowedError(_("More places are taken than there would be."), code="taken")
    moved = any(getattr(session, name) != getattr(before, name) for name in TOLD)
    session.state, session.taken = before.state, before.taken
    session.sequence = before.sequence + moved
    session.changed_at = now or timezone.now()
    session.save()
    if moved:
        event = record(session, PLAN, "change", by=by)
        tell_everybody("training.changed", session, event)
    fill(session, by=by)


@transaction.atomic
def open_enrolment(session: Session, *, by: User, now: datetime.datetime | None = None) -> Event:
    """Let people enrol; Event.

    `NotAllowedError` "state", "course" where the course is not published, "late" where the time to enrol is over.
    """
    held = lock(session)
    if not held.course.is_published:
        raise NotAllowedError(_("Publish the course first."), code="course")
    if held.closes <= (now or timezone.now()):
        raise NotAllowedError(_("The time to enrol is over: set a later one first."), code="late")
    return advance(held, "open", by=by)


@transaction.atomic
def close_enrolment(session: Session, *, by: User) -> Event:
    """Let nobody enrol any more; who waits still moves up. Event. `NotAllowedError` "state"."""
    return advance(lock(session), "close", by=by)


@transaction.atomic
def hold(session: Session, *, by: User, now: datetime.datetime | None = None) -> Event:
    """Note that a session was held; who still waits waits no longer. Events. `NotAllowedError` "state", "early"."""
    held = lock(session)
    if (now or timezone.now()) < held.starts:
        raise NotAllowedError(_("The session has not begun yet."), code="early")
    event = advance(held, "hold", by=by)
    for enrolment in held.enrolments.waiting():
        advance(enrolment, "withdraw", by=None)
    return event


@transaction.atomic
def cancel(session: Session, *, reason: str, by: User) -> Event:
    """Call a session off for a reason; Event, notice to all who are enrolled or wait.

    `NotAllowedError` "state", or "reason" without one.
    """
    held = lock(session)
    event = advance(held, "cancel", by=by, reason=reason)
    held.sequence += 1
    held.changed_at = timezone.now()
    held.save(update_fields=["sequence", "changed_at"])
    tell_everybody("training.cancelled", held, event)
    return event


def _free_slug(session: Session) -> str:
    """The first day, with a number behind it where the course has another session of that day."""
    day = session.days[0].isoformat()
    others = set(Session.objects.filter(course=session.course_id, slug__startswith=day).values_list("slug", flat=True))
    number = 1
    while (slug := day if number == 1 else f"{day}-{number}") in others:
        number += 1
    return slug
