"""What pages of training want besides what Django has."""

from collections.abc import Iterable
from typing import Final

from django import template
from django.utils import timezone

from legal.laws.spoken import language_name
from legal.training import times
from legal.training.models import Session
from legal.training.states import EnrolmentState, SessionState

register = template.Library()

BADGES: Final = {
    SessionState.PLANNED: "not-yet",
    SessionState.OPEN: "done",
    SessionState.CLOSED: "waiting",
    SessionState.HELD: "unknown",
    SessionState.CANCELLED: "refused",
    EnrolmentState.WAITING: "waiting",
    EnrolmentState.ENROLLED: "done",
    EnrolmentState.WITHDRAWN: "unknown",
    EnrolmentState.ATTENDED: "done",
    EnrolmentState.ABSENT: "refused",
}
_BY_VALUE: Final = {str(state): mark for state, mark in BADGES.items()}


@register.filter
def standing(state: str) -> str:
    """How the state of a session or of an enrolment is marked."""
    return _BY_VALUE[state]


@register.filter
def when(session: Session) -> str:
    """Days and hours in Beijing time."""
    return times.in_beijing(session)


@register.filter
def own_time(session: Session) -> str:
    """Days and hours in the reader's own time zone; nothing where it is the same."""
    return times.in_own(session)


@register.filter
def closing(session: Session) -> str:
    """When enrolment closes, in Beijing time."""
    return times.closing(session)


@register.filter
def enrolling(session: Session) -> bool:
    """Whether one can enrol in it now."""
    return session.is_enrolling(timezone.now())


@register.filter
def ahead(session: Session) -> bool:
    """Whether it lies ahead, so that one can withdraw from it."""
    return session.is_ahead(timezone.now())


@register.filter
def taught_in(languages: Iterable[str]) -> list[str]:
    """Languages by name."""
    return [language_name(language) for language in languages]
