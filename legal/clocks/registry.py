"""The clocks there are: each app above registers those of its proceedings, right after the proceedings themselves."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django_stubs_ext import StrPromise

from legal.clocks.states import Whose
from legal.matters import kinds
from legal.matters.kinds import Proceeding


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit within the course of a kind of matter.

    It starts with a move of `starts`, and a move of `ends` says that what had to be done was done; where the matter
    ends by any other move, it lapses. `rule` is the slug of a rule in `legal.rules`, or a function that answers it for
    a matter; "" where no rule is known, and the day is as the institution notifies it. Its days are those of
    `calendars`, by slug, and of the countries of all parties where it is `for_parties`. It stands still in the states
    of `paused`: those of the proceeding for a clock of staff, none for others, where nothing is said; days are left
    out only where the source of the rule says so. Whoever has to act is told so many days before as `reminds` says:
    `tells` answers who that is for a matter, where it is not the members of the applicant or the staff of its kind, and
    `leads` for a matter and one of them on which page they read it, "" where that is the page of the matter itself.
    Staff may extend one that is `extendable`, by the days of the rule `extension` where one is named. One that is
    `internal` is shown to staff alone.
    """

    slug: str
    label: StrPromise
    whose: Whose | str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    rule: str | Callable[[Any], str] = ""
    calendars: tuple[str, ...] = ("xinjiang",)
    for_parties: bool = False
    paused: tuple[str, ...] | None = None
    reminds: tuple[int, ...] = (7, 3, 1)
    tells: Callable[[Any], Iterable[Any]] | None = None
    leads: Callable[[Any, Any], str] | None = None
    extendable: bool = False
    extension: str = ""
    internal: bool = False

    def rule_for(self, matter: Any) -> str:
        """The slug of the rule it runs by in a matter."""
        return self.rule if isinstance(self.rule, str) else self.rule(matter)

    def stands_still(self, proceeding: Proceeding, state: str) -> bool:
        """Whether it does in a state of its proceeding."""
        if self.paused is None:
            return self.whose == Whose.STAFF and state in proceeding.paused
        return state in self.paused


_BY_KIND: Final[dict[str, dict[str, Clock]]] = {}


def register(kind: str, *clocks: Clock) -> None:
    """Say which clocks a kind of matter has; a second registration of the kind takes the place of the first.

    `ValueError` for a kind that is no proceeding, two clocks of one slug, a move or a state its table does not have, a
    clock that nothing starts or ends, and days before that are none.
    """
    if kind not in kinds.BY_SLUG:
        raise ValueError(f"There is no proceeding “{kind}”.")
    faults = list(_faults(kinds.BY_SLUG[kind], clocks))
    if faults:
        raise ValueError(f"{kind}: {'; '.join(faults)}.")
    _BY_KIND[kind] = {clock.slug: clock for clock in clocks}


def of(kind: str) -> tuple[Clock, ...]:
    """The clocks of a kind of matter."""
    return tuple(_BY_KIND.get(kind, {}).values())


def find(kind: str, slug: str) -> Clock | None:
    """A clock of a kind; None where the app that knew it has it no more."""
    return _BY_KIND.get(kind, {}).get(slug)


def _faults(proceeding: Proceeding, clocks: Iterable[Clock]) -> Iterator[str]:
    moves = {move.name for move in proceeding.machine.transitions}
    states = set(proceeding.machine.states.values)
    counted = Counter(clock.slug for clock in clocks)
    yield from (f"two clocks are called “{slug}”" for slug, times in counted.items() if times > 1)
    for clock in clocks:
        yield from (f"there is no move “{name}”" for name in (*clock.starts, *clock.ends) if name not in moves)
        yield from (f"there is no state “{state}”" for state in clock.paused or () if state not in states)
        if not clock.starts or not clock.ends:
            yield f"nothing starts or ends “{clock.slug}”"
        if clock.whose not in Whose.values:
            yield f"“{clock.whose}” is nobody who has to act"
        if any(days < 0 for days in clock.reminds):
            yield f"“{clock.slug}” reminds of what is past"
