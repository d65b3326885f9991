"""The console's first page says which sessions have yet to be noted."""

import datetime

import pytest
from django.utils import timezone

from legal.training.states import EnrolmentState, SessionState
from legal.training.waiting import sessions
from tests.factories import EnrolmentFactory, SessionFactory

pytestmark = pytest.mark.django_db


def test_nothing_waits_where_everything_is_noted_or_lies_ahead() -> None:
    SessionFactory.create()
    EnrolmentFactory.create(session__state=SessionState.HELD, state=EnrolmentState.ATTENDED)

    told = sessions()

    assert (told.count, told.sentence) == (0, "没有需要登记的班次。")


def test_sessions_wait_that_are_over_or_lack_attendance() -> None:
    SessionFactory.create_batch(2, starts=timezone.now() - datetime.timedelta(days=1))
    session = SessionFactory.create(state=SessionState.HELD)
    EnrolmentFactory.create_batch(3, session=session)

    told = sessions()

    assert (told.count, [bar.count for bar in told.bars], told.sentence) == (3, [2, 1], "请登记班次已举办及出席情况。")
