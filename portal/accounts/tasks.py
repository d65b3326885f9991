"""What the worker does for accounts."""

from allauth.usersessions.models import UserSession
from celery import shared_task
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef


@shared_task(ignore_result=True)
def clear_sessions() -> None:
    """Remove sessions that have run out: they stand in the database, which forgets nothing by itself.

    With them goes what was noted of the device, also of one that has signed out.
    """
    SessionStore.clear_expired()
    gone = ~Exists(Session.objects.filter(session_key=OuterRef("session_key")))
    UserSession.objects.filter(gone).delete()
