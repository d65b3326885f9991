"""Counting, without the database: against the calendar of China in 2026, and against counting by hand."""

import datetime
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legal.rules.deadlines import Extension, Limit, Pause, count
from legal.rules.deadlines.counting import after_months
from legal.rules.deadlines.steps import (
    Ends,
    Extended,
    MadeUp,
    Moved,
    NotMoved,
    NotStopping,
    Provisional,
    Skipped,
    Started,
    StillStopped,
    Stopped,
    ToBeConfirmed,
    Weekends,
)
from legal.rules.deadlines.workdays import Days, Special, WorkingDays
from legal.rules.names import Names

D = datetime.date
NATIONAL = Names("国庆节", "National Day", "День образования КНР")
CHINA = Names("中国", "China", "Китай")
KAZAKHSTAN = Names("哈萨克斯坦", "Kazakhstan", "Казахстан")
# National Day of 2026 with what is made up for it, 20 September and 10 October.
AUTUMN = Days(
    CHINA,
    special={
        **{D(2026, 10, day): Special(works=False, name=NATIONAL) for day in range(1, 8)},
        D(2026, 9, 20): Special(works=True),
        D(2026, 10, 10): Special(works=True),
    },
    published=frozenset({2025, 2026}),
)
CN = WorkingDays((AUTUMN,))
NONE = WorkingDays(())
ARTICLE = Names(en="Article 203")
# Forty working days take no longer, whatever is left out below.
AHEAD = 400


def limit(value: int, unit: str = "working-days", **more: object) -> Limit:
    return Limit(value, unit, **more)


def test_day_of_the_event_does_not_count():
    deadline = count(limit(1, "days"), D(2026, 11, 20), NONE)

    assert deadline.day == D(2026, 11, 21)
    assert deadline.steps == (Started(D(2026, 11, 20), 1, "days"), Ends(D(2026, 11, 21)))
    assert not deadline.provisional


def test_weekends_are_left_out_of_working_days():
    deadline = count(limit(3), D(2026, 11, 19), CN)

    assert deadline.day == D(2026, 11, 24)
    assert deadline.steps[1:] == (Weekends(2), Ends(D(2026, 11, 24)))


def test_holidays_are_left_out_and_days_made_up_count():
    deadline = count(limit(4), D(2026, 9, 30), CN)

    assert deadline.day == D(2026, 10, 12)
    assert deadline.steps[1:] == (
        Weekends(1),
        *(Skipped(D(2026, 10, day), NATIONAL) for day in range(1, 8)),
        MadeUp(D(2026, 10, 10)),
        Ends(D(2026, 10, 12)),
    )


def test_day_is_worked_only_where_it_is_in_every_calendar():
    other = Days(KAZAKHSTAN, special={D(2026, 11, 23): Special(works=False)}, published=frozenset({2026}))

    deadline = count(limit(1), D(2026, 11, 20), WorkingDays((AUTUMN, other)))

    assert deadline.day == D(2026, 11, 24)
    assert deadline.steps[1:] == (Weekends(2), Skipped(D(2026, 11, 23)), Ends(D(2026, 11, 24)))


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (D(2026, 1, 31), 1, D(2026, 2, 28)),
        (D(2024, 1, 31), 1, D(2024, 2, 29)),
        (D(2026, 11, 30), 3, D(2027, 2, 28)),
        (D(2026, 12, 15), 12, D(2027, 12, 15)),
        (D(2026, 9, 5), 3, D(2026, 12, 5)),
    ],
)
def test_months_end_on_the_day_of_the_same_number_or_the_last_of_the_month(start, months, last):
    assert count(limit(months, "months"), start, NONE).day == last


def test_months_beyond_the_calendar_overflow():
    with pytest.raises(OverflowError):
        after_months(D(9999, 12, 1), 1)


def test_last_day_stays_on_a_rest_day_where_no_source_moves_it():
    deadline = count(limit(1, "days"), D(2026, 9, 30), CN)

    assert deadline.day == D(2026, 10, 1)
    assert deadline.steps[1:] == (NotMoved(D(2026, 10, 1)), Ends(D(2026, 10, 1)))
    assert not deadline.provisional


def test_last_day_moves_to_the_next_working_day_where_a_source_says_so():
    deadline = count(limit(1, "days", moves=True, moving_source=ARTICLE), D(2026, 9, 30), CN)

    assert deadline.day == D(2026, 10, 8)
    assert deadline.steps[1:] == (Moved(D(2026, 10, 1), D(2026, 10, 8), ARTICLE), Ends(D(2026, 10, 8)))


def test_year_not_published_makes_working_days_provisional():
    deadline = count(limit(30), D(2026, 12, 1), CN)

    assert deadline.provisional
    assert deadline.steps[-2:] == (Provisional(CHINA, 2027), Ends(D(2027, 1, 12)))


def test_year_not_published_makes_a_day_that_may_move_provisional_and_no_other():
    moving = count(limit(3, "months", moves=True, moving_source=ARTICLE), D(2026, 11, 20), CN)
    fixed = count(limit(3, "months"), D(2026, 11, 20), CN)

    assert moving.provisional
    assert moving.day == D(2027, 2, 22)
    assert not fixed.provisional
    assert fixed.day == D(2027, 2, 20)


def test_clock_that_stops_leaves_its_days_out():
    deadline = count(limit(3), D(2026, 11, 23), CN, [Pause(D(2026, 11, 24), D(2026, 11, 26))])

    assert deadline.day == D(2026, 12, 1)
    assert deadline.steps[1:] == (
        Weekends(2),
        Stopped(D(2026, 11, 24), D(2026, 11, 26), 3),
        Ends(D(2026, 12, 1)),
    )


def test_clock_that_still_stands_gives_no_day():
    deadline = count(limit(3), D(2026, 11, 23), CN, [Pause(D(2026, 11, 25))])

    assert deadline.day is None
    assert deadline.steps[1:] == (StillStopped(D(2026, 11, 25)),)


def test_pause_after_the_last_day_changes_nothing():
    plain = count(limit(3), D(2026, 11, 23), CN)

    assert count(limit(3), D(2026, 11, 23), CN, [Pause(D(2026, 11, 27))]) == plain


def test_clock_that_stops_on_the_day_a_rest_day_moves_to_stops_in_time():
    limit = Limit(2, "days", moves=True, moving_source=ARTICLE)

    stood = count(limit, D(2026, 11, 12), CN, [Pause(D(2026, 11, 16), D(2026, 11, 18))])
    stands = count(limit, D(2026, 11, 12), CN, [Pause(D(2026, 11, 16))])

    assert (stood.day, stood.steps[1:3]) == (
        D(2026, 11, 19),
        (
            Stopped(D(2026, 11, 16), D(2026, 11, 18), 3),
            Moved(D(2026, 11, 14), D(2026, 11, 19), ARTICLE),
        ),
    )
    assert (stands.day, stands.steps[-1]) == (None, StillStopped(D(2026, 11, 16)))


def test_clock_does_not_stop_where_no_source_says_that_it_can():
    pauses = [Pause(D(2026, 11, 24), D(2026, 11, 25)), Pause(D(2026, 12, 24))]

    deadline = count(limit(3, stops=False), D(2026, 11, 23), CN, pauses)

    assert deadline.day == D(2026, 11, 26)
    assert deadline.steps[1:] == (NotStopping(D(2026, 11, 24)), Ends(D(2026, 11, 26)))


def test_limit_to_be_confirmed_says_so():
    deadline = count(limit(1, "days", confirmed=False), D(2026, 11, 23), NONE)

    assert deadline.steps[1] == ToBeConfirmed()


def test_working_days_without_a_calendar_are_refused():
    with pytest.raises(ValueError, match="over a calendar at least"):
        count(limit(1), D(2026, 11, 23), NONE)


fewer = settings(max_examples=50)
dates = st.dates(D(2024, 1, 1), D(2028, 12, 31))
specials = st.dictionaries(dates, st.booleans().map(lambda works: Special(works=works)), max_size=60)
weekends = st.frozensets(st.integers(1, 7), max_size=3)
calendars = st.builds(Days, weekend=weekends, special=specials)
weeks = st.lists(calendars, min_size=1, max_size=2).map(lambda found: WorkingDays(tuple(found)))
units = st.sampled_from(["days", "working-days", "months"])
lengths = st.integers(1, 40)


@st.composite
def closed_pauses(draw: st.DrawFn) -> Pause:
    since = draw(dates)
    return Pause(since, since + datetime.timedelta(draw(st.integers(0, 30))))


def by_hand(start: datetime.date, days: int, rests: Iterable[datetime.date]) -> datetime.date:
    """Strikes a day off a list of all days, one after the other."""
    resting = set(rests)
    ahead = [start + datetime.timedelta(n) for n in range(1, AHEAD)]
    return [day for day in ahead if day not in resting][days - 1]


@fewer
@given(start=dates, days=lengths, working=weeks, pauses=st.lists(closed_pauses(), max_size=3))
def test_working_days_are_those_counted_by_hand(start, days, working, pauses):
    resting = {
        day
        for day in (start + datetime.timedelta(n) for n in range(1, AHEAD))
        if working.is_rest(day) or any(pause.since <= day <= pause.until for pause in pauses)
    }

    assert count(limit(days), start, working, pauses).day == by_hand(start, days, resting)


@fewer
@given(start=dates, value=lengths, unit=units, working=weeks, pauses=st.lists(closed_pauses(), max_size=3))
def test_pause_never_shortens(start, value, unit, working, pauses):
    plain = count(limit(value, unit), start, working)

    assert count(limit(value, unit), start, working, pauses).day >= plain.day


@fewer
@given(start=dates, later=st.integers(0, 40), value=lengths, unit=units, working=weeks)
def test_later_start_and_longer_limit_never_end_earlier(start, later, value, unit, working):
    plain = count(limit(value, unit), start, working).day

    assert count(limit(value, unit), start + datetime.timedelta(later), working).day >= plain
    assert count(limit(value + 1, unit), start, working).day > plain


def test_extension_makes_one_longer_limit_that_pauses_move_too():
    extension = Extension(3, D(2026, 11, 23), ARTICLE)

    deadline = count(limit(2), D(2026, 11, 19), CN, [Pause(D(2026, 11, 24), D(2026, 11, 25))], [extension])

    assert deadline.day == D(2026, 11, 30)
    assert deadline.steps[:2] == (
        Started(D(2026, 11, 19), 2, "working-days"),
        Extended(D(2026, 11, 23), 3, "working-days", ARTICLE),
    )


def test_extension_that_is_to_be_confirmed_says_so():
    extension = Extension(1, D(2026, 11, 20), ARTICLE, confirmed=False)

    assert ToBeConfirmed() in count(limit(1, "days"), D(2026, 11, 19), NONE, (), [extension]).steps
