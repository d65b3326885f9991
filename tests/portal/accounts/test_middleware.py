"""What being signed in means for a request."""

import datetime
import math
from typing import Any

import pytest
from allauth.account.adapter import get_adapter as of_accounts
from allauth.core import context
from allauth.mfa.adapter import get_adapter as of_second_factors
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from pytest_django import Settings

from portal import outage
from portal.accounts.middleware import ConsoleEntrance
from portal.accounts.models import User
from tests.factories import EnterpriseFactory, PaperFactory, UserFactory
from tests.signing_in import passkey_of, signed_in_staff

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 26, 4, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def nothing_noted() -> None:
    cache.clear()


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime.datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def minutes(number: float) -> datetime.timedelta:
    return datetime.timedelta(minutes=number)


def test_page_for_everybody_depends_on_nobody(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        response = client.get("/en/accessibility/")

    assert not response.has_header("Cache-Control")
    assert client.cookies == {}


def test_page_shown_to_somebody_is_kept_by_nobody(client: Client) -> None:
    client.force_login(User.objects.create_user("reader@portal.example"))

    assert "no-store" in client.get("/en/accessibility/")["Cache-Control"]


def test_session_is_noted_once_a_minute(client: Client) -> None:
    client.force_login(User.objects.create_user("reader@portal.example"))
    client.get("/en/accessibility/", headers={"User-Agent": "first"})
    client.get("/en/accessibility/", headers={"User-Agent": "second"})
    within = UserSession.objects.get().user_agent
    cache.clear()  # the minute is over
    client.get("/en/accessibility/", headers={"User-Agent": "third"})

    assert (within, UserSession.objects.get().user_agent) == ("first", "third")


@pytest.mark.parametrize(("idle", "is_in"), [(29, True), (31, False)])
def test_staff_who_do_nothing_are_signed_out(
    client: Client, monkeypatch: pytest.MonkeyPatch, idle: float, is_in: bool
) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))
    at(monkeypatch, NOW)
    client.get("/console/")
    at(monkeypatch, NOW + minutes(idle))

    assert (client.get("/console/").status_code == 200) is is_in


def test_staff_who_do_something_stay_in(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))
    for passed in (0, 0.5, 20, 40, 60):
        at(monkeypatch, NOW + minutes(passed))
        last = client.get("/console/").status_code

    assert last == 200


def test_staff_are_told_why_they_are_out(client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.STAFF_IDLE_MINUTES = 5
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))
    at(monkeypatch, NOW)
    client.get("/console/")
    at(monkeypatch, NOW + minutes(6))

    page = client.get("/en/terms/").text

    assert "You were signed out after 5 minutes without activity." in page
    assert "/en/account/login/" in page


def test_readers_are_not_hurried(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.force_login(User.objects.create_user("reader@portal.example"))
    at(monkeypatch, NOW)
    client.get("/en/account/")
    at(monkeypatch, NOW + minutes(600))

    assert client.get("/en/account/").status_code == 200


def test_staff_confirm_with_what_they_have_and_never_with_a_password_alone(client: Client) -> None:
    staff = User.objects.create_superuser("staff@portal.example", "a long password", language="en")
    passkey_of(staff)
    client.force_login(staff)
    asked = client.get("/console/")

    by_password = client.get("/en/account/reauthenticate/?next=/console/")
    page = client.get("/en/account/second-step/webauthn/reauthenticate/?next=/console/").text

    assert asked["Location"].endswith("/account/second-step/webauthn/reauthenticate/?next=%2Fconsole%2F")
    assert by_password["Location"].startswith("/en/account/second-step/")
    assert "Use your password" not in page


def test_entrance_lets_pass_what_has_no_address(rf: Any) -> None:
    request = rf.get("/")
    request.resolver_match = None

    assert ConsoleEntrance(lambda _: None).process_view(request, lambda _: None, (), {}) is None


def test_nobody_signs_in_while_nobody_counts(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    User.objects.create_user("reader@portal.example", "a long password")
    monkeypatch.setattr(outage.cache, "met", math.inf)  # Redis was away a moment ago

    sent = {"login": "reader@portal.example", "password": "a long password"}
    answers = [client.post(f"/{code}/account/login/", sent) for code in ("zh-hans", "en", "ru")]

    assert [(answer.status_code, answer["Retry-After"]) for answer in answers] == [(503, "60")] * 3
    assert [
        "目前无法登录" in answers[0].text,
        "Nobody can sign in" in answers[1].text,
        "Сейчас войти нельзя" in answers[2].text,
    ] == [True] * 3


def test_refused_code_is_no_fault_of_whoever_typed_it_while_nobody_counts(
    rf: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = rf.get("/en/")
    request.user = AnonymousUser()
    with context.request_context(request), translation.override("en"):
        usual = [
            str(adapter().validation_error("incorrect_code").message) for adapter in (of_accounts, of_second_factors)
        ]
        monkeypatch.setattr(outage.cache, "met", math.inf)
        away = [
            str(adapter().validation_error("incorrect_code").message) for adapter in (of_accounts, of_second_factors)
        ]

    assert {message.partition(".")[0] for message in usual} == {"This code is not right"}
    assert {message.partition(":")[0] for message in away} == {"Nobody can sign in at the moment"}


@pytest.mark.parametrize(("name", "method"), [("files:download", "get"), ("files:remove", "post")])
def test_staff_without_a_second_factor_get_no_papers(client: Client, name: str, method: str) -> None:
    client.force_login(UserFactory.create(is_staff=True, is_superuser=True))
    with translation.override("en"):
        address = reverse(name, args=[PaperFactory.create(owner=EnterpriseFactory.create(state="submitted")).pk])

    response = getattr(client, method)(address)

    assert response.status_code == 302
    assert response["Location"].startswith("/en/account/second-factor/")
