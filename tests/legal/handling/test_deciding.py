"""Only who holds a file decides it, and of two who act at once one wins."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from legal.handling.actions import deciding
from legal.matters.actions.declaring import declare
from legal.matters.kinds import BY_SLUG, Decision, Proceeding
from legal.matters.models import Matter
from portal.accounts.models import User
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment, Event
from tests.at_once import at_once, codes
from tests.factories import MembershipFactory
from tests.legal.handling.conftest import staff

pytestmark = pytest.mark.django_db


def refusal(doing: Callable[[], object]) -> str:
    with pytest.raises(NotAllowedError) as refused:
        doing()
    return str(refused.value.code)


def holder(matter: Matter) -> User | None:
    return next((one.holder for one in Assignment.objects.of(matter)), None)


def test_file_is_taken_and_put_back(submitted: Matter, officer: User) -> None:
    declare(submitted, conflict=False, by=officer)

    deciding.take(submitted, by=officer)
    deciding.take(submitted, by=officer)
    assert holder(submitted) == officer
    deciding.release(submitted, by=officer)

    assert holder(submitted) is None
    told = list(submitted.entries.order_by("position").values_list("what", flat=True))[-2:]
    assert told == ["workflow.desk.take", "workflow.desk.release"]


def test_file_is_taken_only_by_who_has_declared(submitted: Matter, officer: User) -> None:
    assert refusal(lambda: deciding.take(submitted, by=officer)) == "declaration"


def test_file_of_a_colleague_is_not_taken(held: Matter, colleague: User) -> None:
    declare(held, conflict=False, by=colleague)

    assert refusal(lambda: deciding.take(held, by=colleague)) == "held"


def test_file_on_the_desk_of_who_may_decide_no_more_is_taken(held: Matter, officer: User, colleague: User) -> None:
    declare(held, conflict=False, by=colleague)
    User.objects.filter(pk=officer.pk).update(is_active=False)

    deciding.take(held, by=colleague)

    assert holder(held) == colleague


def test_matter_that_has_ended_is_not_taken(submitted: Matter, officer: User) -> None:
    declare(submitted, conflict=False, by=officer)
    Matter.objects.update(state="decided")

    assert refusal(lambda: deciding.take(submitted, by=officer)) == "state"


def test_file_is_handed_to_a_colleague(held: Matter, officer: User, colleague: User) -> None:
    deciding.hand_over(held, to=colleague, by=officer)

    assert holder(held) == colleague
    assert held.entries.order_by("position").last().what == "workflow.desk.hand-over"


@pytest.mark.parametrize("why", ["rights", "conflict", "member"])
def test_file_is_handed_to_nobody_who_may_not_decide_it(held: Matter, officer: User, colleague: User, why: str) -> None:
    other = staff() if why == "rights" else colleague
    if why == "conflict":
        declare(held, conflict=True, by=colleague)
    if why == "member":
        MembershipFactory.create(enterprise=held.enterprise, person=colleague)

    assert refusal(lambda: deciding.hand_over(held, to=other, by=officer)) == "colleague"


def test_decision_is_made_with_its_reason_and_told(held: Matter, officer: User) -> None:
    deciding.decide(held, "ask", reason="The contract is missing.", by=officer)

    event = Event.objects.of(held).get(move="ask")
    assert (event.reason, event.by, Matter.objects.get().state) == ("The contract is missing.", officer, "asked")
    assert Notice.objects.get(kind="handling.decided").user == held.begun_by
    assert held.entries.order_by("position").last().actor == "officer"
    assert holder(held) == officer


def test_decision_that_ends_the_matter_clears_the_desk(held: Matter, officer: User) -> None:
    deciding.decide(held, "decide", by=officer)

    assert Matter.objects.get().ended_at
    assert holder(held) is None


@pytest.mark.parametrize(("move", "code"), [("ask", "reason"), ("answer", "state"), ("withdraw", "state")])
def test_what_is_no_decision_of_staff_is_refused(held: Matter, officer: User, move: str, code: str) -> None:
    assert refusal(lambda: deciding.decide(held, move, by=officer)) == code


def test_decision_with_a_page_of_its_own_is_not_made_without_it(
    held: Matter, officer: User, proceeding: Proceeding, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Decision("decide", page="admin:handling_declare")
    monkeypatch.setitem(BY_SLUG, proceeding.slug, replace(proceeding, decisions=(own,)))

    assert refusal(lambda: deciding.decide(held, "decide", reason="So.", by=officer)) == "page"
    assert Matter.objects.get().state == held.state


def test_only_the_holder_decides(held: Matter, colleague: User) -> None:
    declare(held, conflict=False, by=colleague)

    assert refusal(lambda: deciding.decide(held, "decide", by=colleague)) == "held"


def test_decision_of_an_app_above_is_its_own(
    held: Matter, officer: User, proceeding: Proceeding, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[Any] = []
    own = Decision("decide", doing=lambda matter, *, by, reason: done.append((matter, by, reason)))
    monkeypatch.setitem(BY_SLUG, proceeding.slug, replace(proceeding, decisions=(own,)))

    deciding.decide(held, "decide", reason="So.", by=officer)

    assert done == [(held, officer, "So.")]
    assert not Notice.objects.filter(kind="handling.decided").exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_a_file_at_once_one_gets_it(submitted: Matter, officer: User, colleague: User) -> None:
    for one in (officer, colleague):
        declare(submitted, conflict=False, by=one)

    outcomes = at_once(
        lambda: deciding.take(submitted, by=officer),
        lambda: deciding.take(submitted, by=colleague),
        refused=NotAllowedError,
    )

    assert codes(outcomes) == ["held"]
    assert Event.objects.of(submitted).filter(move="take").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_once_one_is_made_and_the_other_told(held: Matter, officer: User) -> None:
    outcomes = at_once(
        lambda: deciding.decide(held, "decide", by=officer),
        lambda: deciding.decide(held, "ask", reason="More.", by=officer),
        refused=NotAllowedError,
    )

    made = Event.objects.of(held).filter(table="tests.matter").exclude(move="submit")
    assert len(codes(outcomes)) == 1
    assert made.count() == 1
    assert Matter.objects.get().state == made.get().after


@pytest.mark.django_db(transaction=True)
def test_decision_and_hand_over_at_once_leave_no_half(held: Matter, officer: User, colleague: User) -> None:
    outcomes = at_once(
        lambda: deciding.decide(held, "ask", reason="More.", by=officer),
        lambda: deciding.hand_over(held, to=colleague, by=officer),
        refused=NotAllowedError,
    )

    assert holder(held) == colleague
    assert codes(outcomes) in ([], ["held"])
    assert Event.objects.of(held).filter(move="ask").exists() == (codes(outcomes) == [])
