"""Tasks handed to the worker; where the broker is away, the work is left to a sweep."""

from typing import Any

from celery import current_app
from kombu.exceptions import OperationalError

from portal.outage import broker as outage


def send(task: str, *args: Any) -> None:
    """Send a task that a sweep would come to anyway: it never fails, and waits for the broker once in a few seconds."""
    if outage.lasts:
        return
    try:
        current_app.send_task(task, args, retry=False, ignore_result=True)
    except OperationalError as error:
        outage.note(error)
