"""The courses of a request and of an appointment; the documentation says the same."""

import re
from pathlib import Path

import pytest

from legal.enquiries.states import APPOINTMENT, ENQUIRY, State
from legal.enquiries.templatetags.enquiries import BADGES

DOCUMENT = Path(__file__).parents[3] / "docs" / "enquiries.md"


def test_every_state_is_marked() -> None:
    assert set(BADGES) == set(State)


@pytest.mark.parametrize("machine", [ENQUIRY, APPOINTMENT], ids=lambda machine: machine.slug)
def test_documentation_has_the_same_moves(machine) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    section = text.split(f"<!-- {machine.slug} -->")[1].split("\n\n")[0]

    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|", section, re.MULTILINE)

    assert rows == [(move.name, ", ".join(move.sources), str(move.target)) for move in machine.transitions]


def test_every_refusal_reads_the_same() -> None:
    refusals = [move for move in ENQUIRY.transitions if move.target == State.REFUSED]

    assert {str(move.done) for move in refusals} == {"The lawyer cannot take the request"}
    assert [move.name for move in refusals] == ["fail-check", "conflict", "decline"]
