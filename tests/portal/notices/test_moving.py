"""How a delivery moves: one worker at a time holds it, and what a killed one held is taken up again."""

import datetime
import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.utils import timezone

from portal.notices import moving
from portal.notices.models import Delivery
from portal.notices.relay import only_one, relay
from portal.notices.states import State
from tests.factories import DeliveryFactory
from tests.portal.notices.conftest import MailServer

pytestmark = pytest.mark.django_db

Clock = Callable[[str], datetime.datetime]


def test_what_is_claimed_is_not_claimed_again() -> None:
    DeliveryFactory.create()

    assert [len(moving.claim("mail")), len(moving.claim("mail"))] == [1, 0]


def test_what_was_claimed_by_a_killed_worker_is_free_when_its_lease_ends(set_clock: Clock) -> None:
    now = set_clock("2026-11-26 10:00")
    DeliveryFactory.create(due_at=now, next_attempt_at=now)
    moving.claim("mail")

    set_clock("2026-11-26 10:06")

    assert len(moving.claim("mail")) == 1


@pytest.mark.django_db(transaction=True)
def test_what_another_is_claiming_is_passed_by() -> None:
    DeliveryFactory.create_batch(2)
    claimed, done = threading.Event(), threading.Event()

    def hold_one() -> None:
        with transaction.atomic():
            list(Delivery.objects.due("mail", now=timezone.now()).select_for_update()[:1])
            claimed.set()
            done.wait(30)
        connection.close()

    holder = threading.Thread(target=hold_one)
    holder.start()
    claimed.wait(30)
    ours = moving.claim("mail")
    done.set()
    holder.join(30)

    assert len(ours) == 1


def test_what_was_taken_over_is_not_begun_and_not_marked(set_clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    now = set_clock("2026-11-26 10:00")
    DeliveryFactory.create(due_at=now, next_attempt_at=now)
    (slow,) = moving.claim("mail")
    set_clock("2026-11-26 10:06")
    (quick,) = moving.claim("mail")
    begun = [moving.begin(slow), moving.begin(quick)]

    moving.sent(slow, language="en", content_hash="")

    assert (begun, Delivery.objects.get().state) == ([False, True], State.SENDING)
    assert caplog.messages == [f"delivery {slow.pk} was taken over: its lease is too short"]


def abandoned(**fields: object) -> Delivery:
    past = timezone.now() - datetime.timedelta(minutes=1)
    return DeliveryFactory.create(state=State.SENDING, attempts=1, lease_until=past, **fields)


def test_mail_whose_sender_was_killed_is_sent_once_more(mail_server: MailServer) -> None:
    delivery = abandoned()

    relay("mail")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.doubts, len(mail_server.taken)) == (State.SENT, 1, 1)


def test_mail_whose_sender_was_killed_twice_is_not_sent_a_third_time(mail_server: MailServer) -> None:
    delivery = abandoned(doubts=1)

    relay("mail")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.last_error, mail_server.taken) == (State.DEAD, "outcome unknown", [])


def test_mail_that_is_being_sent_is_left_to_its_sender(mail_server: MailServer) -> None:
    DeliveryFactory.create(state=State.SENDING, lease_until=timezone.now() + datetime.timedelta(minutes=1))

    relay("mail")

    assert (Delivery.objects.get().state, mail_server.taken) == (State.SENDING, [])


@pytest.mark.parametrize(("attempts", "least", "most"), [(1, 15, 30), (4, 120, 240), (19, 7200, 14400)])
def test_wait_doubles_up_to_four_hours_with_jitter(attempts: int, least: int, most: int) -> None:
    waits = [moving.wait(attempts).total_seconds() for _ in range(200)]

    assert least <= min(waits) < max(waits) <= most


def test_delivery_is_given_up_after_the_last_attempt(caplog: pytest.LogCaptureFixture) -> None:
    DeliveryFactory.create(attempts=moving.LAST_ATTEMPT - 1)
    (delivery,) = moving.claim("mail")
    moving.begin(delivery)

    moving.fail(delivery, "SMTPDataError 452")

    delivery.refresh_from_db()
    assert (delivery.state, delivery.last_error) == (State.DEAD, "SMTPDataError 452")
    assert caplog.messages == [f"delivery {delivery.pk} given up after 20 attempts: SMTPDataError 452"]


def test_giving_back_nothing_asks_nothing(django_assert_num_queries: Callable) -> None:
    with django_assert_num_queries(0):
        moving.release([])


@pytest.mark.django_db(transaction=True)
def test_second_relay_of_a_channel_leaves_it_to_the_first(mail_server: MailServer) -> None:
    DeliveryFactory.create()
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with only_one("mail"):
            held.set()
            done.wait(30)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(30)
    relay("mail")
    meanwhile = len(mail_server.taken)
    done.set()
    holder.join(30)
    relay("mail")

    assert (meanwhile, len(mail_server.taken)) == (0, 1)


def test_relay_ends_when_its_time_is_over(mail_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.notices.relay.LONGEST_RUN", 0.0)
    DeliveryFactory.create()

    relay("mail")

    assert mail_server.taken == []


def test_notice_that_cannot_be_written_keeps_no_other_back(
    mail_server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    broken = DeliveryFactory.create(notice__kind="gone.away")
    DeliveryFactory.create()

    relay("mail")

    broken.refresh_from_db()
    assert (broken.state, broken.last_error, broken.attempts) == (State.DEAD, "KeyError", 0)
    assert len(mail_server.taken) == 1
    assert f"delivery {broken.pk} cannot be written" in caplog.messages
