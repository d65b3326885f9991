"""The places of a session: held by whoever changes them, and given in the order in which people asked."""

from django.db.models import Max

from legal.training.models import Enrolment, Session
from legal.training.states import FILLING, SEATED
from legal.training.telling import tell
from portal.accounts.models import User
from portal.workflow.actions import advance


def lock(session: Session) -> Session:
    """The session as it stands, in which nobody else gives or frees a place until the transaction ends."""
    held: Session = Session.objects.select_for_update(of=("self",)).select_related("course").get(pk=session.pk)
    return held


def fill(session: Session, *, by: User | None, told: str = "training.place") -> list[Enrolment]:
    """Give the free places of a locked session to those who wait, who asked first first; Events, notices.

    Nothing where none are given any more. Those who were given one are answered.
    """
    if session.state not in FILLING:
        return []
    given = list(session.enrolments.waiting().select_related("person")[: session.free])
    for enrolment in given:
        enrolment.session = session
        event = advance(enrolment, "give-place", by=by)
        tell(told, enrolment, event)
    count(session)
    return given


def count(session: Session) -> None:
    """Note how many places of a locked session are taken."""
    session.taken = session.enrolments.filter(state__in=SEATED).count()
    session.save(update_fields=["taken"])


def end_of_line(session: Session) -> int:
    """The position after the last one that was given in a locked session."""
    last: int | None = session.enrolments.aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
