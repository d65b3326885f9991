"""How long notices wait, in the log and on the console's first page."""

import datetime

import pytest
from django.utils import timezone, translation

from portal.notices import backlog
from portal.notices.states import State
from portal.notices.tasks import gather, relay, watch
from portal.notices.waiting import notices
from tests.factories import DeliveryFactory

pytestmark = pytest.mark.django_db


def waiting_for(minutes: int, **fields: object) -> None:
    due = timezone.now() - datetime.timedelta(minutes=minutes)
    DeliveryFactory.create(due_at=due, **fields)


def test_nothing_waits() -> None:
    assert backlog.waiting() == backlog.Backlog(0, None, 0)


def test_oldest_undelivered_counts_from_when_it_was_due_however_often_it_was_tried() -> None:
    waiting_for(20, state=State.RETRY, next_attempt_at=timezone.now() + datetime.timedelta(hours=1))
    waiting_for(5)
    waiting_for(60, state=State.SKIPPED)
    waiting_for(-60)

    found = backlog.waiting()

    assert (found.number, found.dead, found.is_late) == (2, 0, True)
    assert found.oldest is not None
    assert 1200 <= found.oldest.total_seconds() < 1260


def test_what_waits_too_long_is_told_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    waiting_for(20)
    waiting_for(0, state=State.DEAD)

    watch()

    assert [line.split(" for ")[0] for line in caplog.messages] == [
        "1 deliveries wait, the oldest",
        "1 deliveries were given up: see the console",
    ]


def test_what_waits_a_moment_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    waiting_for(1)

    watch()

    assert caplog.messages == []


@pytest.mark.parametrize(
    ("minutes", "state", "sentence", "urgent"),
    [
        (20, State.DEAD, "1 notice could not be delivered: see why, and send it again.", True),
        (20, State.RETRY, "Notices wait too long: see whether the worker and the mail server run.", True),
        (1, State.PENDING, "Notices are delivered as they come.", False),
    ],
)
def test_first_page_of_the_console_says_how_it_stands(minutes: int, state: str, sentence: str, urgent: bool) -> None:
    waiting_for(minutes, state=state)

    with translation.override("en"):
        shown = notices()

    assert (shown.count, shown.sentence, shown.urgent) == (1, sentence, urgent)
    assert shown.link.startswith("/console/notices/delivery/")


def test_tasks_do_what_beat_asks_of_them(mailoutbox: list) -> None:
    due = timezone.now() - datetime.timedelta(minutes=1)
    DeliveryFactory.create(state=State.GATHERING, due_at=due)
    DeliveryFactory.create()

    gather()
    relay("mail")

    assert sorted(mail.subject for mail in mailoutbox) == ["A trial of the notices", "Your notices of the day"]
