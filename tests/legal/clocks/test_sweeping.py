import datetime
from pathlib import Path

import pytest
from django.utils import timezone

from legal.clocks import registry, tasks
from legal.clocks.actions import computing, sweeping
from legal.clocks.models import Change, Deadline, Reminder
from legal.clocks.models.deadline import official_day
from legal.clocks.registry import Clock
from legal.clocks.telling import acting
from legal.matters.models import Entry
from legal.rules.actions import keeping
from legal.rules.actions.loading import load
from legal.rules.models import Calendar, CalendarDay, CalendarYear
from portal.beat import SCHEDULE
from portal.notices.models import Notice
from tests.at_once import at_once
from tests.factories import CalendarDayFactory, CalendarFactory, UserFactory
from tests.legal.clocks.conftest import handler
from tests.legal.clocks.proceeding import PROCEEDING

pytestmark = pytest.mark.django_db


def due_in(deadline: Deadline, days: int) -> Deadline:
    """The deadline as if it ended so many days from today, and its turn to be told of had come."""
    now = timezone.now()
    deadline.due = official_day(now) + datetime.timedelta(days=days)
    deadline.next_at = now - datetime.timedelta(minutes=1)
    deadline.save()
    return deadline


def told() -> list[tuple[str, object, int]]:
    return list(Notice.objects.order_by("pk").values_list("kind", "user", "about_id"))


# Whatever the hour: yesterday's turn has come.
AFTER_HOURS = 1


def test_officer_who_has_the_file_is_reminded_once(running, officer) -> None:
    handler()
    due_in(running, AFTER_HOURS)
    Deadline.objects.update(next_at=timezone.now())

    first, again = sweeping.tell_what_is_due(), sweeping.tell_what_is_due()

    assert (first, again) == (1, 0)
    assert [(kind, user) for kind, user, _ in told()] == [("clocks.staff-reminder", officer.pk)]
    assert Reminder.objects.get().days in {1, 3}


def test_members_are_reminded_of_what_the_applicant_has_to_do(matter, moved) -> None:
    moved(matter, "ask", 8)
    due_in(Deadline.objects.get(), 2)

    tasks.sweep()

    assert [(kind, user) for kind, user, _ in told()] == [("clocks.reminder", matter.begun_by_id)]
    assert Notice.objects.get().params == {"reference": matter.number, "days": 3}


def test_all_who_handle_such_matters_hear_that_the_institution_is_overdue(running, officer) -> None:
    other = handler()
    UserFactory.create(is_staff=True)
    due_in(running, -2)

    sweeping.tell_what_is_due()

    assert {(kind, user) for kind, user, _ in told()} == {
        ("clocks.staff-overdue", officer.pk),
        ("clocks.staff-overdue", other.pk),
    }
    running.refresh_from_db()
    assert running.next_at is None


def test_members_hear_that_the_applicant_is_overdue(matter, moved) -> None:
    moved(matter, "ask", 8)
    due_in(Deadline.objects.get(), -2)

    sweeping.tell_what_is_due()

    assert [kind for kind, *_ in told()] == ["clocks.overdue"]


def test_file_on_nobodys_desk_is_everybodys_who_may_take_it(running) -> None:
    one, other = handler(), handler()

    assert set(acting(running)) == {one, other}


def test_clock_says_itself_who_has_to_act_and_of_a_respondent_nobody_else_knows(matter) -> None:
    somebody = UserFactory.create()
    common = {"label": "Defence", "whose": "respondent", "starts": ("submit",), "ends": ("decide",)}
    registry.register(
        PROCEEDING.slug,
        Clock("defence", tells=lambda matter: [somebody], **common),
        Clock("counterclaim", **common),
    )

    found = [Deadline(matter=matter, clock=clock.slug, whose="respondent") for clock in registry.of(matter.kind)]

    assert [acting(one) for one in found] == [[somebody], []]


def test_what_was_told_for_this_day_is_not_told_again(running, officer) -> None:
    due_in(running, -2)
    Reminder.objects.create(deadline=running, due=running.due, days=-1)

    assert sweeping.tell(running.pk)
    assert told() == []


def test_what_is_kept_of_it_says_what_it_is(running, moved) -> None:
    moved(running.matter, "ask", 8)
    reminder = Reminder.objects.create(deadline=running, due=datetime.date(2026, 7, 13), days=3)

    assert str(reminder) == "2026-07-13 +3"
    assert str(running.standstills.get()) == "2026-07-08"
    assert str(running.changes.get()).startswith("The clock stood still: the last day was 13 July 2026;")


def test_turn_that_has_not_come_is_left(running) -> None:
    due_in(running, 30)

    assert sweeping.tell(running.pk)
    assert told() == []
    running.refresh_from_db()
    assert running.next_at == computing.moment(running.due, 3)


def test_what_has_no_last_day_any_more_is_told_to_nobody(running) -> None:
    due_in(running, 1)
    Deadline.objects.update(due=None)

    assert sweeping.tell(running.pk)
    assert told() == []


@pytest.mark.django_db(transaction=True)
def test_sweeps_at_once_tell_of_each_deadline_once(running, officer) -> None:
    due_in(running, -2)

    at_once(*[sweeping.tell_what_is_due] * 4)

    assert (Notice.objects.count(), Reminder.objects.count()) == (1, 1)


def test_nobody_is_told_at_night(running) -> None:
    assert timezone.localtime(computing.moment(running.due, 1)).hour == 9


def test_day_off_that_staff_enter_moves_the_last_day_and_says_what_it_was(running, officer) -> None:
    keeping.enter(CalendarDayFactory.build(calendar=Calendar.objects.get(), date=datetime.date(2026, 7, 9)), by=officer)

    tasks.sweep()

    running.refresh_from_db()
    assert (running.due, running.stale) == (datetime.date(2026, 7, 14), False)
    assert Change.objects.get().cause == "calendar"
    assert Entry.objects.filter(matter=running.matter).last().what == "clocks.change"
    assert {kind for kind, *_ in told()} == {"clocks.staff-changed", "clocks.changed"}


def test_year_that_staff_publish_makes_the_day_no_longer_provisional(running, officer) -> None:
    CalendarYear.objects.update(published=False)
    sweeping.note_all()
    sweeping.compute_what_is_stale()
    assert Deadline.objects.get().provisional
    year = CalendarYear.objects.get()
    year.published = True

    keeping.enter(year, by=officer)
    sweeping.compute_what_is_stale()

    assert not Deadline.objects.get().provisional
    assert not Change.objects.exists()


def test_calendar_that_is_followed_concerns_those_of_its_followers(running, officer) -> None:
    xinjiang = CalendarFactory.create(slug="xinjiang", follows=Calendar.objects.get(slug="cn"))
    Deadline.objects.update(calendars=[xinjiang.slug])

    keeping.save(Calendar.objects.get(slug="cn"), by=officer)

    assert Deadline.objects.get().stale


def test_calendar_that_is_loaded_anew_is_noticed_where_something_has_changed(running) -> None:
    Deadline.objects.update(calendars=["kz"])
    load()
    noticed = Deadline.objects.get().stale
    Deadline.objects.update(stale=False)

    load()

    assert (noticed, Deadline.objects.get().stale) == (True, False)


def test_what_has_ended_meanwhile_is_not_computed_again(running, moved) -> None:
    moved(running.matter, "decide", 9)
    CalendarDay.objects.all().delete()
    Deadline.objects.update(stale=True)

    assert sweeping.compute_what_is_stale() == 1
    assert not Change.objects.exists()
    assert not sweeping.compute_again(running.pk)


def test_everything_open_is_looked_at_again_once_a_day(running) -> None:
    tasks.recheck()

    assert Deadline.objects.get().stale


@pytest.mark.parametrize("name", ["clocks-sweep", "clocks-recheck"])
def test_sweeps_are_sent(name: str) -> None:
    assert SCHEDULE[name]["task"].startswith("legal.clocks.tasks.")


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_each_notice_has_words_in_each_language(running, officer, language: str) -> None:
    from django.template.loader import render_to_string  # noqa: PLC0415
    from django.utils import translation  # noqa: PLC0415

    with translation.override(language):
        words = {
            name.stem: render_to_string(f"notices/clocks/{name.stem}.txt", {"reference": "TRY-2026-00001", "days": 3})
            for name in Path("templates/notices/clocks").glob("*.txt")
        }

    assert len(words) == 7
    # A calendar is of all matters of an enterprise.
    assert "TRY-" not in words.pop("calendar-ended")
    assert all("TRY-2026-00001" in text for text in words.values())
