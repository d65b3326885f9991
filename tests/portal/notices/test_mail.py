"""Mail: written at delivery in the language of that moment, handed over once, tried again where it may help."""

import datetime
import email
import logging
import re
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default

import pytest

from portal.notices.actions import notify
from portal.notices.models import Delivery
from portal.notices.notices import TRIAL
from portal.notices.recipients import Outsider
from portal.notices.relay import relay
from portal.notices.states import State
from tests.factories import DeliveryFactory
from tests.portal.notices.conftest import MailServer

pytestmark = pytest.mark.django_db


def taken(server: MailServer) -> list[EmailMessage]:
    return [email.message_from_bytes(one.content, policy=default) for one in server.taken]


@pytest.mark.parametrize(
    ("code", "subject"),
    [("zh-hans", "通知测试"), ("en", "A trial of the notices"), ("ru", "Проверка уведомлений")],
)
def test_mail_is_in_the_language_of_its_recipient(mail_server: MailServer, code: str, subject: str) -> None:
    delivery = DeliveryFactory.create(notice__user__language=code)

    relay("mail")

    (letter,) = taken(mail_server)
    assert (letter["Subject"], letter["To"], letter["Message-ID"]) == (
        subject,
        delivery.notice.user.email,
        delivery.message_id,
    )
    assert (letter["Content-Language"], letter["Auto-Submitted"]) == (
        "zh-Hans" if code == "zh-hans" else code,
        "auto-generated",
    )
    plain, page = (letter.get_body([kind]).get_content() for kind in ("plain", "html"))
    assert f"http://testserver/{code}/inbox/" in plain
    assert f'href="http://testserver/{code}/inbox/"' in page
    assert "<style" not in page
    assert 'style="' in page


def test_language_is_the_one_at_delivery(mail_server: MailServer) -> None:
    delivery = DeliveryFactory.create(notice__user__language="en")
    delivery.notice.user.language = "ru"
    delivery.notice.user.save()

    relay("mail")

    delivery.refresh_from_db()
    assert [letter["Subject"] for letter in taken(mail_server)] == ["Проверка уведомлений"]
    assert (delivery.state, delivery.language, len(delivery.content_hash)) == (State.SENT, "ru", 64)
    assert (delivery.attempts, delivery.lease_until, delivery.last_error) == (1, None, "")


def test_somebody_without_an_account_is_written_to_in_the_language_named(mail_server: MailServer) -> None:
    notify(TRIAL, to=[Outsider("new@people.example", "ru")])

    relay("mail")

    (letter,) = taken(mail_server)
    assert (letter["To"], letter["Subject"]) == ("new@people.example", "Проверка уведомлений")
    assert "preferences" not in letter.get_body(["plain"]).get_content()


def test_mail_that_can_be_refused_carries_its_one_click(mail_server: MailServer) -> None:
    DeliveryFactory.create()

    relay("mail")

    (letter,) = taken(mail_server)
    assert re.fullmatch(r"<http://testserver/en/inbox/unsubscribe/[\w:.-]+/>", letter["List-Unsubscribe"].strip())
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.usefixtures("mandatory")
def test_mandatory_mail_carries_none(mail_server: MailServer) -> None:
    DeliveryFactory.create()

    relay("mail")

    (letter,) = taken(mail_server)
    assert (letter["List-Unsubscribe"], letter["List-Unsubscribe-Post"]) == (None, None)


def test_many_mails_go_over_one_connection(mail_server: MailServer) -> None:
    DeliveryFactory.create_batch(3)
    calls = mail_server.calls

    relay("mail")

    assert (mail_server.calls - calls, len(mail_server.taken)) == (1, 3)


@pytest.mark.parametrize(
    ("at", "answer", "state", "error"),
    [
        ("RCPT", "450 4.2.1 Busy", State.RETRY, "SMTPRecipientsRefused 450"),
        ("RCPT", "550 5.1.1 Nobody here", State.DEAD, "SMTPRecipientsRefused 550"),
        ("DATA", "452 4.3.1 No room", State.RETRY, "SMTPDataError 452"),
        ("DATA", "554 5.7.1 Unwanted", State.DEAD, "SMTPDataError 554"),
    ],
)
def test_refusal_is_taken_as_it_is_meant(mail_server: MailServer, at: str, answer: str, state: str, error: str) -> None:
    mail_server.at, mail_server.answer = at, answer
    delivery = DeliveryFactory.create()

    relay("mail")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.last_error, delivery.attempts, delivery.lease_until) == (state, error, 1, None)


def test_refused_mail_is_tried_again_and_arrives(
    mail_server: MailServer, set_clock: Callable[[str], datetime.datetime]
) -> None:
    set_clock("2026-11-26 10:00")
    mail_server.answer = "452 4.3.1 No room"
    delivery = DeliveryFactory.create(
        due_at=set_clock("2026-11-26 10:00"), next_attempt_at=set_clock("2026-11-26 10:00")
    )
    relay("mail")
    mail_server.answer = "250 OK"
    relay("mail")
    early = len(mail_server.taken)

    set_clock("2026-11-26 10:01")
    relay("mail")

    delivery.refresh_from_db()
    assert (early, len(mail_server.taken), delivery.state, delivery.attempts) == (0, 1, State.SENT, 2)


def test_mail_waits_while_the_server_is_away(settings, unused_port: int, caplog: pytest.LogCaptureFixture) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    delivery = DeliveryFactory.create()

    with caplog.at_level(logging.WARNING, logger="portal.notices.relay"):
        relay("mail")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.lease_until) == (State.PENDING, 0, None)
    assert caplog.messages == ["deliveries by mail wait, the server does not answer: ConnectionRefusedError"]


def test_mails_not_come_to_are_given_back_where_the_server_goes_away(mail_server: MailServer) -> None:
    deliveries = DeliveryFactory.create_batch(4)
    mail_server.goes_after = 1

    relay("mail")

    assert list(Delivery.objects.order_by("pk").values_list("state", "attempts", "last_error", "lease_until")) == [
        (State.SENT, 1, "", None),
        (State.RETRY, 1, "SMTPServerDisconnected", None),
        (State.RETRY, 1, "ConnectionRefusedError", None),
        (State.PENDING, 0, "", None),
    ]
    assert len(deliveries) == 4
