"""The clocks of a matter follow its moves: within the transaction of a move they start, stand still, run on and end."""

import logging

from django.db import transaction

from legal.clocks import registry
from legal.clocks.actions import computing
from legal.clocks.actions.keeping import keep, reckon, turn
from legal.clocks.models import Deadline, Standstill
from legal.clocks.models.deadline import official_day
from legal.clocks.registry import Clock
from legal.clocks.states import Cause, State
from legal.matters.models import Matter
from portal.workflow.models import Event

logger = logging.getLogger(__name__)


@transaction.atomic
def follow(matter: Matter, event: Event) -> None:
    """Start, stop, pause and resume the clocks of a matter as a move says; an Entry each.

    It is given to a proceeding as its `moved`, or called by what is. A clock that runs already is not started again,
    unless the same move ends it.
    """
    held = Deadline.objects.select_for_update().filter(matter=matter).open()
    running = {deadline.clock: deadline for deadline in held}
    for one in running.values():
        one.matter = matter
    for clock in registry.of(matter.kind):
        deadline = _moved_on(running.get(clock.slug), clock, event)
        if deadline is None and event.move in clock.starts:
            deadline = _start(matter, clock, event)
        if deadline is not None:
            _stand_still(deadline, clock, event)


def _moved_on(deadline: Deadline | None, clock: Clock, event: Event) -> Deadline | None:
    """The clock after a move, None where it does not run any more."""
    if deadline is None:
        return None
    if event.move in clock.ends:
        _end(deadline, State.MET, event)
    elif event.after in deadline.matter.proceeding.ended:
        _end(deadline, State.LAPSED, event)
    return deadline if deadline.is_open else None


def _end(deadline: Deadline, state: State, event: Event) -> None:
    """It was kept, or no longer runs; either way it was missed where its last day was past."""
    day = official_day(event.at)
    deadline.state = State.MISSED if deadline.is_overdue(day) else state
    deadline.ended_at = event.at
    deadline.standstills.filter(until=None).update(until=day)
    keep(deadline, deadline.state)
    logger.info("clock %s of matter %s: %s", deadline.clock, deadline.matter_id, deadline.state)


def _start(matter: Matter, clock: Clock, event: Event) -> Deadline:
    deadline = Deadline(
        matter=matter, clock=clock.slug, whose=clock.whose, internal=clock.internal, started_at=event.at
    )
    deadline.rule = computing.rule_of(clock, matter, on=deadline.day)
    if deadline.rule:
        deadline.rule_held = computing.as_it_stands(deadline.rule)
        deadline.calendars = computing.calendars_of(clock, matter)
    deadline.save()
    found = computing.compute(deadline)
    if found:
        deadline.explanation, deadline.due, deadline.provisional = found.as_json(), found.day, found.provisional
    keep(deadline, "start")
    logger.info("clock %s of matter %s started", clock.slug, matter.pk)
    return deadline


def _stand_still(deadline: Deadline, clock: Clock, event: Event) -> None:
    """Pause a clock, or let it run again, as the state says that its matter is in now."""
    rule = deadline.rule
    if rule is None or not rule.is_known:
        return
    stands = clock.stands_still(deadline.matter.proceeding, event.after)
    still = Standstill.objects.filter(deadline=deadline, until=None).first()
    if stands and still is None:
        Standstill.objects.create(deadline=deadline, since=official_day(event.at))
        _again(deadline, State.PAUSED, "pause")
    elif still is not None and not stands:
        still.until = official_day(event.at)
        still.save(update_fields=["until"])
        _again(deadline, State.RUNNING, "resume")


def _again(deadline: Deadline, state: State, what: str) -> None:
    """Compute it as it stands now; where no source says that it can stop it runs on, and says so."""
    if deadline.rule is None or not deadline.rule.stops:
        reckon(deadline, cause=Cause.PAUSE)
        turn(deadline)
        return
    deadline.state = state
    reckon(deadline, cause=Cause.PAUSE)
    keep(deadline, what)
