"""By which move a kind of matter is handed over, and to whom: each app above says it in its `proceedings.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from legal.matters.kinds import BY_SLUG
from legal.matters.models import Matter
from legal.serving.consent import Receiver


@dataclass(frozen=True, slots=True)
class Course:
    """The move that hands a matter over, and who receives it."""

    move: str
    receiver: Callable[[Matter], Receiver]


_COURSES: Final[dict[str, Course]] = {}


def register(kind: str, *, move: str, receiver: Callable[[Matter], Receiver]) -> None:
    """Say how a kind is handed over. KeyError for no kind at all, or a move that its table does not have."""
    BY_SLUG[kind].machine.transition(move)
    _COURSES[kind] = Course(move, receiver)


def course_of(matter: Matter) -> Course | None:
    """How a matter is handed over; None where its kind never is."""
    return _COURSES.get(matter.kind)
