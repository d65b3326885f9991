"""What the worker does for fees."""

from celery import shared_task

from legal.fees.actions import making


@shared_task(ignore_result=True)
def make_paper(pk: int) -> None:
    """Make the paper of one notice, where it is still to be made."""
    making.make(pk)


@shared_task(ignore_result=True)
def sweep() -> None:
    """Find the papers nobody is at."""
    making.sweep()
