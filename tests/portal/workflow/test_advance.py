"""A state changes by a move of the table alone, and each change leaves an event."""

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from enterprises.models import Enterprise
from enterprises.states import REGISTRATION
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event, Moving

pytestmark = pytest.mark.django_db


def test_move_changes_the_state_and_leaves_an_event(learner: User, officer: User) -> None:
    event = advance(learner, "learn-english", by=officer, details={"lessons": 3})

    learner.refresh_from_db()
    assert learner.language == "en"
    assert list(Event.objects.of(learner)) == [event]
    assert (event.table, event.move, event.before, event.after) == ("tests.learning", "learn-english", "zh-hans", "en")
    assert (event.by, event.reason, event.details) == (officer, "", {"lessons": 3})
    assert event.subject == learner
    assert str(event) == "English learnt"


def test_move_sets_further_fields_with_the_state(learner: User, officer: User) -> None:
    advance(learner, "learn-english", by=officer, full_name="Sample Learner")

    assert (learner.language, learner.full_name) == ("en", "Sample Learner")
    learner.refresh_from_db()
    assert (learner.language, learner.full_name) == ("en", "Sample Learner")


def test_portal_itself_may_move_a_record(learner: User) -> None:
    assert advance(learner, "learn-english", by=None).by is None


def test_move_that_does_not_leave_this_state_is_refused(learner: User, officer: User) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        advance(learner, "learn-russian", by=officer, reason="Wanted.")

    assert refusal.value.code == "state"
    assert not Event.objects.exists()


@pytest.mark.parametrize("reason", ["", " \n"])
def test_move_that_wants_a_reason_is_refused_without_one(learner: User, officer: User, reason: str) -> None:
    advance(learner, "learn-english", by=officer)

    with pytest.raises(NotAllowedError) as refusal:
        advance(learner, "learn-russian", by=officer, reason=reason)

    assert refusal.value.code == "reason"
    learner.refresh_from_db()
    assert learner.language == "en"


def test_record_that_was_moved_meanwhile_is_not_moved_again(learner: User, officer: User) -> None:
    User.objects.filter(pk=learner.pk).update(language="ru")

    with pytest.raises(NotAllowedError) as refusal:
        advance(learner, "learn-english", by=officer)

    assert refusal.value.code == "moved"
    assert (learner.language, Event.objects.count()) == ("zh-hans", 0)


def test_unknown_move_is_an_error_of_the_program(learner: User, officer: User) -> None:
    with pytest.raises(KeyError):
        advance(learner, "forget", by=officer)


def test_move_costs_two_writes(learner: User, officer: User) -> None:
    Event.objects.of(learner).first()  # the kind of record is known by now

    with CaptureQueriesContext(
        connection,
    ) as queries:
        advance(learner, "learn-english", by=officer)

    assert [query["sql"].split()[0] for query in queries if "SAVEPOINT" not in query["sql"]] == ["UPDATE", "INSERT"]


def test_record_offers_the_moves_of_its_table(learner: User) -> None:
    assert [transition.name for transition in Moving.moves.fget(learner)] == ["learn-english"]


def test_record_moves_by_the_table_of_its_model_unless_it_says_otherwise() -> None:
    assert Enterprise().table is REGISTRATION


def test_move_that_has_left_the_table_is_told_by_its_name() -> None:
    assert str(Event(table="tests.learning", move="learn-latin")) == "learn-latin"


@pytest.mark.parametrize("change", ["update", "delete"])
def test_event_is_never_changed_or_taken_away(learner: User, officer: User, change: str) -> None:
    advance(learner, "learn-english", by=officer)

    with pytest.raises(ProgrammingError, match="workflow_event"), transaction.atomic():
        Event.objects.update(reason="Another.") if change == "update" else Event.objects.all().delete()

    assert Event.objects.get().reason == ""
