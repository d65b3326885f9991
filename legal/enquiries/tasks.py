"""What the worker does for requests."""

from celery import shared_task

from legal.enquiries.actions import booking


@shared_task(ignore_result=True)
def expire() -> None:
    """Give free the times nobody confirmed."""
    booking.expire()
