"""Firms: who speaks for them, whom they invite, and that the last administrator does not go unnoticed."""

import datetime

import pytest
from django.utils import timezone

from legal.lawyers.actions.firms import (
    answer,
    appoint,
    found,
    invite,
    leave,
    remove,
    step_down,
    withdraw,
)
from legal.lawyers.models import Firm, FirmInvitation, FirmMember, Lawyer, Revision
from legal.lawyers.states import InvitationState
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once, behind, codes
from tests.factories import FirmFactory, FirmMemberFactory, JurisdictionFactory, LawyerFactory, UserFactory
from tests.legal.lawyers.actions.test_revising import refused
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.paper import moves, told

pytestmark = pytest.mark.django_db

NAMES = {"name_zh_hans": "", "name_en": "Silk Road Law", "name_ru": ""}


@pytest.fixture
def administrator():
    return UserFactory.create(email="administrator@firm.example")


@pytest.fixture
def firm(administrator):
    return FirmMemberFactory.create(user=administrator, administrator=True).firm


@pytest.fixture
def lawyer(keeper):
    return LawyerFactory.create(user=keeper)


@pytest.fixture
def invitation(firm, lawyer, administrator):
    return invite(firm, lawyer=lawyer, by=administrator)


def enter(by, **named):
    return found(**{"names": NAMES, "kind": "prc-firm", "jurisdiction": JurisdictionFactory.create(), **named}, by=by)


def test_entered_firm_is_shown_to_nobody_and_kept_by_who_entered_it(administrator) -> None:
    firm = enter(administrator)

    assert (firm.slug, firm.is_verified, firm.sort_en) == ("silk-road-law", False, "silk road law")
    assert [*Firm.objects.administered_by(administrator)] == [firm]
    assert Revision.objects.get().facts["name_en"] == "Silk Road Law"


def test_person_enters_no_more_firms_than_may_wait(administrator, settings) -> None:
    settings.LAWYER_FIRMS = 1
    enter(administrator)

    with refused("many"):
        enter(administrator)


@pytest.mark.django_db(transaction=True)
def test_name_of_a_firm_taken_in_the_same_moment_is_told(administrator) -> None:
    jurisdiction, other = JurisdictionFactory.create(), UserFactory.create()

    outcome = behind(
        lambda: enter(other, jurisdiction=jurisdiction),
        lambda: enter(administrator, jurisdiction=jurisdiction),
        refused=NotAllowedError,
    )

    assert outcome.code == "name"
    assert Firm.objects.get().members.get().user == other


def test_invited_lawyer_belongs_to_the_firm_only_after_agreeing(
    invitation, lawyer, firm, keeper, administrator
) -> None:
    assert (again(lawyer).firm, told("invitation")) == (None, {keeper.email})
    assert str(invitation) == f"{lawyer} ({firm})"

    answer(invitation, joins=True, by=keeper)

    assert again(lawyer).firm == firm
    assert not FirmMember.objects.get(user=keeper).administrator
    assert told("joined") == {administrator.email}
    with refused("state"):
        answer(invitation, joins=True, by=keeper)


def test_invitation_is_answered_by_its_lawyer_alone_and_can_be_declined(
    invitation, lawyer, keeper, administrator
) -> None:
    with refused("role"):
        answer(invitation, joins=True, by=administrator)

    answer(invitation, joins=False, by=keeper)

    assert (again(lawyer).firm, again(invitation).state) == (None, InvitationState.DECLINED)
    assert told("declined") == {administrator.email}


def test_lawyer_is_asked_once_and_not_again_at_once(invitation, firm, lawyer, administrator) -> None:
    with refused("invited"):
        invite(firm, lawyer=lawyer, by=administrator)
    withdraw(invitation, by=administrator)
    with refused("many"):
        invite(firm, lawyer=lawyer, by=administrator)

    FirmInvitation.objects.update(asked_at=timezone.now() - datetime.timedelta(days=31))

    assert invite(firm, lawyer=lawyer, by=administrator).state == InvitationState.ASKED


@pytest.mark.django_db(transaction=True)
def test_invitation_withdrawn_while_it_is_accepted_is_one_or_the_other(
    invitation, lawyer, keeper, administrator
) -> None:
    outcomes = at_once(
        lambda: answer(invitation, joins=True, by=keeper),
        lambda: withdraw(invitation, by=administrator),
        refused=NotAllowedError,
    )

    assert len(codes(outcomes)) == 1
    assert (again(lawyer).firm is not None) == (again(invitation).state == InvitationState.ACCEPTED)


def test_firm_invites_whom_it_may(firm, lawyer, administrator, settings) -> None:
    with refused("role"):
        invite(firm, lawyer=lawyer, by=UserFactory.create())
    with refused("kept"):
        invite(firm, lawyer=LawyerFactory.create(), by=administrator)
    with refused("unverified"):
        invite(enter(administrator), lawyer=lawyer, by=administrator)
    with refused("member"):
        invite(firm, lawyer=LawyerFactory.create(user=UserFactory.create(), firm=firm), by=administrator)
    settings.LAWYER_INVITATIONS = 0
    with refused("many"):
        invite(firm, lawyer=lawyer, by=administrator)


def test_lawyer_who_joins_another_firm_leaves_the_first(invitation, lawyer, keeper, firm) -> None:
    first = FirmFactory.create()
    Lawyer.objects.filter(pk=lawyer.pk).update(firm=first)
    FirmMemberFactory.create(firm=first, user=keeper)

    answer(invitation, joins=True, by=keeper)

    assert [member.firm for member in FirmMember.objects.filter(user=keeper)] == [firm]


def test_last_administrator_joins_no_other_firm_in_silence(invitation, lawyer, keeper) -> None:
    first = FirmMemberFactory.create(user=keeper, administrator=True).firm
    Lawyer.objects.filter(pk=lawyer.pk).update(firm=first)

    with refused("last"):
        answer(invitation, joins=True, by=keeper)

    assert again(lawyer).firm == first


def test_lawyer_leaves_a_firm(invitation, lawyer, keeper, administrator, firm) -> None:
    with refused("state"):
        leave(lawyer, by=keeper)
    answer(invitation, joins=True, by=keeper)

    leave(lawyer, by=keeper)

    assert again(lawyer).firm is None
    assert told("left") == {administrator.email}
    assert moves(firm) == ["join", "leave"]


def test_lawyer_is_removed_by_an_administrator_and_told(invitation, lawyer, keeper, administrator, firm) -> None:
    with refused("state"):
        remove(lawyer, firm=firm, by=administrator)
    answer(invitation, joins=True, by=keeper)
    unkept = LawyerFactory.create(firm=firm)

    remove(lawyer, firm=firm, by=administrator)
    remove(unkept, firm=firm, by=administrator)

    assert not firm.lawyers.exists()
    assert told("removed") == {keeper.email}


def test_administrator_appoints_a_member_and_steps_down(invitation, keeper, administrator, firm) -> None:
    answer(invitation, joins=True, by=keeper)
    member = FirmMember.objects.get(user=keeper)

    appoint(member, by=administrator)
    step_down(firm, by=administrator)

    assert [*Firm.objects.administered_by(keeper)] == [firm]
    assert not FirmMember.objects.filter(user=administrator).exists()
    assert told("appointed") == {keeper.email}
    step_down(firm, handing_back=True, by=keeper)
    # Still a lawyer of the firm.
    assert FirmMember.objects.filter(user=keeper, administrator=False).exists()


def test_member_who_is_gone_is_not_appointed(firm, administrator) -> None:
    member = FirmMemberFactory.create(firm=firm)
    FirmMember.objects.filter(pk=member.pk).delete()

    with refused("state"):
        appoint(member, by=administrator)


def test_last_administrator_hands_the_firm_back_knowingly_and_moderators_hear(firm, administrator, moderator) -> None:
    with refused("last"):
        step_down(firm, by=administrator)

    step_down(firm, handing_back=True, by=administrator)

    assert told("unkept") == {moderator.email}
    assert not firm.members.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_step_down_at_once_one_stays(firm, administrator) -> None:
    other = FirmMemberFactory.create(firm=firm, administrator=True).user

    outcomes = at_once(
        lambda: step_down(firm, by=administrator), lambda: step_down(firm, by=other), refused=NotAllowedError
    )

    assert codes(outcomes) == ["last"]
    assert firm.members.filter(administrator=True).count() == 1
