"""A rule and calendars out of the database."""

import datetime

import pytest

from legal.rules.deadlines import compute
from legal.rules.deadlines.steps import Ends, Moved, Provisional, Skipped, Started, ToBeConfirmed, Unknown, Weekends
from legal.rules.kinds import DayKind, Status, Unit
from legal.rules.names import Names
from tests.factories import CalendarDayFactory, CalendarFactory, CalendarYearFactory, RuleFactory

pytestmark = pytest.mark.django_db

D = datetime.date
NATIONAL = Names("国庆节", "National Day", "День образования КНР")


def test_deadline_of_a_rule_over_a_calendar():
    day = CalendarDayFactory.create(date=D(2026, 10, 1))
    CalendarYearFactory.create(year=2026)

    deadline = compute(RuleFactory.create(value=2), D(2026, 9, 30), calendars=[day.calendar])

    assert deadline.day == D(2026, 10, 5)
    assert deadline.steps == (
        Started(D(2026, 9, 30), 2, "working-days"),
        Weekends(2),
        Skipped(D(2026, 10, 1), NATIONAL),
        Ends(D(2026, 10, 5)),
    )
    assert not deadline.provisional


def test_unknown_rule_gives_no_day_and_says_so():
    deadline = compute(RuleFactory.create(unknown=True), D(2026, 9, 30), calendars=[])

    assert deadline.day is None
    assert deadline.steps == (
        Unknown(Names("出具公证书", "Issue of a notarial certificate", "Выдача нотариального акта")),
    )


def test_rule_that_is_no_time_limit_is_refused():
    with pytest.raises(ValueError, match="is no time limit"):
        compute(RuleFactory.create(fee=True), D(2026, 9, 30), calendars=[])


def test_calendar_has_the_days_of_the_one_it_follows_unless_it_says_otherwise():
    china = CalendarFactory.create()
    xinjiang = CalendarFactory.create(
        slug="xinjiang", follows=china, name_zh_hans="新疆", name_en="Xinjiang", name_ru="Синьцзян"
    )
    CalendarDayFactory.create(calendar=china, date=D(2026, 10, 1))
    CalendarDayFactory.create(calendar=china, date=D(2026, 10, 2))
    CalendarDayFactory.create(calendar=xinjiang, date=D(2026, 10, 2), kind=DayKind.WORK)
    CalendarYearFactory.create(calendar=china, year=2026)
    CalendarYearFactory.create(calendar=xinjiang, year=2026, published=False)

    deadline = compute(RuleFactory.create(value=1), D(2026, 9, 30), calendars=[xinjiang])

    assert deadline.day == D(2026, 10, 2)
    assert deadline.steps[1:] == (
        Skipped(D(2026, 10, 1), NATIONAL),
        Provisional(Names("新疆", "Xinjiang", "Синьцзян"), 2026),
        Ends(D(2026, 10, 2)),
    )


def test_rule_says_whether_it_moves_and_that_it_is_to_be_confirmed():
    CalendarYearFactory.create(year=2026)
    calendar = CalendarFactory.create()
    rule = RuleFactory.create(
        value=1, unit=Unit.DAYS, moves=True, moving_source_en="Article 203", status=Status.TO_BE_CONFIRMED
    )

    deadline = compute(rule, D(2026, 11, 20), calendars=[calendar])

    assert deadline.steps == (
        Started(D(2026, 11, 20), 1, "days"),
        ToBeConfirmed(),
        Moved(D(2026, 11, 21), D(2026, 11, 23), Names(en="Article 203")),
        Ends(D(2026, 11, 23)),
    )


def test_calendars_are_read_in_three_queries_however_many_they_are(django_assert_num_queries):
    china = CalendarFactory.create()
    calendars = [china, CalendarFactory.create(slug="xinjiang", follows=china), CalendarFactory.create(slug="kz")]
    rule = RuleFactory.create()

    with django_assert_num_queries(3):
        compute(rule, D(2026, 9, 30), calendars=calendars)
