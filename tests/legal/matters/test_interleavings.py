"""Whoever acts at once on a matter, and in whatever order: only moves of its table happen, each leaves its marks once.

`INTERLEAVINGS=200` tries so many courses of each proceeding instead of a few (`make faults`).
"""

import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from legal.matters import chain
from legal.matters.actions import moving, reading, submitting
from legal.matters.actions.declaring import declare
from legal.matters.actions.guarding import lock_for_officer
from legal.matters.kinds import BY_SLUG, SUBMIT, Proceeding
from legal.matters.models import Actor, Matter, Serial
from portal.accounts.models import User
from portal.embedded.waiting import comes_true
from portal.workflow.actions import clear_desk, take
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import PATIENCE, at_once, behind
from tests.factories import MatterFactory, MatterPartyFactory, UserFactory
from tests.legal.matters.proceeding import PROCEEDING

in_transactions = pytest.mark.django_db(transaction=True)
pytestmark = pytest.mark.slow

COURSES = int(os.environ.get("INTERLEAVINGS", "4"))
ACTORS = st.sampled_from([Actor.MEMBER, Actor.OFFICER, Actor.PORTAL])
FILING, OFFICERS = 50, 4
# On a machine that others work on too.
LONG = 5 * PATIENCE


class Course(RuleBasedStateMachine):
    """One matter of a proceeding, and what ought to stand of it: `made` are its moves, from where to where."""

    proceeding: Proceeding

    def __init__(self) -> None:
        super().__init__()
        self.matter = MatterFactory.create(kind=self.proceeding.slug, state=self.proceeding.machine.initial)
        self.state, self.made, self.read = self.matter.state, [], 0
        self.page = self.seen()

    def seen(self) -> Matter:
        """The matter as somebody has it before them now."""
        return Matter.objects.select_related("enterprise").get(pk=self.matter.pk)

    @property
    def is_ended(self) -> bool:
        return self.state in self.proceeding.ended

    def leads(self, name: str, before: str) -> bool:
        """Whether the table has this move from there, and nobody has moved it since."""
        return before == self.state and before in self.proceeding.machine.transition(name).sources

    def note(self, name: str, before: str) -> None:
        self.state = self.proceeding.machine.transition(name).target
        self.made.append((name, before, self.state))

    @rule(name=st.runner().flatmap(lambda self: st.sampled_from(names(self.proceeding))), actor=ACTORS)
    def somebody_moves_it(self, name: str, actor: Actor) -> None:
        before = self.state

        outcome = attempt(partial(make, self.seen(), name, actor))

        assert outcome == ("made" if self.leads(name, before) else "state")
        if outcome == "made":
            self.note(name, before)

    @rule()
    def somebody_opens_its_page(self) -> None:
        self.page = self.seen()

    @rule(name=st.runner().flatmap(lambda self: st.sampled_from(names(self.proceeding))), actor=ACTORS)
    def somebody_moves_it_from_a_page_opened_before(self, name: str, actor: Actor) -> None:
        before = self.page.state

        outcome = attempt(partial(make, self.page, name, actor))

        assert (outcome == "made") == self.leads(name, before)
        if outcome == "made":
            self.note(name, before)

    @precondition(lambda self: bool(open_moves(self)))
    @rule(
        first=st.runner().flatmap(lambda self: st.sampled_from(open_moves(self))),
        second=st.runner().flatmap(lambda self: st.sampled_from(open_moves(self))),
        actors=st.tuples(ACTORS, ACTORS),
    )
    def two_move_it_at_once(self, first: str, second: str, actors: tuple[Actor, Actor]) -> None:
        before, one, other = self.state, self.seen(), self.seen()

        outcome = behind(partial(make, one, first, actors[0]), lambda: attempt(partial(make, other, second, actors[1])))

        self.note(first, before)
        assert outcome == "moved"

    @precondition(lambda self: bool(open_moves(self)))
    @rule(
        first=st.runner().flatmap(lambda self: st.sampled_from(open_moves(self))),
        second=st.runner().flatmap(lambda self: st.sampled_from(open_moves(self))),
    )
    def one_of_two_at_once_fails_on_the_way(self, first: str, second: str) -> None:
        before, one, other = self.state, self.seen(), self.seen()

        outcome = behind(
            partial(make, one, first, Actor.OFFICER),
            lambda: attempt(partial(make, other, second, Actor.MEMBER)),
            given_up=True,
        )

        assert outcome == "made"
        self.note(second, before)

    @precondition(lambda self: bool(open_moves(self)))
    @rule(name=st.runner().flatmap(lambda self: st.sampled_from(open_moves(self))))
    def somebody_reads_it_while_it_moves(self, name: str) -> None:
        before, one = self.state, self.seen()

        behind(partial(make, one, name, Actor.OFFICER), lambda: reading.note(self.matter, by=self.matter.begun_by))

        self.read += 1
        self.note(name, before)

    @invariant()
    def it_stands_where_its_moves_led_it_and_each_left_its_marks_once(self) -> None:
        held = self.seen()
        table = self.proceeding.machine.slug
        events = Event.objects.of(held).filter(table=table).values_list("move", "before", "after")
        history = chain.written_out(held)["entries"]
        entries = [(one["what"], one["details"]) for one in history if one["what"].startswith(f"{table}.")]

        assert held.state == self.state
        assert list(events) == self.made
        assert entries == [(f"{table}.{name}", {"before": old, "after": new}) for name, old, new in self.made]
        assert [one["what"] for one in history].count("matters.read") == self.read
        chain.verify(history, held.key)

    @invariant()
    def what_has_ended_stays_ended(self) -> None:
        ended = [after for _, _, after in self.made if after in self.proceeding.ended]
        assert ended == ([self.state] if self.is_ended else [])
        assert (self.seen().ended_at is not None) == self.is_ended


def names(proceeding: Proceeding) -> list[str]:
    return [move.name for move in proceeding.machine.transitions]


def open_moves(course: Course) -> list[str]:
    return [move.name for move in course.proceeding.machine.leaving(course.state)]


def make(matter: Matter, name: str, actor: Actor) -> None:
    """A move with all it takes: a reason, and a number where the matter gets one."""
    moving.move(matter, name, by=matter.begun_by, actor=actor, reason="Somebody’s reason.", **numbered(matter, name))


def numbered(matter: Matter, name: str) -> dict[str, Any]:
    if name != SUBMIT or matter.number:
        return {}
    number = f"{matter.proceeding.prefix}-2026-{matter.pk:05}"
    return {
        "submitted_at": timezone.now(),
        "submitted_by": matter.begun_by,
        "year": 2026,
        "serial": matter.pk,
        "number": number,
    }


def attempt(doing: Callable[[], object]) -> str:
    """“made”, or the code of the refusal."""
    try:
        doing()
    except NotAllowedError as refusal:
        return str(refusal.code)
    return "made"


@in_transactions
@pytest.mark.parametrize("slug", [*BY_SLUG, PROCEEDING.slug])
def test_only_moves_of_the_table_happen_whoever_acts_at_once(slug: str) -> None:
    course = type("Course", (Course,), {"proceeding": BY_SLUG[slug]})

    run_state_machine_as_test(
        course,
        settings=settings(
            max_examples=COURSES,
            stateful_step_count=12,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("slug", [*BY_SLUG, PROCEEDING.slug])
def test_no_move_leads_out_of_what_has_ended(slug: str) -> None:
    proceeding = BY_SLUG[slug]

    assert [move.name for state in proceeding.ended for move in proceeding.machine.leaving(state)] == []


@in_transactions
def test_fifty_enterprises_file_while_officers_decide_and_nothing_is_lost() -> None:
    matters = [MatterPartyFactory.create().matter for _ in range(FILING)]
    officers = UserFactory.create_batch(OFFICERS, is_staff=True)
    for officer in officers:
        officer.user_permissions.add(Permission.objects.get(codename="view_matter"))
    deadlocks = stuck()

    filed = [partial(submitting.submit, one, by=one.begun_by) for one in matters]
    outcomes = at_once(*filed, *(partial(decide_all, officer) for officer in officers), patience=LONG)

    decided = Counter(number for numbers in outcomes[FILING:] for number in numbers)
    serials = Matter.objects.filter(state="decided").order_by("serial").values_list("serial", flat=True)
    assert [*serials] == [*range(1, FILING + 1)]
    assert Serial.objects.get().last == FILING
    assert decided == dict.fromkeys((one.pk for one in matters), 1)
    assert {*Event.objects.filter(move="decide").values_list("subject_id", "by")} == {
        (number, officer.pk) for officer, numbers in zip(officers, outcomes[FILING:], strict=True) for number in numbers
    }
    whats = ["tests.matter.submit", "matters.freeze", "tests.matter.decide"]
    for one in Matter.objects.all():
        history = chain.written_out(one)["entries"]
        assert [entry["what"] for entry in history if entry["what"] != "matters.declare-none"] == whats
        chain.verify(history, one.key)
    assert stuck() == deadlocks


def decide_all(officer: User) -> list[int]:
    """Take and decide whatever comes until all that will come is decided: the keys of those one decided oneself."""
    decided: list[int] = []

    def all_are_decided() -> bool:
        for matter in Matter.objects.filter(state="submitted").order_by("submitted_at")[:OFFICERS]:
            with suppress(NotAllowedError):
                declare(matter, conflict=False, by=officer)
                take(matter, by=officer)
                decide(matter, by=officer)
                decided.append(matter.pk)
        return Matter.objects.filter(state="decided").count() == FILING

    assert comes_true(all_are_decided, patience=LONG)
    return decided


@transaction.atomic
def decide(matter: Matter, *, by: User) -> None:
    held = lock_for_officer(matter, by=by)
    moving.move(held, "decide", by=by, actor=Actor.OFFICER)
    clear_desk(held)


def stuck() -> int:
    """How often PostgreSQL had to end one of several that waited for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])
