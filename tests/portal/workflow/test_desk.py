"""A file is on one desk at most, and only whoever has it there may decide it."""

from functools import partial

import pytest
from django.db import transaction

from portal.accounts.models import User
from portal.workflow.actions import clear_desk, hand_over, release, relieve, require_holder, take
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment, Event
from tests.at_once import at_once, codes
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague() -> User:
    return UserFactory.create(is_staff=True)


def test_taken_file_is_on_the_desk_of_who_took_it(learner: User, officer: User) -> None:
    assignment = take(learner, by=officer)

    assert (assignment.subject, assignment.holder) == (learner, officer)
    assert str(assignment) == f"{assignment.subject_type_id}:{learner.pk}"
    assert list(Assignment.objects.among(User)) == [assignment]
    assert [str(event) for event in Event.objects.of(learner)] == ["已领取"]


def test_taking_what_one_has_changes_nothing(learner: User, officer: User) -> None:
    first = take(learner, by=officer)

    assert take(learner, by=officer) == first
    assert Event.objects.of(learner).count() == 1


def test_file_on_another_desk_cannot_be_taken(learner: User, officer: User, colleague: User) -> None:
    take(learner, by=officer)

    with pytest.raises(NotAllowedError) as refusal:
        take(learner, by=colleague)

    assert refusal.value.code == "held"
    assert Event.objects.of(learner).count() == 1


def test_file_handed_over_is_on_the_other_desk(learner: User, officer: User, colleague: User) -> None:
    take(learner, by=officer)

    hand_over(learner, to=colleague, by=officer)

    assert Assignment.objects.of(learner).get().holder == colleague
    event = Event.objects.of(learner).last()
    assert (event.move, event.by, event.details) == ("hand-over", officer, {"to": colleague.pk})


def test_file_is_taken_off_the_desk_of_who_may_not_decide_it(learner: User, officer: User, colleague: User) -> None:
    relieve(learner, by=colleague)
    take(learner, by=officer)

    relieve(learner, by=colleague)

    assert not Assignment.objects.of(learner).exists()
    event = Event.objects.of(learner).last()
    assert (event.move, event.by, event.details) == ("relieve", colleague, {"from": officer.pk})
    assert Event.objects.of(learner).count() == 2


@pytest.mark.parametrize("act", [hand_over, release], ids=["hand over", "release"])
def test_file_on_another_desk_is_not_given_away(learner: User, officer: User, colleague: User, act) -> None:
    take(learner, by=officer)

    with pytest.raises(NotAllowedError) as refusal:
        act(learner, by=colleague, **({"to": colleague} if act is hand_over else {}))

    assert refusal.value.code == "held"
    assert Assignment.objects.of(learner).get().holder == officer


def test_released_file_is_on_nobodys_desk(learner: User, officer: User, colleague: User) -> None:
    take(learner, by=officer)

    release(learner, by=officer)

    assert take(learner, by=colleague).holder == colleague
    assert [event.move for event in Event.objects.of(learner)] == ["take", "release", "take"]


def test_file_on_nobodys_desk_has_to_be_taken_first(learner: User, officer: User) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        require_holder(learner, by=officer)

    assert refusal.value.code == "free"


def test_decided_file_leaves_the_desk_without_a_further_event(learner: User, officer: User) -> None:
    take(learner, by=officer)

    clear_desk(learner)

    assert not Assignment.objects.exists()
    assert Event.objects.of(learner).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_officers_who_take_a_file_at_once_one_has_it(learner: User) -> None:
    officers = UserFactory.create_batch(4, is_staff=True)

    def try_it(officer: User) -> None:
        with transaction.atomic():
            take(learner, by=officer)

    outcomes = at_once(*(partial(try_it, officer) for officer in officers), refused=NotAllowedError)

    assert codes(outcomes) == ["held"] * 3
    assert Event.objects.of(learner).count() == 1
