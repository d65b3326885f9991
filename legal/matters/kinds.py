"""The proceedings there are: each app above registers its own in its `proceedings.py`, found by autodiscovery."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from portal.workflow.machine import Machine

# The two moves every proceeding has: out of the draft, and out of the proceeding.
SUBMIT: Final = "submit"
WITHDRAW: Final = "withdraw"
# Back to staff with what they asked for; a table need not have it.
SUPPLEMENT: Final = "supplement"


class Side(TextChoices):
    """On which side somebody stands."""

    APPLICANT = "applicant", pgettext_lazy("side of a matter", "Applicant")
    RESPONDENT = "respondent", pgettext_lazy("side of a matter", "Respondent")
    THIRD = "third", pgettext_lazy("side of a matter", "Third party")


@dataclass(frozen=True, slots=True)
class Page:
    """A page on which a part of a draft is written: its address by name, with the keys of enterprise and matter."""

    name: str
    label: StrPromise


def itself(matter: Any) -> Any:
    """What the parts of a proceeding's own are read from: the matter."""
    return matter


def nothing(own: Any) -> Iterable[StrPromise | str]:
    """Sentences saying what a matter lacks before it can be submitted: none."""
    return ()


def no_more(own: Any) -> Mapping[str, Any]:
    """What is frozen of a matter beside what every matter has: nothing."""
    return {}


def nothing_more(matter: Any, event: Any) -> None:
    """What else happens when a matter has moved: nothing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A move that staff make.

    `doing(matter, by=…, reason=…)` makes it, with all that belongs to it; where none is named it is the move of the
    table alone. `page` is where more than a reason has to be given: a page of the console by name, with the key of the
    matter.
    """

    move: str
    doing: Callable[..., Any] | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A kind of matter; its functions take the `legal.matters.models.Matter`, which stands upon this.

    `prefix` begins its reference numbers. In the states of `drafting` it may be written, those of `ended` are for good;
    `way` are the states of its straight course, as they are shown. `own` is what its parts beside title, parties and
    representatives are read from, each of them once: whoever opens a matter makes one and hands it to all who read it.
    Of that `missing` says in sentences what it lacks before it can be submitted, and `content` answers, as plain JSON,
    what is frozen of it.
    `pages` are those of its own parts, `abroad` the one on which the other country is asked for, `sides` those on which
    somebody can be named; where a `tribunal` hears it, an exhibit can be for that alone; one that is not `offered`
    cannot be begun from a page. Staff with `permission` (app and codename, declared by a model of the app above) handle
    those of this kind; `decisions` are their moves; in the states of `paused` no clock of theirs runs;
    `moved(matter, event)` does what belongs to a move, within its transaction. A table without the moves "submit" and
    "withdraw" is a `ValueError`.
    """

    slug: str
    label: StrPromise
    prefix: str
    machine: Machine
    drafting: tuple[str, ...]
    ended: tuple[str, ...]
    way: tuple[str, ...]
    own: Callable[[Any], Any] = itself
    missing: Callable[[Any], Iterable[StrPromise | str]] = nothing
    content: Callable[[Any], Mapping[str, Any]] = no_more
    pages: tuple[Page, ...] = ()
    abroad: str = "matters:parties"
    offered: bool = True
    sides: tuple[Side, ...] = tuple(Side)
    tribunal: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    permission: str = ""
    decisions: tuple[Decision, ...] = ()
    paused: tuple[str, ...] = ()
    moved: Callable[[Any, Any], None] = nothing_more

    def __post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise ValueError(f"{self.slug}: {'; '.join(faults)}.")

    def state(self, value: str) -> str:
        """What a state of it is called."""
        return str(self.machine.states(value).label)

    def mark(self, value: str) -> str:
        """How a state of it is marked."""
        return self.marks.get(value, "not-yet" if value in self.drafting else "waiting")

    def reached(self, value: str) -> int:
        """The place on its course of a state, or of the only one from which one turns aside to it; else -1."""
        if value in self.way:
            return self.way.index(value)
        left = {state for move in self.machine.transitions if move.target == value for state in move.sources}
        on_the_way = [place for place, state in enumerate(self.way) if state in left]
        return on_the_way[0] if len(on_the_way) == 1 else -1

    def _faults(self) -> Iterator[str]:
        moves = {move.name for move in self.machine.transitions}
        made = (SUBMIT, WITHDRAW, *(decision.move for decision in self.decisions))
        yield from (f"there is no move “{name}”" for name in made if name not in moves)
        named = {*self.drafting, *self.ended, *self.way, *self.marks, *self.paused}
        yield from (f"there is no state “{state}”" for state in sorted(named - set(self.machine.states.values)))
        if self.machine.initial not in self.drafting:
            yield "a matter that was begun cannot be written"


BY_SLUG: Final[dict[str, Proceeding]] = {}


def register(*proceedings: Proceeding) -> None:
    """Add proceedings; a second registration of the same slug takes its place."""
    BY_SLUG.update({proceeding.slug: proceeding for proceeding in proceedings})


def choices() -> list[tuple[str, str]]:
    """The proceedings by slug, as they are called."""
    return [(slug, str(proceeding.label)) for slug, proceeding in BY_SLUG.items()]


def handled_by(user: PermissionsMixin | AnonymousUser) -> list[str]:
    """The slugs of the proceedings somebody of the staff handles."""
    return [
        slug for slug, proceeding in BY_SLUG.items() if proceeding.permission and user.has_perm(proceeding.permission)
    ]
