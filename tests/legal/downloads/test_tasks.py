import time

import pytest
from celery.contrib.testing.worker import start_worker
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone, translation

from legal.downloads import actions, tasks
from legal.downloads.models import Download
from legal.downloads.orders import Order
from portal.celery import app
from tests.legal.downloads.editions import short_edition

State = Download.State
PATIENCE = 60


@pytest.fixture(autouse=True)
def kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def order(db):
    return Order(short_edition(), ("zh",), "pdf", "ru", "https://portal.example", timezone.localdate())


def test_task_makes_the_file_in_the_readers_language(order):
    with translation.override("ru"):
        download = actions.ask(order)

    tasks.make(download.pk)

    download.refresh_from_db()
    assert (download.state, download.attempts) == (State.READY, 1)


def test_task_leaves_alone_what_is_made(order):
    download = actions.ask(order)
    tasks.make(download.pk)

    tasks.make(download.pk)

    assert Download.objects.get().attempts == 1


def test_task_that_takes_too_long_says_so(order, settings):
    settings.MEDIA_ROOT = Slow()
    download = actions.ask(order)

    tasks.make(download.pk)

    assert Download.objects.values_list("state", "failure").get() == (State.FAILED, "too-long")


def test_task_that_breaks_says_so_and_is_reported(order, settings):
    settings.MEDIA_ROOT = "/dev/null"
    download = actions.ask(order)

    with pytest.raises(OSError, match="/dev/null"):
        tasks.make(download.pk)

    assert Download.objects.values_list("state", "failure").get() == (State.FAILED, "broken")


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_worker_makes_what_is_asked_for(order):
    with start_worker(app, perform_ping_check=False, pool="solo"):
        download = actions.ask(order)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not download.is_over:
            download.refresh_from_db()

    assert download.state == State.READY


class Slow:
    """A folder for whose files the time runs out."""

    def __fspath__(self):
        raise SoftTimeLimitExceeded
