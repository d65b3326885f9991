"""What the worker does for notices."""

from celery import shared_task

from portal.notices import backlog, digests
from portal.notices import relay as relaying


@shared_task(ignore_result=True)
def relay(channel: str) -> None:
    """Deliver what is due. Sent after each commit; beat sends it too: for what is left, or tried again."""
    relaying.relay(channel)


@shared_task(ignore_result=True)
def gather() -> None:
    """Make the daily mails whose time has come: sent by beat."""
    digests.gather()


@shared_task(ignore_result=True)
def watch() -> None:
    """Say in the log what waits too long: sent by beat."""
    backlog.watch()
