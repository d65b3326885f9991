"""What the worker does for accounts."""

from celery import shared_task
from django.contrib.sessions.backends.db import SessionStore


@shared_task(ignore_result=True)
def clear_sessions() -> None:
    """Remove sessions that have run out: they stand in the database, which forgets nothing by itself."""
    SessionStore.clear_expired()
