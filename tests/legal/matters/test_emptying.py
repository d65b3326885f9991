"""Rooms above remove what they hold of a matter when it is emptied, while the matter still holds its own."""

import subprocess
import sys

import pytest

from legal.matters import emptying
from legal.matters.actions.expiring import empty

pytestmark = pytest.mark.django_db


def test_room_above_removes_its_part_once_and_before_the_matter_is_empty(draft, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(emptying, "_empties", [])

    def remove(matter):
        asked.append((matter.pk, matter.parties.count()))

    emptying.also(remove)
    emptying.also(remove)

    empty(draft)

    assert asked == [(draft.pk, 1)]


def test_worker_that_loads_no_pages_knows_what_every_room_removes() -> None:
    lines = (
        "import django; django.setup()",
        "from legal.matters import emptying",
        "print(*(empty.__module__.split('.')[1] for empty in emptying._empties))",
    )

    told = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)

    rooms = {"advice", "appraisal", "arbitration", "clocks", "fees", "mediation", "notarization", "serving"}
    assert rooms <= set(told.stdout.split())
