"""A proceeding is a table of moves with what a matter needs; one that is wrong is refused."""

import dataclasses

import pytest

from legal.matters import kinds
from legal.matters.kinds import Proceeding
from portal.workflow.machine import Machine
from tests.legal.matters.proceeding import MACHINE, PROCEEDING


def without(move: str) -> Machine:
    moves = tuple(one for one in MACHINE.transitions if one.name != move)
    faulty = object.__new__(Machine)
    for name, value in {"slug": "x", "states": MACHINE.states, "initial": "draft", "transitions": moves}.items():
        object.__setattr__(faulty, name, value)
    return faulty


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"machine": without("submit")}, "there is no move “submit”"),
        ({"machine": without("withdraw")}, "there is no move “withdraw”"),
        ({"way": ("draft", "nowhere")}, "there is no state “nowhere”"),
        ({"paused": ("nowhere",)}, "there is no state “nowhere”"),
        ({"decisions": (kinds.Decision("leap"),)}, "there is no move “leap”"),
        ({"drafting": ("asked",)}, "a matter that was begun cannot be written"),
    ],
)
def test_proceeding_that_is_wrong_is_refused(changed: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        dataclasses.replace(PROCEEDING, **changed)


def test_states_are_named_and_marked() -> None:
    assert PROCEEDING.state("asked") == "More is asked for"
    assert [PROCEEDING.mark(state) for state in ("draft", "submitted", "decided")] == ["not-yet", "waiting", "done"]


def test_state_beside_the_course_stands_where_one_turned_aside_to_it() -> None:
    reached = {state: PROCEEDING.reached(state) for state in MACHINE.states}

    # Withdrawn can be what stood anywhere.
    assert reached == {"draft": 0, "submitted": 1, "asked": 1, "decided": 2, "withdrawn": -1}


def test_proceeding_asks_for_nothing_more_unless_it_says_so() -> None:
    plain = Proceeding("plain", "Plain", "P", MACHINE, ("draft",), ("decided",), ("draft",))

    assert (list(plain.missing(None)), plain.content(None)) == ([], {})


def test_second_registration_takes_the_place_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "BY_SLUG", {})
    other = dataclasses.replace(PROCEEDING, label="Another trial")

    kinds.register(PROCEEDING)
    kinds.register(other)

    assert kinds.choices() == [("tests-matter", "Another trial")]
