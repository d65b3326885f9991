"""What of a proceeding concerns the other side: each app above registers its own in its `proceedings.py`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django_stubs_ext import StrPromise

from legal.matters.kinds import BY_SLUG

Told = Callable[[Mapping[str, Any]], Iterable[tuple[StrPromise | str, str]]]


def nothing_told(content: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """What a side is shown of the part of a submission that is the proceeding's own: nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Counterclaims:
    """How a respondent claims in turn, claim by claim.

    `page` is where they are written, by name, with the key of the seat. `frozen` says as plain JSON what a party
    claims, and `told` says it in labelled sentences, out of that JSON.
    """

    page: str
    frozen: Callable[[Any], list[dict[str, Any]]]
    told: Callable[[Sequence[Mapping[str, Any]]], Iterable[tuple[StrPromise | str, str]]]


@dataclass(frozen=True, slots=True)
class Course:
    """How a kind of proceeding is served and answered.

    `notify` is the move that serving the other side makes, `answer` the one an answer makes; empty where it makes none.
    In the states of `answering`, in which a second respondent answers after the first, an answer moves nothing. A
    `counterclaim` may be filed with the answer where that is true, and claim by claim where `counterclaims` say how.
    `told` says in labelled sentences what was submitted of the proceeding's own, from the plain JSON that was frozen.
    """

    kind: str
    notify: str = ""
    answer: str = ""
    answering: tuple[str, ...] = ()
    counterclaim: bool = False
    counterclaims: Counterclaims | None = None
    told: Told = nothing_told

    def may_answer(self, state: str) -> bool:
        """Whether an answer may be filed in a state of the proceeding."""
        return state in self.answering or (bool(self.answer) and self.moves_by(self.answer, state))

    def claims_of(self, party: Any) -> list[dict[str, Any]]:
        """What a party claims in turn as it stands, as plain JSON."""
        return self.counterclaims.frozen(party) if self.counterclaims else []

    def claims_told(self, frozen: Sequence[Mapping[str, Any]]) -> list[tuple[StrPromise | str, str]]:
        """What was claimed in turn, in labelled sentences."""
        return list(self.counterclaims.told(frozen)) if self.counterclaims else []

    def moves_by(self, move: str, state: str) -> bool:
        """Whether the table of the proceeding has a move out of a state."""
        machine = BY_SLUG[self.kind].machine
        return move in {one.name for one in machine.leaving(state)}


_COURSES: Final[dict[str, Course]] = {}


def register(course: Course) -> Course:
    """Say how a kind is served and answered; a second time takes the place of the first. KeyError for no kind at all,
    or a move that its table does not have."""
    machine = BY_SLUG[course.kind].machine
    for move in filter(None, (course.notify, course.answer)):
        machine.transition(move)
    _COURSES[course.kind] = course
    return course


def course_of(kind: str) -> Course:
    """How a kind is served and answered; one that was not registered is neither moved nor answered by it."""
    return _COURSES.get(kind) or Course(kind)


def is_served(kind: str) -> bool:
    """Whether an app above has said that matters of a kind are served on another side."""
    return kind in _COURSES
