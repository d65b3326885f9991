"""Members come, change and go; an enterprise always has an owner."""

import datetime

import pytest
from django.utils import timezone

from enterprises.actions import transferring
from enterprises.actions.expiring import expire
from enterprises.actions.people import change_role, leave, remove
from enterprises.models import Invitation, Membership, Transfer
from enterprises.policies import Role
from enterprises.states import AskingState
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once, codes
from tests.enterprises.paper import moves, told
from tests.factories import InvitationFactory, UserFactory

pytestmark = pytest.mark.django_db


def roles(enterprise) -> dict[str, str]:
    return {one.person.email: one.role for one in enterprise.memberships.select_related("person")}


@pytest.fixture
def colleague(member):
    return member(Role.REPRESENTATIVE, email="colleague@enterprise.example")


def test_member_has_another_role_and_is_told(enterprise, owner, colleague) -> None:
    changed = change_role(colleague, Role.VIEWER, by=owner)

    assert changed.role == roles(enterprise)[colleague.person.email] == Role.VIEWER
    assert told("role-changed") == {colleague.person.email}


def test_nobody_is_made_an_owner_unasked(enterprise, owner, colleague) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        change_role(colleague, Role.OWNER, by=owner)

    assert refusal.value.code == "consent"
    assert roles(enterprise)[colleague.person.email] == Role.REPRESENTATIVE


def invitations_of(person, enterprise) -> list[Invitation]:
    sent = {"enterprise": enterprise, "invited_by": person}
    return [InvitationFactory.create(role=role, **sent) for role in (Role.OWNER, Role.REPRESENTATIVE, Role.VIEWER)]


def states(invitations) -> list[str]:
    found = dict(Invitation.objects.filter(pk__in=[one.pk for one in invitations]).values_list("role", "state"))
    return [found[role] for role in (Role.OWNER, Role.REPRESENTATIVE, Role.VIEWER)]


def test_invitations_end_with_the_right_to_send_them(enterprise, owner, member) -> None:
    removed, lowered = member(Role.OWNER), member(Role.OWNER)
    of_removed, of_lowered = (invitations_of(one.person, enterprise) for one in (removed, lowered))

    remove(removed, by=owner)
    change_role(lowered, Role.REPRESENTATIVE, by=owner)

    assert states(of_removed) == ["withdrawn", "withdrawn", "withdrawn"]
    assert states(of_lowered) == ["withdrawn", "sent", "sent"]
    assert moves(enterprise).count("withdraw-invitation") == 4


def test_who_hands_ownership_on_leaves_no_invitation_of_an_owner(enterprise, owner, colleague, transfer) -> None:
    sent = invitations_of(owner, enterprise)

    transferring.agree(transfer, by=colleague.person)

    assert states(sent) == ["withdrawn", "sent", "sent"]


def test_same_role_again_changes_nothing(enterprise, owner, colleague) -> None:
    change_role(colleague, colleague.role, by=owner)

    assert moves(enterprise) == []


def test_last_owner_is_not_made_a_viewer(enterprise, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        change_role(enterprise.memberships.get(), Role.VIEWER, by=owner)

    assert refusal.value.code == "last-owner"


def test_representative_changes_nobody(enterprise, colleague) -> None:
    for act in (
        lambda: change_role(colleague, Role.OWNER, by=colleague.person),
        lambda: remove(colleague, by=colleague.person),
    ):
        with pytest.raises(NotAllowedError) as refusal:
            act()
        assert refusal.value.code == "role"


def test_removed_member_is_none_any_more_and_is_told(enterprise, owner, colleague) -> None:
    remove(colleague, by=owner)

    assert roles(enterprise) == {owner.email: Role.OWNER}
    assert told("removed") == {colleague.person.email}


def test_member_who_is_gone_cannot_be_changed(owner, colleague) -> None:
    Membership.objects.filter(pk=colleague.pk).delete()

    with pytest.raises(NotAllowedError) as refusal:
        change_role(colleague, Role.VIEWER, by=owner)

    assert refusal.value.code == "gone"


def test_member_leaves_and_the_owners_are_told(enterprise, owner, colleague) -> None:
    leave(enterprise, by=colleague.person)

    assert roles(enterprise) == {owner.email: Role.OWNER}
    assert told("left") == {owner.email}


def test_last_owner_does_not_leave(enterprise, owner, colleague) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        leave(enterprise, by=owner)

    assert refusal.value.code == "last-owner"


def test_stranger_does_not_leave(enterprise) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        leave(enterprise, by=UserFactory.create())

    assert refusal.value.code == "gone"


@pytest.mark.django_db(transaction=True)
def test_of_two_owners_who_leave_at_once_one_stays(enterprise, owner, member) -> None:
    other = member(Role.OWNER).person

    refusals = codes(
        at_once(lambda: leave(enterprise, by=owner), lambda: leave(enterprise, by=other), refused=NotAllowedError)
    )

    assert refusals == ["last-owner"]
    assert enterprise.memberships.owners().count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_owners_who_remove_each_other_at_once_one_stays(enterprise, owner, member) -> None:
    other = member(Role.OWNER)
    mine = enterprise.memberships.get(person=owner)

    refusals = codes(
        at_once(lambda: remove(other, by=owner), lambda: remove(mine, by=other.person), refused=NotAllowedError)
    )

    assert refusals in (["last-owner"], ["role"])
    assert enterprise.memberships.owners().count() == 1


@pytest.mark.django_db(transaction=True)
def test_owner_who_has_just_been_removed_removes_nobody(enterprise, owner, member) -> None:
    other = member(Role.OWNER)
    member(Role.OWNER)
    mine = enterprise.memberships.get(person=owner)

    refusals = codes(
        at_once(lambda: remove(other, by=owner), lambda: remove(mine, by=other.person), refused=NotAllowedError)
    )

    assert refusals == ["role"]
    assert enterprise.memberships.owners().count() == 2


@pytest.fixture
def transfer(enterprise, owner, colleague) -> Transfer:
    return transferring.ask(enterprise, to=colleague, by=owner)


def test_ownership_is_handed_on_when_the_other_agrees(enterprise, owner, colleague, transfer) -> None:
    assert told("transfer-asked") == {colleague.person.email}

    transferring.agree(transfer, by=colleague.person)

    assert roles(enterprise) == {owner.email: Role.REPRESENTATIVE, colleague.person.email: Role.OWNER}
    assert told("transfer-agreed") == {owner.email}


def test_ownership_stays_when_the_other_declines(enterprise, owner, colleague, transfer) -> None:
    transferring.decline(transfer, by=colleague.person)

    assert roles(enterprise)[owner.email] == Role.OWNER
    assert told("transfer-declined") == {owner.email}
    assert transfer.state == AskingState.DECLINED


def test_transfer_is_withdrawn(enterprise, owner, colleague, transfer) -> None:
    transferring.withdraw(transfer, by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        transferring.agree(transfer, by=colleague.person)
    assert refusal.value.code == "state"


@pytest.mark.parametrize("answer", [transferring.agree, transferring.decline])
def test_only_who_was_asked_answers(owner, transfer, answer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        answer(transfer, by=owner)

    assert refusal.value.code == "role"


def test_old_transfer_is_not_agreed_to(enterprise, owner, colleague, transfer) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        transferring.agree(transfer, by=colleague.person, now=timezone.now() + datetime.timedelta(days=14))

    assert refusal.value.code == "state"
    assert roles(enterprise)[owner.email] == Role.OWNER


def test_old_transfer_ends_by_itself(enterprise, transfer) -> None:
    assert expire(now=timezone.now() + datetime.timedelta(days=13)) == 0
    assert expire(now=timezone.now() + datetime.timedelta(days=14)) == 1

    transfer.refresh_from_db()
    assert transfer.state == AskingState.EXPIRED
    assert moves(enterprise) == ["ask-transfer", "expire-transfer"]


def test_transfer_ends_with_who_was_asked(enterprise, owner, colleague, transfer) -> None:
    remove(colleague, by=owner)

    transfer.refresh_from_db()
    assert transfer.state == AskingState.WITHDRAWN


def test_transfer_is_asked_once_of_a_member_who_is_no_owner(enterprise, owner, colleague, transfer, member) -> None:
    gone = member(Role.VIEWER)
    Membership.objects.filter(pk=gone.pk).delete()

    for to, code in ((colleague, "asked"), (member(Role.OWNER), "own"), (gone, "gone")):
        with pytest.raises(NotAllowedError) as refusal:
            transferring.ask(enterprise, to=to, by=owner)
        assert refusal.value.code == code


def test_transfer_shows_who_hands_on_to_whom(enterprise, owner, colleague, transfer) -> None:
    assert str(transfer) == f"{enterprise}: {owner} → {colleague.person}"
