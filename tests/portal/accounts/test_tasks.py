import datetime

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.accounts.tasks import clear_sessions
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_only_sessions_that_have_run_out_are_cleared() -> None:
    now = timezone.now()
    Session.objects.create(session_key="over", expire_date=now - datetime.timedelta(minutes=1))
    Session.objects.create(session_key="open", expire_date=now + datetime.timedelta(hours=1))

    clear_sessions()

    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]


def test_devices_are_forgotten_with_their_sessions() -> None:
    person = UserFactory.create()
    Session.objects.create(session_key="open", expire_date=timezone.now() + datetime.timedelta(hours=1))
    for key in ("open", "signed out"):
        UserSession.objects.create(user=person, session_key=key, ip="192.0.2.7", user_agent="Firefox")

    clear_sessions()

    assert list(UserSession.objects.values_list("session_key", flat=True)) == ["open"]
