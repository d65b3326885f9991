"""What lost messages, killed workers and time have left behind."""

import datetime
import os
import time

import pytest
from celery.contrib.testing.worker import start_worker
from django.utils import timezone

from legal.intake import tasks, unpacking
from legal.intake.actions import deciding, sweeping, working
from legal.intake.models import Finding, FoundLaw, Intake
from legal.intake.states import State
from portal.celery import app
from portal.files.models import File
from tests.legal.intake.archives import brought

pytestmark = pytest.mark.django_db

NOW = timezone.now()
PATIENCE = 60


def test_archive_that_has_become_clean_is_sent_to_the_worker(editor, settings) -> None:
    settings.CLAMD_URL = "unix:///nowhere"
    brought(by=editor)
    waiting = sweeping.send_again(at=NOW)
    File.objects.update(state="clean", scan_after=None)

    assert (waiting, sweeping.send_again(at=NOW)) == (0, 1)


@pytest.mark.usefixtures("intake")
def test_archive_whose_message_was_lost_is_sent_again() -> None:
    soon = sweeping.send_again(at=NOW)

    assert (soon, sweeping.send_again(at=timezone.now() + Intake.PATIENCE)) == (0, 1)


@pytest.mark.usefixtures("intake")
def test_archive_that_was_removed_is_sent_so_that_it_fails() -> None:
    File.objects.all().delete()

    assert sweeping.send_again(at=timezone.now() + Intake.PATIENCE) == 1


def test_order_whose_message_was_lost_is_sent_again(checked, editor) -> None:
    deciding.import_laws(checked, by=editor)

    assert sweeping.send_again(at=timezone.now() + Intake.PATIENCE) == 1


def test_run_somebody_is_at_is_left_alone(intake) -> None:
    working.claim(intake.pk, worker="alive")

    assert sweeping.send_again(at=timezone.now()) == 0


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_run_of_a_killed_worker_is_taken_up_by_another(intake) -> None:
    working.claim(intake.pk, worker="killed")
    Intake.objects.update(lease_until=timezone.now() - datetime.timedelta(seconds=1))

    tasks.sweep()
    with start_worker(app, perform_ping_check=False, pool="solo"):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and intake.state != State.CHECKED:
            intake.refresh_from_db()

    assert (intake.state, intake.attempts, intake.foreseen["laws"]["created"]) == (State.CHECKED, 2, 1)


@pytest.mark.usefixtures("checked")
def test_import_that_was_kept_long_enough_is_removed_with_its_archive(settings) -> None:
    later = timezone.now() + datetime.timedelta(days=settings.INTAKE_DAYS)

    removed = sweeping.remove_old(at=later)

    assert removed == 1
    left = [model.objects.count() for model in (Intake, FoundLaw, Finding, File)]
    assert left == [0, 0, 0, 0]


@pytest.mark.usefixtures("checked")
def test_import_of_yesterday_stays() -> None:
    tasks.remove_old()

    assert (Intake.objects.count(), File.objects.count()) == (1, 1)


def test_import_a_worker_is_at_stays_however_old(intake, settings) -> None:
    working.claim(intake.pk, worker="slow")

    sweeping.remove_old(at=timezone.now() + datetime.timedelta(days=settings.INTAKE_DAYS))

    assert Intake.objects.exists()


def test_folder_of_a_killed_worker_is_removed_and_that_of_a_living_one_is_not() -> None:
    old, new = unpacking.folder() / "1-old", unpacking.folder() / "2-new"
    for place in (old, new):
        (place / "tree").mkdir(parents=True)
    before = (timezone.now() - unpacking.SETTLED).timestamp()
    os.utime(old, (before, before))

    sweeping.remove_old(at=timezone.now())

    assert sorted(unpacking.folder().iterdir()) == [new]
