"""A table of transitions says what is allowed, and refuses to be wrong."""

import pytest
from django.db.models import TextChoices

from portal.workflow.machine import Machine, Transition


class Door(TextChoices):
    OPEN = "open", "Open"
    SHUT = "shut", "Shut"
    LOCKED = "locked", "Locked"


def move(name: str, sources: tuple[str, ...], target: str) -> Transition:
    return Transition(name, sources, target, label=name, done=f"{name} done")


MOVES = (
    move("shut", ("open",), "shut"),
    move("open", ("shut",), "open"),
    move("lock", ("shut",), "locked"),
)


def test_moves_leaving_a_state_are_those_of_the_table_in_its_order() -> None:
    machine = Machine("door", Door, "open", MOVES)

    assert [transition.name for transition in machine.leaving("shut")] == ["open", "lock"]
    assert machine.leaving("locked") == ()


def test_move_is_found_by_its_name() -> None:
    machine = Machine("door", Door, "open", MOVES)

    assert machine.transition("lock").target == "locked"
    with pytest.raises(KeyError):
        machine.transition("paint")


@pytest.mark.parametrize(
    ("moves", "fault"),
    [
        (MOVES[:2], "no move leads to “locked”"),
        ((*MOVES, move("burn", ("open",), "burnt")), "there is no state “burnt”"),
        ((*MOVES, move("lock", ("open",), "locked")), "two moves are called “lock”"),
    ],
)
def test_table_that_is_wrong_is_refused(moves: tuple[Transition, ...], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Machine("door", Door, "open", moves)
