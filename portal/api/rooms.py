"""Which apps publish what: each registers its rooms in its `api.py`, found by autodiscovery."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from ninja import Router

JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Room:
    """The addresses below one word, such as `laws`; `label` is what people call it.

    `stamp` tells when anything there may have changed, so that a body made once can be given again; without it each is
    made anew. `rate` names the setting that says how often one address may ask; `fresh` is for how many seconds a copy
    may be used unasked.
    """

    name: str
    label: Promise | str
    router: Router
    stamp: Callable[[], str] | None = None
    rate: str = "API_RATE"
    media: tuple[str, ...] = (JSON,)
    fresh: int = 60


rooms: dict[str, Room] = {}


def register(room: Room) -> None:
    """Add a room; a second registration of the same name takes its place."""
    rooms[room.name] = room
