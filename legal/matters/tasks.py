"""What the worker does for matters."""

from celery import shared_task

from legal.matters.actions import receipts


@shared_task(ignore_result=True)
def make_receipt(pk: int) -> None:
    """Make one receipt, where it is still to be made."""
    receipts.make(pk)


@shared_task(ignore_result=True)
def sweep() -> None:
    """Find the receipts nobody is at."""
    receipts.sweep()
