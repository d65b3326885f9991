"""A worker says how far it is, on a connection of its own, and hears that it has lost its hold."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from legal.intake.actions import working
from legal.intake.errors import ForsakenError
from legal.intake.holding import Hold
from legal.intake.models import Intake

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def taken(intake):
    return working.claim(intake.pk, worker="mine")


def wait_for(condition) -> None:
    """The thread beats a hundred times a second; the deadline is far off."""
    deadline = timezone.now() + datetime.timedelta(seconds=30)
    while not condition() and timezone.now() < deadline:
        pass


def test_progress_is_seen_while_the_run_is_not(taken) -> None:
    with Hold(taken, beat=0.01) as hold, transaction.atomic():
        hold.total = 4
        hold.step(1)
        wait_for(lambda: Intake.objects.get().done)
        transaction.set_rollback(True)

    told = Intake.objects.get()
    assert (told.done, told.total, told.percent) == (1, 4, 25)
    assert told.lease_until > taken.lease_until


def test_hold_that_is_lost_ends_the_run(taken) -> None:
    def goes_on(hold: Hold) -> bool:
        try:
            hold.step(0)
        except ForsakenError:
            return False
        return True

    with Hold(taken, beat=0.01) as hold:
        Intake.objects.update(worker="another")
        wait_for(lambda: not goes_on(hold))

        assert not goes_on(hold)


def test_import_that_is_gone_loses_nobody_the_hold(taken) -> None:
    Intake.objects.all().delete()

    assert Hold(taken).tell(at=timezone.now())
