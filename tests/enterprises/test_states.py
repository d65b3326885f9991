"""The courses of a registration, an invitation, a transfer and a request; the documentation says the same."""

import re
from pathlib import Path

import pytest

from enterprises.next_step import COURSES
from enterprises.states import INVITATION, JOINING, REGISTRATION, TRANSFER, State
from enterprises.templatetags.enterprises import BADGES

DOCUMENT = Path(__file__).parents[2] / "docs" / "enterprises.md"


def test_every_state_is_said_what_comes_next_in_and_marked() -> None:
    assert set(COURSES) == set(BADGES) == set(State)


@pytest.mark.parametrize("machine", [REGISTRATION, INVITATION, TRANSFER, JOINING], ids=lambda machine: machine.slug)
def test_documentation_has_the_same_moves(machine) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    section = text.split(f"<!-- {machine.slug} -->")[1].split("\n\n")[0]

    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|", section, re.MULTILINE)

    assert rows == [(move.name, ", ".join(move.sources), str(move.target)) for move in machine.transitions]
