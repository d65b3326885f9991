"""What enterprises hold about a person, and what becomes of it with the account."""

import pytest

from enterprises.actions import transferring
from enterprises.actions.inviting import invite
from enterprises.actions.joining import ask
from enterprises.models import Enterprise, Invitation, JoinRequest, Membership, Transfer
from enterprises.numbers import read
from enterprises.personal import erase, fates, held_about, objections
from enterprises.policies import Role
from tests.factories import EnterpriseFactory, InvitationFactory, UserFactory

pytestmark = pytest.mark.django_db


def rows(user) -> dict[str, int]:
    return {section["slug"]: len(list(section["rows"])) for section in held_about(user)}


def test_everything_about_a_person_is_told_and_nothing_about_others(submitted, owner) -> None:
    InvitationFactory.create(email=owner.email.upper())
    InvitationFactory.create()
    ask(read("cn-uscc", "916531010000000271"), by=owner)

    assert rows(owner) == {"memberships": 1, "invitations": 1, "transfers": 0, "join-requests": 1}
    assert rows(UserFactory.create()) == {"memberships": 0, "invitations": 0, "transfers": 0, "join-requests": 0}


def test_ownership_handed_on_is_told_to_both(submitted, owner, member) -> None:
    to = member(Role.VIEWER)
    transferring.ask(submitted, to=to, by=owner)

    assert (rows(owner)["transfers"], rows(to.person)["transfers"]) == (1, 1)

    erase(to.person, by=to.person)

    assert not Transfer.objects.exists()


def test_only_owner_of_a_registered_enterprise_has_to_hand_it_on_first(submitted, owner, member) -> None:
    assert len(list(objections(owner))) == 1

    member(Role.OWNER)

    assert list(objections(owner)) == []


def test_erased_person_is_no_member_and_leaves_nothing(submitted, owner, member) -> None:
    member(Role.OWNER)
    draft = EnterpriseFactory.create(owner=owner)
    InvitationFactory.create(email=owner.email)
    ask(read("cn-uscc", "916531010000000271"), by=owner)

    erase(owner, by=owner)

    assert rows(owner) == {"memberships": 0, "invitations": 0, "transfers": 0, "join-requests": 0}
    assert [count for _, count, _, _ in fates(owner)] == [0, 0, 0, 0]
    assert not Enterprise.objects.filter(pk=draft.pk).exists()
    assert submitted.memberships.count() == 1


def test_what_others_were_invited_to_stays(submitted, owner, member) -> None:
    colleague = member(Role.OWNER).person
    invite(submitted, email="other@enterprise.example", role=Role.VIEWER, language="en", by=owner)

    erase(owner, by=owner)

    assert Invitation.objects.filter(email="other@enterprise.example").count() == 1
    assert not JoinRequest.objects.exists()
    assert Membership.objects.get(enterprise=submitted).person == colleague
