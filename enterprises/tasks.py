"""What the worker does for enterprises."""

from collections.abc import Callable

from celery import shared_task
from django.db import OperationalError

from enterprises.actions import expiring, sheets
from enterprises.models import Sheet


@shared_task(ignore_result=True)
def expire() -> None:
    """End what nobody answered in time, and remove old spreadsheets."""
    expiring.expire()
    sheets.sweep()


@shared_task(ignore_result=True)
def go_on() -> None:
    """Come to spreadsheets nobody is at."""
    sheets.go_on()


@shared_task(ignore_result=True)
def write(pk: str) -> None:
    _work(pk, sheets.write)


@shared_task(ignore_result=True)
def look_through(pk: str) -> None:
    _work(pk, sheets.look_through)


@shared_task(ignore_result=True)
def import_rows(pk: str) -> None:
    _work(pk, sheets.import_rows)


def _work(pk: str, act: Callable[[Sheet], None]) -> None:
    """Do something with a spreadsheet; one at which it fails is given up, unless only the database was away."""
    for sheet in Sheet.objects.filter(pk=pk):
        try:
            act(sheet)
        except OperationalError:
            raise
        except Exception:
            sheets.give_up(sheet)
            raise
