"""Registrations are taken, handed on and decided by the officer on whose desk they are."""

import pytest

from enterprises.actions.deciding import (
    hand_over,
    put_back,
    reinstate,
    reject,
    rivals,
    send_back,
    suspend,
    take,
    verify,
)
from enterprises.actions.registering import submit
from enterprises.checklist import Check
from enterprises.models import CheckLevel, Identifier, Membership, Remark
from enterprises.policies import Role
from enterprises.states import State
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment, Event
from tests.at_once import at_once, codes
from tests.enterprises.paper import moves, told
from tests.factories import EnterpriseFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_taken_registration_is_being_checked(submitted, officer, owner) -> None:
    assignment = take(submitted, by=officer)

    submitted.refresh_from_db()
    assert (submitted.state, assignment.holder) == (State.IN_REVIEW, officer)
    assert told("in-review") == {owner.email}


def test_taking_what_one_has_begins_no_second_check(in_review, officer) -> None:
    take(in_review, by=officer)

    assert moves(in_review).count("review") == 1


def test_registration_on_another_desk_is_not_taken(in_review, registrar) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        take(in_review, by=registrar())

    assert refusal.value.code == "held"


def test_draft_is_not_taken(enterprise, officer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        take(enterprise, by=officer)

    assert refusal.value.code == "state"


def test_staff_without_the_right_take_nothing(submitted) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        take(submitted, by=UserFactory.create(is_staff=True))

    assert refusal.value.code == "role"


def test_nobody_decides_an_enterprise_of_their_own(submitted, officer) -> None:
    Membership.objects.create(enterprise=submitted, person=officer, role=Role.VIEWER)

    with pytest.raises(NotAllowedError) as refusal:
        take(submitted, by=officer)

    assert refusal.value.code == "own"


def test_handed_over_registration_is_on_the_other_desk(in_review, officer, registrar) -> None:
    colleague = registrar()

    hand_over(in_review, to=colleague, by=officer)

    assert Assignment.objects.of(in_review).get().holder == colleague


def test_registration_is_not_handed_to_who_may_not_decide(in_review, officer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        hand_over(in_review, to=UserFactory.create(is_staff=True), by=officer)

    assert refusal.value.code == "colleague"


def dismissed(enterprise, person) -> None:
    person.user_permissions.clear()


def gone(enterprise, person) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


def joined(enterprise, person) -> None:
    Membership.objects.create(enterprise=enterprise, person=person, role=Role.VIEWER)


@pytest.mark.parametrize("become", [dismissed, gone, joined])
def test_registration_on_the_desk_of_who_may_not_decide_it_any_more_is_taken(
    in_review, officer, registrar, become
) -> None:
    colleague = registrar()
    become(in_review, officer)

    take(in_review, by=colleague)

    assert Assignment.objects.of(in_review).get().holder == colleague
    assert moves(in_review)[-2:] == ["relieve", "take"]
    verify(in_review, checks=Check.values, by=colleague)


def test_registration_put_back_waits_again(in_review, officer) -> None:
    put_back(in_review, by=officer)

    in_review.refresh_from_db()
    assert in_review.state == State.SUBMITTED
    assert not Assignment.objects.of(in_review).exists()


def test_verified_enterprise_holds_its_numbers(in_review, officer, owner) -> None:
    event = verify(in_review, checks=Check.values, note="Seen the register.", by=officer)

    in_review.refresh_from_db()
    identifier = in_review.identifiers.get()
    assert (in_review.state, identifier.held, identifier.checked) == (State.VERIFIED, True, CheckLevel.REGISTER)
    assert (identifier.verified_by, event.details["note"]) == (officer, "Seen the register.")
    assert not Assignment.objects.of(in_review).exists()
    assert told("verified") == {owner.email}


def test_unticked_line_keeps_from_verifying(in_review, officer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        verify(in_review, checks=[Check.NAME], by=officer)

    assert refusal.value.code == "checks"


def test_number_of_another_verified_enterprise_keeps_from_verifying(in_review, officer) -> None:
    rival = EnterpriseFactory.create(state=State.VERIFIED)
    Identifier.objects.filter(enterprise=rival).update(held=True)

    with pytest.raises(NotAllowedError) as refusal:
        verify(in_review, checks=Check.values, by=officer)

    in_review.refresh_from_db()
    assert refusal.value.code == "taken"
    assert (in_review.state, in_review.identifiers.get().held) == (State.IN_REVIEW, False)
    assert [one.enterprise for one in rivals(in_review)] == [rival]


@pytest.mark.parametrize(
    "decide",
    [
        lambda enterprise, by: verify(enterprise, checks=Check.values, by=by),
        lambda enterprise, by: send_back(enterprise, remarks={"address": "Which street?"}, by=by),
        lambda enterprise, by: reject(enterprise, reason="No such enterprise.", by=by),
        lambda enterprise, by: put_back(enterprise, by=by),
        lambda enterprise, by: hand_over(enterprise, to=by, by=by),
    ],
    ids=["verify", "return", "reject", "put back", "hand over"],
)
def test_only_who_has_it_on_the_desk_decides(in_review, registrar, decide) -> None:
    before = moves(in_review)

    with pytest.raises(NotAllowedError) as refusal:
        decide(in_review, registrar())

    assert refusal.value.code == "held"
    assert moves(in_review) == before


def test_returned_registration_says_what_is_missing_and_keeps_it(in_review, officer, owner) -> None:
    send_back(in_review, remarks={"address": "Which street?", "licence": "Page 2 is missing."}, by=officer)

    in_review.refresh_from_db()
    assert in_review.state == State.RETURNED
    assert [(one.field, one.text, one.by) for one in in_review.remarks.unanswered()] == [
        ("address", "Which street?", officer),
        ("licence", "Page 2 is missing.", officer),
    ]
    assert told("returned") == {owner.email}

    submit(in_review, by=owner)
    assert not in_review.remarks.unanswered().exists()
    assert Remark.objects.filter(enterprise=in_review).count() == 2
    assert moves(in_review)[-5:] == ["submit", "take", "review", "return", "submit"]


@pytest.mark.parametrize("remarks", [{}, {"shoe-size": "Too large."}], ids=["none", "of no field"])
def test_registration_is_not_returned_without_a_remark(in_review, officer, remarks) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        send_back(in_review, remarks=remarks, by=officer)

    assert refusal.value.code == "remarks"


def test_rejected_enterprise_holds_no_number(in_review, officer, owner) -> None:
    in_review.identifiers.update(held=True)

    event = reject(in_review, reason="The register knows no such enterprise.", by=officer)

    in_review.refresh_from_db()
    assert (in_review.state, event.reason) == (State.REJECTED, "The register knows no such enterprise.")
    assert not in_review.identifiers.get().held
    assert told("rejected") == {owner.email}


def test_remark_is_readable(officer) -> None:
    assert str(Remark(field="address", text="Which street?", by=officer)) == "address: Which street?"


def test_registration_is_not_rejected_without_a_reason(in_review, officer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        reject(in_review, reason="  ", by=officer)

    assert refusal.value.code == "reason"


def test_suspended_enterprise_keeps_its_numbers_and_is_reinstated(verified, officer, owner) -> None:
    suspend(verified, reason="The licence has run out.", by=officer)

    verified.refresh_from_db()
    assert (verified.state, verified.identifiers.get().held) == (State.SUSPENDED, True)
    reinstate(verified, reason="There is a new licence.", by=officer)
    verified.refresh_from_db()
    assert verified.state == State.VERIFIED
    assert told("suspended") == told("reinstated") == {owner.email}
    assert [event.reason for event in Event.objects.of(verified).reverse()[:2]] == [
        "There is a new licence.",
        "The licence has run out.",
    ]


@pytest.mark.parametrize("act", [suspend, reinstate])
def test_staff_without_the_right_suspend_nothing(verified, act) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        act(verified, reason="A reason.", by=UserFactory.create(is_staff=True))

    assert refusal.value.code == "role"


@pytest.mark.django_db(transaction=True)
def test_two_officers_who_take_at_once_have_it_once(submitted, registrar) -> None:
    first, second = registrar(), registrar()

    refusals = codes(
        at_once(lambda: take(submitted, by=first), lambda: take(submitted, by=second), refused=NotAllowedError)
    )

    assert refusals == ["held"]
    assert Assignment.objects.of(submitted).count() == 1
    assert moves(submitted).count("review") == 1


@pytest.mark.django_db(transaction=True)
def test_officer_who_decides_twice_at_once_decides_once(in_review, officer) -> None:
    refusals = codes(
        at_once(
            lambda: verify(in_review, checks=Check.values, by=officer),
            lambda: reject(in_review, reason="Both at once.", by=officer),
            refused=NotAllowedError,
        )
    )

    assert refusals == ["free"]
    assert len({"verify", "reject"} & set(moves(in_review))) == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_enterprises_verified_at_once_one_holds_the_number(in_review, officer) -> None:
    rival = EnterpriseFactory.create(state=State.SUBMITTED)
    take(rival, by=officer)

    refusals = codes(
        at_once(
            lambda: verify(in_review, checks=Check.values, by=officer),
            lambda: verify(rival, checks=Check.values, by=officer),
            refused=NotAllowedError,
        )
    )

    assert refusals == ["taken"]
    assert Identifier.objects.filter(held=True).count() == 1
