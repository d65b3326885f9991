"""The course of a file; a trigger of the table lets it take no other."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far a file is; one that is refused is in none, since nothing is kept of it."""

    RECEIVING = "receiving", _("Being sent")
    QUARANTINED = "quarantined", _("Waiting for the virus check")
    CLEAN = "clean", _("Received")
    INFECTED = "infected", _("Destroyed: it held a virus")
    FAILED = "failed", _("Could not be checked")


MOVES: Final = (
    (State.RECEIVING, State.QUARANTINED),
    (State.QUARANTINED, State.CLEAN),
    (State.QUARANTINED, State.INFECTED),
    (State.QUARANTINED, State.FAILED),
    # scanned again, by hand
    (State.FAILED, State.QUARANTINED),
    (State.CLEAN, State.INFECTED),
)


def sources(target: State) -> list[State]:
    """The states from which a file may come to this one."""
    return [source for source, to in MOVES if to == target]
