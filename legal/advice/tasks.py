"""What the worker does for advice."""

from celery import shared_task

from legal.advice.actions import letters


@shared_task(ignore_result=True)
def make_letter(pk: int) -> None:
    """Make one letter, where it is still to be made."""
    letters.make(pk)


@shared_task(ignore_result=True)
def sweep() -> None:
    """Find the letters nobody is at."""
    letters.sweep()
