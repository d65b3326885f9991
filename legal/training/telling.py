"""Who hears of what happens to a session."""

from collections.abc import Iterable

from django.utils import translation

from legal.training.models import Certificate, Enrolment, Session
from portal.accounts.models import User
from portal.languages import CODES
from portal.notices.actions import notify
from portal.workflow.models import Event


def tell(kind: str, enrolment: Enrolment, event: Event) -> None:
    """Tell one person of their enrolment, once for this event."""
    _tell(kind, [enrolment.person], enrolment.session, event)


def tell_everybody(kind: str, session: Session, event: Event) -> None:
    """Tell all who have a place in a session, or wait for one, once for this event."""
    _tell(kind, [enrolment.person for enrolment in session.enrolments.live().select_related("person")], session, event)


def tell_holder(kind: str, certificate: Certificate, event: Event) -> None:
    """Tell whose certificate it is, once for this event."""
    enrolment = certificate.enrolment
    params = {"course": called(enrolment.session)}
    notify(kind, to=[enrolment.person], about=certificate, params=params, key=f"event-{event.pk}")


def called(session: Session) -> dict[str, str]:
    """The title of its course as each language has it: who is told reads another language than who acted."""
    names = {}
    for code in CODES:
        with translation.override(code):
            names[code] = str(session.course)
    return names


def _tell(kind: str, to: Iterable[User], session: Session, event: Event) -> None:
    notify(kind, to=to, about=session, params={"course": called(session)}, key=f"event-{event.pk}")
