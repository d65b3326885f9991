"""What the holder of a file can decide as it stands, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from legal.matters.kinds import Decision
from legal.matters.officers import OfficerSeat
from portal.workflow.machine import Transition


@dataclass(frozen=True, slots=True)
class Open:
    """A decision that is open: its move, where it is made, and whether it ends the matter."""

    decision: Decision
    move: Transition
    address: str
    ends: bool


def open_to(seat: OfficerSeat) -> list[Open]:
    """The decisions of staff that the table allows now, for who holds the file; none for anybody else."""
    return list(_open(seat)) if seat.holds else []


def _open(seat: OfficerSeat) -> Iterator[Open]:
    matter = seat.matter
    allowed = {move.name: move for move in matter.moves}
    for decision in matter.proceeding.decisions:
        move = allowed.get(decision.move)
        if move is None:
            continue
        own = reverse("admin:handling_decide", kwargs={"matter": matter.key, "move": move.name})
        address = reverse(decision.page, kwargs={"matter": matter.key}) if decision.page else own
        yield Open(decision, move, address, ends=move.target in matter.proceeding.ended)
