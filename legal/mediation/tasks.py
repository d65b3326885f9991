"""What the worker does for mediations."""

from celery import shared_task

from legal.mediation.actions import settling


@shared_task(ignore_result=True)
def make_paper(pk: int) -> None:
    """Make the paper of one settlement, where it is still to be made."""
    settling.make_paper(pk)


@shared_task(ignore_result=True)
def sweep() -> None:
    """Find the papers nobody is at."""
    settling.sweep()
