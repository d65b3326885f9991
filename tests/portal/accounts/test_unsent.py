"""The mail server is away, or refuses: whoever waits for a letter is told so, and what is done is told later."""

import logging
import math
import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from portal import outage
from portal.accounts.models import User
from portal.languages import CODES
from portal.notices.models import Notice
from portal.notices.relay import relay
from tests.portal.notices.conftest import MailServer, mail_server  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db

PASSWORD = "a house by the river"
ADDRESS = "reader@portal.example"
SIGN_UP = {"full_name": "赵兰", "email": "new@portal.example", "password1": PASSWORD, "language": "en"}
SAID = {"zh-hans": "邮件未能发出", "en": "The mail could not be sent", "ru": "Письмо не удалось отправить"}


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process has heard of no outage, and nobody has tried anything."""
    cache.clear()
    monkeypatch.setattr(outage.mail, "met", -math.inf)
    monkeypatch.setattr(outage.mail, "told", -math.inf)


@pytest.fixture
def person() -> User:
    user = User.objects.create_user(ADDRESS, PASSWORD, language="en")
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


@pytest.fixture
def away(settings: Settings, unused_port: int) -> Settings:
    """There is no mail server; the settings, by which there is one again."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    return settings


def repair(away: Settings) -> None:
    away.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def back(away: Settings) -> None:
    """There is one again, and the minute has passed."""
    repair(away)
    outage.mail.met = -math.inf
    cache.clear()


def signed_in(client: Client) -> None:
    client.post("/en/account/login/", {"login": ADDRESS, "password": PASSWORD})
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})


def sent_code() -> str:
    return re.findall(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)[-1]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("login/code", {"email": ADDRESS}),
        ("login/code", {"email": "nobody@portal.example"}),
        ("password/reset", {"email": ADDRESS}),
        ("password/reset", {"email": "nobody@portal.example"}),
        ("signup", SIGN_UP),
        ("signup", {**SIGN_UP, "email": ADDRESS}),
    ],
)
def test_whoever_waits_for_a_letter_is_told(
    client: Client, person: User, away: Settings, page: str, typed: dict[str, str], code: str
) -> None:
    response = client.post(f"/{code}/account/{page}/", typed)

    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert f"<title>{SAID[code]}" in re.sub(r">\s+", ">", response.text)


def test_new_address_is_not_begun_with(client: Client, person: User, away: Settings) -> None:
    signed_in(client)

    response = client.post("/en/account/email/", {"email": "new@portal.example", "action_add": ""})

    person.refresh_from_db()
    assert (response.status_code, person.email) == (503, ADDRESS)


def test_code_is_sent_when_it_is_asked_for_again(client: Client, person: User, away: Settings) -> None:
    client.post("/en/account/login/code/", {"email": ADDRESS})
    back(away)

    client.post("/en/account/login/code/", {"email": ADDRESS})
    client.post("/en/account/login/code/confirm/", {"code": sent_code()})

    assert client.get("/en/account/").status_code == 200


def test_whoever_was_registering_signs_in_with_the_address(client: Client, away: Settings) -> None:
    client.post("/en/account/signup/", SIGN_UP)
    back(away)

    client.post("/en/account/login/", {"login": SIGN_UP["email"], "password": PASSWORD})
    client.post("/en/account/confirm-email/", {"code": sent_code()})

    assert client.get("/en/account/").status_code == 200


def test_server_that_is_away_is_left_alone_for_a_while(
    client: Client, person: User, away: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="portal.outage"):
        client.post("/en/account/login/code/", {"email": ADDRESS})
        repair(away)
        response = client.post("/en/account/login/code/", {"email": ADDRESS})

    assert (response.status_code, mail.outbox) == (503, [])
    told = [record.message for record in caplog.records if record.name == "portal.outage"]
    assert [message.partition(":")[0] for message in told] == [
        "The mail server does not answer, codes to sign in are not sent"
    ]


def test_refusal_of_one_address_is_no_outage_to_others(client: Client, person: User, mail_server: MailServer) -> None:  # noqa: F811
    mail_server.at, mail_server.answer = "RCPT", "550 no such mailbox"
    refused = client.post("/en/account/login/code/", {"email": ADDRESS})
    mail_server.at, mail_server.answer = "DATA", "250 OK"

    taken = client.post("/en/account/login/code/", {"email": ADDRESS})

    assert (refused.status_code, taken.status_code, len(mail_server.taken)) == (503, 302, 1)


def test_change_that_was_made_is_told_when_the_server_is_back(client: Client, person: User, away: Settings) -> None:
    signed_in(client)
    new = {"oldpassword": PASSWORD, "password1": "a river by the house", "password2": "a river by the house"}

    response = client.post("/en/account/password/change/", new)
    back(away)
    relay("mail")

    person.refresh_from_db()
    assert (response.status_code, person.check_password("a river by the house")) == (302, True)
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([ADDRESS], "Your account was changed")]
    assert Notice.objects.get().user == person


def test_change_of_the_address_is_told_to_the_former_one(client: Client, person: User, away: Settings) -> None:
    back(away)
    signed_in(client)
    client.post("/en/account/email/", {"email": "new@portal.example", "action_add": ""})
    outage.mail.met = math.inf

    client.post("/en/account/confirm-email/", {"code": sent_code()})

    person.refresh_from_db()
    assert person.email == "new@portal.example"
    assert list(Notice.objects.values_list("kind", "email", "language")) == [("accounts.changed", ADDRESS, "en")]
