"""Which moves of a matter belong to its fees, and on which estimate a notice may rest: the apps above say so."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from legal.matters.kinds import Side


def no_estimate(matter: Any) -> Mapping[str, Any] | None:
    """The estimate that was kept with a matter: none."""
    return None


Estimate = Callable[[Any], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Course:
    """`notify` is the move that a notice makes, `paid` the one made once nothing is to be paid any more.

    Only what one of the `sides` owes moves a matter; where none is named, what any of them does. `estimate(matter)`
    answers what `legal.rules.fees.Estimate.as_json` gave when the matter was submitted, or None.
    """

    notify: str
    paid: str
    estimate: Estimate = no_estimate
    sides: Collection[str] = tuple(Side)


_courses: Final[dict[str, Course]] = {}


def register(
    kind: str,
    *,
    notify: str,
    paid: str,
    estimate: Estimate = no_estimate,
    sides: Collection[str] = tuple(Side),
) -> None:
    """Say which moves of a kind of proceeding belong to its fees; a second registration takes the place of the first.

    A move is made where the table has it from where the matter stands: a second notice, or a fee of a matter that has
    gone on, moves nothing.
    """
    _courses[kind] = Course(notify, paid, estimate, sides)


def of(kind: str) -> Course | None:
    """The course of a kind of proceeding; None where its fees move nothing."""
    return _courses.get(kind)
