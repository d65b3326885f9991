"""What the worker does for deadlines."""

from celery import shared_task

from legal.clocks.actions import sweeping


@shared_task(ignore_result=True)
def sweep() -> None:
    """Tell of deadlines whose turn it is, and compute again what rests on a calendar that has changed."""
    sweeping.compute_what_is_stale()
    sweeping.tell_what_is_due()


@shared_task(ignore_result=True)
def recheck() -> None:
    """Have all deadlines that are open computed again."""
    sweeping.note_all()
