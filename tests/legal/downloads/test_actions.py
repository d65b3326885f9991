import datetime

import pytest
from django.utils import timezone, translation

from legal.downloads import actions, tasks
from legal.downloads.models import Download
from legal.downloads.orders import Order
from tests.legal.downloads.editions import short_edition

State, Failure = Download.State, Download.Failure
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with translation.override("en"):
        yield


@pytest.fixture
def order():
    return Order(short_edition(), ("zh",), "pdf", "en", "https://portal.example", timezone.localdate())


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """How many messages to the worker a piece of work writes."""

    def count(work):
        with django_capture_on_commit_callbacks() as callbacks:
            work()
        return len(callbacks)

    return count


def age(download, **moments):
    Download.objects.filter(pk=download.pk).update(**moments)
    download.refresh_from_db()


def earlier(**delta):
    return timezone.now() - datetime.timedelta(**delta)


def test_same_order_is_made_once(order, sent):
    assert (sent(lambda: actions.ask(order)), sent(lambda: actions.ask(order)), Download.objects.count()) == (1, 0, 1)


def test_order_that_was_forsaken_is_sent_again(order, sent):
    download = actions.ask(order)
    age(download, sent_at=earlier(minutes=3))

    assert sent(lambda: actions.ask(order)) == 1


def test_file_that_was_cleared_away_is_made_again(order, sent):
    actions.make(actions.claim(actions.ask(order).pk, worker="a"), day=order.day)
    download = Download.objects.get()
    download.file.storage.delete(download.file.name)

    assert (sent(lambda: actions.ask(order)), Download.objects.get().state) == (1, State.WAITING)


def test_file_is_made_and_kept(order):
    download = actions.claim(actions.ask(order).pk, worker="a")

    actions.make(download, day=order.day)

    download.refresh_from_db()
    assert (download.state, download.progress, download.lease_until, download.is_over) == (State.READY, 100, None, True)
    with download.file.open("rb") as file:
        assert file.read(5) == b"%PDF-"


def test_file_is_taken_by_one_worker_only(order):
    pk = actions.ask(order).pk

    assert (actions.claim(pk, worker="a") is None, actions.claim(pk, worker="b") is None) == (False, True)


def test_message_given_out_again_takes_its_own_file_back(order):
    pk = actions.ask(order).pk
    actions.claim(pk, worker="a")

    assert actions.claim(pk, worker="a").attempts == 2


def test_file_of_a_worker_that_is_gone_is_taken_over(order):
    pk = actions.ask(order).pk
    age(actions.claim(pk, worker="a"), lease_until=earlier(seconds=1))

    assert actions.claim(pk, worker="b").worker == "b"


def test_worker_whose_file_was_taken_over_leaves_nothing(order, tmp_path):
    mine = actions.claim(actions.ask(order).pk, worker="a")
    age(mine, lease_until=earlier(seconds=1))
    actions.claim(mine.pk, worker="b")

    mine.worker = "a"
    actions.make(mine, day=order.day)

    assert Download.objects.values_list("state", "file").get() == (State.MAKING, "")
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_failed_file_is_tried_again_once(order, sent):
    actions.fail(actions.claim(actions.ask(order).pk, worker="a"), failure=Failure.BROKEN)
    failed = Download.objects.get()

    assert (sent(lambda: actions.retry(failed)), sent(lambda: actions.retry(failed))) == (1, 0)
    assert Download.objects.values_list("state", "failure", "attempts").get() == (State.WAITING, "", 0)


def test_failed_file_stays_failed_when_asked_for(order, sent):
    actions.fail(actions.claim(actions.ask(order).pk, worker="a"), failure=Failure.BROKEN)

    assert (sent(lambda: actions.ask(order)), Download.objects.get().state) == (0, State.FAILED)


def test_sweep_sends_what_was_forsaken(order, sent):
    age(actions.claim(actions.ask(order).pk, worker="a"), lease_until=earlier(seconds=1))

    assert (sent(actions.sweep), Download.objects.get().state) == (1, State.WAITING)


def test_sweep_gives_up_what_fails_again_and_again(order, sent):
    age(actions.claim(actions.ask(order).pk, worker="a"), lease_until=earlier(seconds=1), attempts=3)

    assert (sent(actions.sweep), Download.objects.values_list("state", "failure").get()) == (
        0,
        (State.FAILED, Failure.GONE),
    )


def test_sweep_leaves_work_alone(order, sent):
    actions.claim(actions.ask(order).pk, worker="a")

    assert (sent(actions.sweep), Download.objects.get().state) == (0, State.MAKING)


def test_sweep_deletes_what_nobody_asks_for(order):
    actions.make(actions.claim(actions.ask(order).pk, worker="a"), day=order.day)
    download = Download.objects.get()
    age(download, asked_at=earlier(days=8))

    actions.sweep()

    assert (Download.objects.count(), download.file.storage.exists(download.file.name)) == (0, False)


def test_sweep_deletes_old_failures(order):
    actions.fail(actions.claim(actions.ask(order).pk, worker="a"), failure=Failure.BROKEN)
    age(Download.objects.get(), asked_at=earlier(days=8))

    tasks.sweep()

    assert Download.objects.count() == 0


def test_download_is_called_by_what_it_is(order):
    assert str(actions.ask(order)) == f"{order.edition.pk} zh pdf"
