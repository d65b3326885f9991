import dataclasses
import datetime

import pytest

from legal.clocks import registry
from legal.clocks.models import Change, Deadline, Standstill
from legal.matters.actions.expiring import empty
from legal.matters.actions.moving import move, withdraw
from legal.matters.models import Actor, Entry
from legal.rules.models import Calendar, CalendarYear
from tests.factories import CalendarDayFactory, CalendarFactory, MatterPartyFactory, RuleFactory
from tests.legal.clocks.conftest import noon
from tests.legal.clocks.proceeding import EXAMINATION, PROCEEDING

pytestmark = pytest.mark.django_db


def day(number: int) -> datetime.date:
    return datetime.date(2026, 7, number)


def entries(matter) -> list[tuple[str, dict[str, object]]]:
    return [(one.what, one.details) for one in Entry.objects.filter(matter=matter, what__startswith="clocks.")]


def test_move_starts_a_clock_by_the_rule_of_that_day(running, rule) -> None:
    assert (running.clock, running.whose, running.state, running.due) == ("examination", "staff", "running", day(13))
    assert (running.rule, running.provisional, running.day) == (rule, False, day(6))
    assert running.rule_held["name"]["ru"] == "Выдача нотариального акта"
    assert running.told()[-1] == "The last day is 13 July 2026."
    assert entries(running.matter) == [("clocks.start", {"clock": "examination", "due": "2026-07-13"})]


def test_clock_is_called_as_it_is_registered_and_by_its_slug_where_it_is_no_more(running) -> None:
    assert str(running) == "Examination"
    running.clock = "gone"
    assert str(running) == "gone"


def test_move_of_a_matter_takes_its_clocks_along(matter) -> None:
    move(matter, "ask", by=None, actor=Actor.OFFICER, reason="A copy is lacking.")

    deadline = Deadline.objects.get()
    assert (deadline.clock, deadline.due, deadline.rule, deadline.told()) == ("answer", None, None, [])


def test_clock_that_runs_is_not_started_again(running, moved) -> None:
    moved(running.matter, "submit", 8)

    assert Deadline.objects.get().day == day(6)


def test_clock_stands_still_and_runs_on_by_so_many_days(running, moved) -> None:
    moved(running.matter, "ask", 8)
    running.refresh_from_db()
    stood = (running.state, running.due, running.next_at)

    moved(running.matter, "answer", 15)

    running.refresh_from_db()
    assert stood == ("paused", None, None)
    assert (running.state, running.due, running.sequence) == ("running", day(21), 3)
    assert list(Change.objects.values_list("cause", "was", "now")) == [
        ("pause", day(13), None),
        ("pause", None, day(21)),
    ]
    assert [what for what, details in entries(running.matter) if details["clock"] == "examination"] == [
        "clocks.start",
        "clocks.pause",
        "clocks.resume",
    ]


def test_clock_runs_on_where_no_source_says_that_it_stops(matter, moved, rule) -> None:
    type(rule).objects.update(stops=False)
    moved(matter, "submit", 6)

    moved(matter, "ask", 8)

    deadline = Deadline.objects.get(clock="examination")
    assert (deadline.state, deadline.due) == ("running", day(13))
    assert "No source says that the clock stops, so the days from 8 July 2026 on count too." in deadline.told()
    assert Change.objects.count() == 0


@pytest.mark.parametrize(("on", "state"), [(13, "met"), (14, "missed")])
def test_clock_is_kept_to_its_last_day_and_missed_after(running, moved, on: int, state: str) -> None:
    moved(running.matter, "decide", on)

    running.refresh_from_db()
    assert (running.state, running.ended_at, running.next_at) == (state, noon(on), None)


@pytest.mark.parametrize(("on", "state"), [(13, "lapsed"), (14, "missed")])
def test_clock_lapses_where_the_matter_ends_before(running, moved, on: int, state: str) -> None:
    moved(running.matter, "withdraw", on)

    running.refresh_from_db()
    assert running.state == state


def test_clock_that_ends_while_it_stands_still_stands_still_no_more(running, moved) -> None:
    moved(running.matter, "ask", 8)

    moved(running.matter, "withdraw", 20)

    running.refresh_from_db()
    assert running.state == "lapsed"
    assert Standstill.objects.get().until == day(20)


def test_withdrawing_ends_the_clocks_of_a_matter(matter, moved) -> None:
    moved(matter, "ask", 6)

    withdraw(matter, by=matter.begun_by)

    assert Deadline.objects.get().state == "lapsed"


def test_clock_that_one_move_ends_and_starts_begins_anew(running, moved) -> None:
    registry.register(PROCEEDING.slug, dataclasses.replace(EXAMINATION, ends=("decide", "submit")))

    moved(running.matter, "submit", 9)

    assert list(Deadline.objects.values_list("state", "started_at")) == [("met", noon(6)), ("running", noon(9))]


def test_rule_that_is_not_known_computes_nothing(matter, moved, rule) -> None:
    type(rule).objects.update(status="unknown", value=None, unit="")
    moved(matter, "submit", 6)

    moved(matter, "ask", 8)

    deadline = Deadline.objects.get(clock="examination")
    assert (deadline.due, deadline.state, deadline.rule_held["value"]) == (None, "running", None)
    assert "as notified by the institution" in deadline.told()[0]
    assert not Standstill.objects.exists()


@pytest.mark.parametrize("slug", ["another", "examination"])
def test_figure_that_is_no_time_limit_is_no_rule(matter, moved, rule, slug: str) -> None:
    type(rule).objects.update(slug=slug, kind="fee", unit="cny")

    moved(matter, "submit", 6)

    assert Deadline.objects.get().rule is None


def test_working_days_of_a_calendar_nobody_has_loaded_are_not_computed(matter, moved) -> None:
    Calendar.objects.all().delete()

    moved(matter, "submit", 6)

    assert (Deadline.objects.get().due, Deadline.objects.get().told()) == (None, [])


def test_year_that_is_not_published_makes_the_day_provisional(matter, moved) -> None:
    CalendarYear.objects.all().delete()

    moved(matter, "submit", 6)

    assert Deadline.objects.get().provisional


def test_rule_to_be_confirmed_is_marked(matter, moved, rule) -> None:
    type(rule).objects.update(status="to-be-confirmed")

    moved(matter, "submit", 6)

    assert Deadline.objects.get().is_to_be_confirmed


def test_day_is_worked_where_it_is_in_the_countries_of_all_parties(matter, moved) -> None:
    registry.register(PROCEEDING.slug, dataclasses.replace(EXAMINATION, for_parties=True))
    party = MatterPartyFactory.create(matter=matter)
    abroad = CalendarFactory.create(slug="kz", jurisdiction=party.country)
    CalendarDayFactory.create(calendar=abroad, date=day(7), name_en="Capital Day")

    moved(matter, "submit", 6)

    deadline = Deadline.objects.get()
    assert (deadline.calendars, deadline.due) == (["cn", "kz"], day(14))
    assert "7 July 2026 is left out: Capital Day." in deadline.told()


def test_old_matter_keeps_the_rule_it_began_under(running, moved, rule) -> None:
    rule.effective_until = day(7)
    rule.save()
    RuleFactory.create(slug="examination", value=9, effective_from=day(8))

    moved(running.matter, "ask", 8)
    moved(running.matter, "answer", 8)

    running.refresh_from_db()
    assert (running.rule, running.due) == (rule, day(14))


def test_open_deadlines_of_staff_are_found_for_many_matters_at_once(running, moved, django_assert_num_queries) -> None:
    moved(running.matter, "ask", 7)

    with django_assert_num_queries(1):
        found = Deadline.objects.open_for_staff().nearest([running.matter])

    assert found == {running.matter_id: running}


def test_overdue_are_those_that_run_past_their_last_day(running) -> None:
    assert not Deadline.objects.overdue(day(13)).exists()
    assert Deadline.objects.overdue(day(14)).get() == running
    assert (running.days_left(day(12)), running.is_overdue(day(14))) == (1, True)


def test_emptied_matter_keeps_its_days_and_not_what_was_written_about_them(running, moved) -> None:
    moved(running.matter, "ask", 8)
    moved(running.matter, "withdraw", 20)

    empty(running.matter)

    assert not Change.objects.exists()
    assert Deadline.objects.count() == 2
