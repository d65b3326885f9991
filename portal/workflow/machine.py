"""Transition tables: the only place that says which moves are allowed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django_stubs_ext import StrPromise

from portal.workflow.naming import name_moves


@dataclass(frozen=True, slots=True)
class Transition:
    """One move: `label` is what its button says, `done` what the history says of it once made."""

    name: str
    sources: tuple[str, ...]
    target: str
    label: StrPromise
    done: StrPromise
    reasoned: bool = False


@dataclass(frozen=True)
class Machine:
    """A table of transitions over the states of one field; known by its slug to the events it leaves.

    A table that names a state nobody knows, leaves one out of reach or has two moves of one name is a `ValueError`.
    """

    slug: str
    states: type[TextChoices]
    initial: str
    transitions: tuple[Transition, ...]
    column: str = "state"

    def __post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise ValueError(f"{self.slug}: {'; '.join(faults)}.")
        name_moves(self.slug, {transition.name: transition.done for transition in self.transitions})

    def transition(self, name: str) -> Transition:
        """The move of this name; `KeyError` where the table has none."""
        return {transition.name: transition for transition in self.transitions}[name]

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """The moves a record in this state may make, in the order of the table."""
        return tuple(transition for transition in self.transitions if state in transition.sources)

    def reachable(self) -> set[str]:
        """The states a record can come to from the initial one."""
        reached: set[str] = set()
        found = {self.initial}
        while found:
            reached |= found
            found = {move.target for state in reached for move in self.leaving(state)} - reached
        return reached

    def _faults(self) -> Iterator[str]:
        known = set(self.states.values)
        named = {self.initial, *(state for move in self.transitions for state in (move.target, *move.sources))}
        yield from (f"there is no state “{state}”" for state in sorted(named - known))
        yield from (f"no move leads to “{state}”" for state in sorted(known - self.reachable()))
        yield from (
            f"two moves are called “{name}”"
            for name, times in Counter(move.name for move in self.transitions).items()
            if times > 1
        )
