import datetime

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.accounts.tasks import clear_sessions

pytestmark = pytest.mark.django_db


def test_only_sessions_that_have_run_out_are_cleared() -> None:
    now = timezone.now()
    Session.objects.create(session_key="over", expire_date=now - datetime.timedelta(minutes=1))
    Session.objects.create(session_key="open", expire_date=now + datetime.timedelta(hours=1))

    clear_sessions()

    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]
