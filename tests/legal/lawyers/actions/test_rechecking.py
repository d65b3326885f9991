"""Keepers and moderators hear of licences that are to be verified again, once of each day."""

import datetime

import pytest

from legal.lawyers.actions.rechecking import due, remind
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.states import State
from legal.lawyers.tasks import remind as task
from portal.notices.models import Notice
from tests.factories import FirmFactory, FirmMemberFactory, LawyerFactory, UserFactory
from tests.legal.lawyers.paper import told

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)


def after(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "near", "is_due"), [(31, 0, 0), (30, 1, 0), (1, 1, 0), (0, 0, 1), (-14, 0, 1), (-15, 0, 0)]
)
def test_keeper_hears_before_the_day_and_at_it(keeper, days, near, is_due) -> None:
    LawyerFactory.create(user=keeper, recheck_on=after(days))

    told_now = [remind(today=TODAY), remind(today=TODAY)]

    assert told_now == [near + is_due, 0]
    assert (len(told("recheck-near")), len(told("recheck-due"))) == (near, is_due)


def test_administrators_hear_for_their_firm_and_nobody_for_a_profile_nobody_keeps() -> None:
    member = FirmMemberFactory.create(firm=FirmFactory.create(recheck_on=TODAY), administrator=True)
    LawyerFactory.create(recheck_on=TODAY)

    remind(today=TODAY)

    assert told("recheck-due") == {member.user.email}


def test_moderators_hear_once_a_day_how_many_are_due(moderator) -> None:
    LawyerFactory.create(recheck_on=TODAY)
    LawyerFactory.create(recheck_on=after(-100))

    for _ in range(2):
        remind(today=TODAY)
    remind(today=after(1))

    notice = Notice.objects.get(kind="lawyers.rechecks")
    assert (notice.user, notice.params) == (moderator, {"number": 2})


def test_what_is_due_is_still_shown() -> None:
    shown = LawyerFactory.create(recheck_on=after(-1))
    LawyerFactory.create(recheck_on=after(-1), state=State.HIDDEN)
    firm = FirmFactory.create(recheck_on=TODAY)

    assert [*due(Lawyer, TODAY)] == [shown]
    assert [*due(Firm, TODAY)] == [firm]
    assert shown in Lawyer.objects.published()


def test_worker_reminds(keeper) -> None:
    LawyerFactory.create(user=UserFactory.create(), recheck_on=datetime.date(2099, 1, 1))

    task()

    assert not Notice.objects.exists()
