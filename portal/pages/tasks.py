"""The task that shows that tasks are run."""

from celery import shared_task

from portal.pages import health


@shared_task
def beat_heart() -> None:
    """Sent by beat, over the broker, to a worker: where it arrives, all three are alive."""
    health.beat()
