"""Whoever asks to join learns nothing but that they have asked."""

import datetime

import pytest
from django.utils import timezone

from enterprises.actions.deciding import suspend
from enterprises.actions.expiring import expire
from enterprises.actions.joining import agree, ask, decline, withdraw
from enterprises.models import JoinRequest, Membership
from enterprises.numbers import read
from enterprises.policies import Role
from enterprises.states import AskingState
from portal.workflow.errors import NotAllowedError
from tests.enterprises.paper import moves, told
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

NUMBER = read("cn-uscc", "916531010000000196")
UNKNOWN = read("cn-uscc", "916531010000000271")


@pytest.fixture
def asker(db):
    return UserFactory.create(email="asker@enterprise.example")


def code_of(doing) -> str:
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


def test_owners_of_the_verified_enterprise_are_asked(verified, owner, asker) -> None:
    request = ask(NUMBER, by=asker)

    assert request.enterprise == verified
    assert told("join-asked") == {owner.email}
    assert "916531010000000196" in str(request)


def test_who_asks_cannot_tell_whether_anybody_is_registered(verified, owner, asker) -> None:
    known, unknown = ask(NUMBER, by=asker), ask(UNKNOWN, by=asker)
    assert unknown.enterprise is None

    decline(known, by=owner)

    assert set(JoinRequest.objects.waiting_for(asker, now=timezone.now())) == {known, unknown}
    assert code_of(lambda: ask(NUMBER, by=asker)) == code_of(lambda: ask(UNKNOWN, by=asker)) == "asked"
    withdraw(known, by=asker)
    withdraw(unknown, by=asker)
    assert not JoinRequest.objects.waiting_for(asker, now=timezone.now()).exists()


def test_enterprise_that_is_not_verified_is_not_asked(submitted, asker) -> None:
    assert ask(NUMBER, by=asker).enterprise is None


def test_member_asks_nobody(verified, owner) -> None:
    assert ask(NUMBER, by=owner).enterprise is None


def test_who_asks_too_often_waits(asker, settings) -> None:
    settings.JOIN_REQUESTS_A_DAY = 1
    ask(NUMBER, by=asker)

    assert code_of(lambda: ask(UNKNOWN, by=asker)) == "many"


def test_who_is_let_in_is_a_member_and_is_told(verified, owner, asker) -> None:
    membership = agree(ask(NUMBER, by=asker), Role.VIEWER, by=owner)

    assert (membership.person, membership.role) == (asker, Role.VIEWER)
    assert told("join-agreed") == {asker.email}
    assert moves(verified)[-2:] == ["ask-joining", "join"]


def test_who_is_a_member_by_now_is_not_let_in_again(verified, owner, asker) -> None:
    request = ask(NUMBER, by=asker)
    Membership.objects.create(enterprise=verified, person=asker, role=Role.VIEWER)

    assert code_of(lambda: agree(request, Role.OWNER, by=owner)) == "member"


def test_nobody_who_asks_is_made_an_owner_unasked(verified, owner, asker) -> None:
    assert code_of(lambda: agree(ask(NUMBER, by=asker), Role.OWNER, by=owner)) == "consent"


def test_nobody_is_let_in_while_the_enterprise_is_suspended(verified, owner, officer, asker) -> None:
    suspend(verified, reason="The licence has run out.", by=officer)

    assert code_of(lambda: agree(ask(NUMBER, by=asker), Role.VIEWER, by=owner)) == "barred"


def test_only_owners_answer(verified, member, asker) -> None:
    representative = member(Role.REPRESENTATIVE).person
    request = ask(NUMBER, by=asker)

    assert code_of(lambda: agree(request, Role.VIEWER, by=representative)) == "role"
    assert code_of(lambda: decline(request, by=representative)) == "role"
    assert code_of(lambda: decline(ask(UNKNOWN, by=asker), by=representative)) == "role"


def test_only_who_asked_withdraws(verified, owner, asker) -> None:
    assert code_of(lambda: withdraw(ask(NUMBER, by=asker), by=owner)) == "role"


@pytest.mark.parametrize("number", [NUMBER, UNKNOWN], ids=["known", "unknown"])
def test_old_request_keeps_nobody_from_asking_anew_before_it_is_swept(verified, asker, number) -> None:
    old = ask(number, by=asker)
    JoinRequest.objects.update(asked_at=timezone.now() - datetime.timedelta(days=30))

    anew = ask(number, by=asker)

    old.refresh_from_db()
    assert (old.state, anew.state) == (AskingState.EXPIRED, AskingState.ASKED)


def test_old_request_ends_by_itself(verified, asker) -> None:
    request = ask(NUMBER, by=asker)

    assert expire(now=timezone.now() + datetime.timedelta(days=30)) == 1

    request.refresh_from_db()
    assert request.state == AskingState.EXPIRED
    assert not JoinRequest.objects.waiting_for(asker, now=timezone.now() + datetime.timedelta(days=30)).exists()
