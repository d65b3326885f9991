"""What the worker does for enterprises."""

from celery import shared_task

from enterprises.actions import expiring, sheets
from enterprises.models import Sheet


@shared_task(ignore_result=True)
def expire() -> None:
    """End what nobody answered in time, and remove old spreadsheets."""
    expiring.expire()
    sheets.sweep()


@shared_task(ignore_result=True)
def write(pk: str) -> None:
    sheets.write(Sheet.objects.get(pk=pk))


@shared_task(ignore_result=True)
def look_through(pk: str) -> None:
    sheets.look_through(Sheet.objects.get(pk=pk))


@shared_task(ignore_result=True)
def import_rows(pk: str) -> None:
    sheets.import_rows(Sheet.objects.get(pk=pk))
