"""Invitations are for one address, one role and one use."""

import datetime

import pytest
from django.utils import timezone

from enterprises.actions import expiring
from enterprises.actions.expiring import expire
from enterprises.actions.inviting import accept, invite, invite_first_owner, invite_owner, resend, withdraw
from enterprises.actions.registering import submit
from enterprises.models import Enterprise, Invitation, Membership
from enterprises.policies import Role
from enterprises.states import InvitationState, State
from portal.accounts.models import User
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once, codes
from tests.enterprises.paper import moves, told
from tests.factories import InvitationFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

INVITED = "invited@enterprise.example"


def invited(enterprise, by, **fields) -> Invitation:
    return invite(enterprise, **{"email": INVITED, "role": Role.VIEWER, "language": "ru", **fields}, by=by)


def later(**span) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(**span)


def test_invited_into_a_draft_hears_of_it_with_the_submission(complete, owner) -> None:
    invitation = invited(complete, owner)
    assert (invitation.state, told("invitation")) == (InvitationState.PREPARED, set())

    submit(complete, by=owner)

    invitation.refresh_from_db()
    assert (invitation.state, told("invitation")) == (InvitationState.SENT, {INVITED})
    assert Notice.objects.get(kind="enterprises.invitation").language == "ru"


def test_invited_later_hears_of_it_at_once(submitted, owner) -> None:
    invitation = invited(submitted, owner)

    assert (invitation.state, told("invitation")) == (InvitationState.SENT, {INVITED})
    assert invitation.expires_at > later(days=13)


def test_database_holds_no_token(submitted, owner) -> None:
    invitation = invited(submitted, owner)

    held = {str(value) for value in Invitation.objects.filter(pk=invitation.pk).values().get().values()}
    assert len(invitation.token) == 64
    assert invitation.token not in held
    assert all(invitation.token not in str(notice.params) for notice in Notice.objects.all())


def test_token_outlives_a_change_of_the_secret(submitted, owner, settings) -> None:
    invitation = invited(submitted, owner)
    token = invitation.token

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another secret", [settings.SECRET_KEY]
    assert invitation.token == token
    settings.SECRET_KEY_FALLBACKS = []
    assert invitation.token == ""


def test_invited_with_an_account_is_told_there(submitted, owner) -> None:
    account = UserFactory.create(email="Invited@Enterprise.example")

    invited(submitted, owner)

    assert Notice.objects.get(kind="enterprises.invitation").user == account


def test_accepted_invitation_makes_a_member_once(submitted, owner) -> None:
    invitation = invited(submitted, owner, role=Role.REPRESENTATIVE)
    person = UserFactory.create(email=INVITED.upper())

    membership = accept(invitation.token, by=person)

    assert (membership.person, membership.role) == (person, Role.REPRESENTATIVE)
    assert told("joined") == {owner.email}
    with pytest.raises(NotAllowedError) as refusal:
        accept(invitation.token, by=person)
    assert refusal.value.code == "unknown"


def test_invitation_is_not_accepted_under_another_address(submitted, owner) -> None:
    invitation = invited(submitted, owner)

    with pytest.raises(NotAllowedError) as refusal:
        accept(invitation.token, by=UserFactory.create())

    assert refusal.value.code == "address"
    assert INVITED not in str(refusal.value.messages)
    assert submitted.memberships.count() == 1


def test_old_invitation_is_not_accepted(submitted, owner) -> None:
    invitation = invited(submitted, owner)

    with pytest.raises(NotAllowedError) as refusal:
        accept(invitation.token, by=UserFactory.create(email=INVITED), now=later(days=15))

    assert refusal.value.code == "unknown"


def test_old_invitation_ends_by_itself_and_can_be_sent_anew(submitted, owner) -> None:
    invitation = invited(submitted, owner)
    token = invitation.token
    Invitation.objects.update(sent_at=later(days=-14))

    assert expire(now=later(days=14)) == 1

    invitation.refresh_from_db()
    assert invitation.state == InvitationState.EXPIRED
    resend(invitation, by=owner)
    assert invitation.state == InvitationState.SENT
    assert invitation.token != token


def test_invitation_accepted_in_the_moment_it_ends_stays_accepted(submitted, owner) -> None:
    ending = invited(submitted, owner)
    accept(ending.token, by=UserFactory.create(email=INVITED))

    assert not expiring._end(ending)

    ending.refresh_from_db()
    assert ending.state == InvitationState.ACCEPTED


def test_invitation_sent_anew_makes_the_earlier_link_useless(submitted, owner) -> None:
    invitation = invited(submitted, owner)
    earlier = invitation.token
    Invitation.objects.update(sent_at=later(minutes=-11))

    resend(invitation, by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        accept(earlier, by=UserFactory.create(email=INVITED))
    assert refusal.value.code == "unknown"
    assert Notice.objects.filter(kind="enterprises.invitation").count() == 2


def test_invitation_is_not_sent_twice_in_a_moment(submitted, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        resend(invited(submitted, owner), by=owner)

    assert refusal.value.code == "many"


def test_invitation_of_a_draft_is_not_sent_before_it(complete, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        resend(invited(complete, owner), by=owner)

    assert refusal.value.code == "state"


def test_withdrawn_invitation_is_not_accepted(submitted, owner) -> None:
    invitation = invited(submitted, owner)
    token = invitation.token

    withdraw(invitation, by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        accept(token, by=UserFactory.create(email=INVITED))
    assert refusal.value.code == "unknown"
    assert moves(submitted)[-2:] == ["invite", "withdraw-invitation"]


def test_member_is_not_invited_and_nobody_twice(submitted, owner) -> None:
    invited(submitted, owner)

    for email, code in ((owner.email.upper(), "member"), (INVITED.upper(), "invited")):
        with pytest.raises(NotAllowedError) as refusal:
            invited(submitted, owner, email=email)
        assert refusal.value.code == code


def test_too_many_invitations_do_not_wait_at_once(submitted, owner, settings) -> None:
    settings.INVITATIONS_PENDING = 1
    invited(submitted, owner)

    with pytest.raises(NotAllowedError) as refusal:
        invited(submitted, owner, email="another@enterprise.example")

    assert refusal.value.code == "many"


def test_nobody_invites_into_a_role_above_their_own(submitted, owner, member) -> None:
    representative, viewer = member(Role.REPRESENTATIVE).person, member(Role.VIEWER).person
    above = InvitationFactory.create(enterprise=submitted, role=Role.OWNER, sent_at=None)

    for act in (
        lambda: invited(submitted, representative, role=Role.OWNER),
        lambda: resend(above, by=representative),
        lambda: withdraw(above, by=representative),
        lambda: invited(submitted, viewer),
    ):
        with pytest.raises(NotAllowedError) as refusal:
            act()
        assert refusal.value.code == "role"


def test_member_does_not_accept(submitted, member) -> None:
    person = member(Role.VIEWER, email=INVITED).person
    invitation = InvitationFactory.create(enterprise=submitted, email=INVITED, role=Role.OWNER)

    with pytest.raises(NotAllowedError) as refusal:
        accept(invitation.token, by=person)

    assert refusal.value.code == "member"
    assert str(invitation) == f"{INVITED} ({invitation.get_role_display()})"


def test_withdrawn_and_made_anew_an_invitation_is_not_sent_again_in_a_moment(submitted, owner) -> None:
    withdraw(invited(submitted, owner), by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        invited(submitted, owner)

    assert refusal.value.code == "many"


def test_invitations_withdrawn_today_count_against_the_bound(submitted, owner, settings) -> None:
    settings.INVITATIONS_PENDING = 1
    withdraw(invited(submitted, owner), by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        invited(submitted, owner, email="another@enterprise.example")
    Invitation.objects.update(created_at=later(days=-1))
    invited(submitted, owner, email="another@enterprise.example")

    assert refusal.value.code == "many"


@pytest.mark.parametrize("state", [State.REJECTED, State.SUSPENDED])
def test_enterprise_that_is_barred_takes_nobody_in(submitted, owner, state) -> None:
    waiting = InvitationFactory.create(enterprise=submitted, email=INVITED)
    Enterprise.objects.filter(pk=submitted.pk).update(state=state)

    for act in (
        lambda: invited(submitted, owner, email="another@enterprise.example"),
        lambda: resend(waiting, by=owner),
        lambda: accept(waiting.token, by=UserFactory.create(email=INVITED)),
    ):
        with pytest.raises(NotAllowedError) as refusal:
            act()
        assert refusal.value.code == "barred"
    assert submitted.memberships.count() == 1


@pytest.fixture
def ownerless(submitted, officer) -> Enterprise:
    Membership.objects.all().delete()
    invite_first_owner(submitted, email="wrong@enterprise.example", language="ru", by=officer)
    return submitted


def test_officer_invites_the_owner_of_an_enterprise_anew_that_nobody_owns(ownerless, registrar) -> None:
    first = Invitation.objects.get()

    anew = invite_owner(ownerless, email=INVITED, language="ru", by=registrar())

    first.refresh_from_db()
    assert (first.state, anew.state) == (InvitationState.WITHDRAWN, InvitationState.SENT)
    assert accept(anew.token, by=UserFactory.create(email=INVITED)).role == Role.OWNER
    assert moves(ownerless)[-4:] == ["invite", "withdraw-invitation", "invite", "join"]


def test_owner_is_invited_by_officers_alone_and_where_there_is_none(ownerless, registrar, owner) -> None:
    for by, code in ((owner, "role"), (registrar(), "owned")):
        with pytest.raises(NotAllowedError) as refusal:
            invite_owner(ownerless, email=INVITED, language="ru", by=by)
        assert refusal.value.code == code
        MembershipFactory.create(enterprise=ownerless)


@pytest.mark.parametrize("written", [str, str.upper, " {} ".format])
def test_officer_does_not_make_themselves_an_owner(ownerless, registrar, written) -> None:
    by = registrar()
    with pytest.raises(NotAllowedError) as refusal:
        invite_owner(ownerless, email=written(by.email), language="ru", by=by)

    # Nor by an address that they only come to have afterwards.
    sent = invite_owner(ownerless, email=INVITED, language="ru", by=by)
    User.objects.filter(pk=by.pk).update(email=INVITED)
    by.refresh_from_db()
    with pytest.raises(NotAllowedError) as refused:
        accept(sent.token, by=by)

    assert (refusal.value.code, refused.value.code) == ("own", "own")
    assert not ownerless.memberships.exists()


@pytest.mark.django_db(transaction=True)
def test_link_followed_twice_at_once_makes_one_member(submitted, owner) -> None:
    person = UserFactory.create(email=INVITED)
    token = invited(submitted, owner).token

    refusals = codes(
        at_once(lambda: accept(token, by=person), lambda: accept(token, by=person), refused=NotAllowedError)
    )

    assert len(refusals) == 1
    assert Membership.objects.filter(person=person).count() == 1
