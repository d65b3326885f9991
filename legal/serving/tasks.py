"""What the worker does for the other side of matters."""

from celery import shared_task

from legal.serving.actions import arriving, certifying


@shared_task(ignore_result=True)
def certify(pk: int, stage: str) -> None:
    """Make one certificate, where it is still to be made."""
    certifying.certify(pk, stage)


@shared_task(ignore_result=True)
def make_receipt(pk: int) -> None:
    """Make the receipt of one answer, where it is still to be made."""
    certifying.make_receipt(pk)


@shared_task(ignore_result=True)
def sweep() -> None:
    """Note what has arrived by mail, and find the papers nobody is at."""
    arriving.sweep()
    certifying.sweep()
