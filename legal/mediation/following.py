"""What belongs to a move of a mediation, within its transaction."""

from typing import Final

from legal.clocks.actions.following import follow
from legal.matters.models import Matter
from legal.mediation.actions.meeting import cancel_open
from legal.mediation.states import MEETING
from legal.mediation.telling import tell_other_side
from portal.workflow.models import Event

# Of these the applicant is told by whatever makes the move; the other side only here.
TOLD: Final = frozenset({"withdraw", "reopen", "not-settle", "note-silence", "close"})


def moved(matter: Matter, event: Event) -> None:
    """The clocks follow; where the sides meet no more, no time of theirs takes the mediator's; the other side hears."""
    follow(matter, event)
    if event.after not in MEETING:
        cancel_open(matter, by=event.by)
    if event.move in TOLD:
        tell_other_side("mediation.moved", matter, key=f"event-{event.pk}")
