import datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from legal.clocks.actions.entering import compute_again, extend, extended_by_rule, lengthen, notify_day
from legal.clocks.models import Change, Deadline
from legal.clocks.models.deadline import official_day
from legal.matters.models import Entry
from legal.rules.models import Calendar
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.factories import CalendarDayFactory, RuleFactory
from tests.legal.clocks.conftest import handler

pytestmark = pytest.mark.django_db


def day(number: int) -> datetime.date:
    return datetime.date(2026, 7, number)


def last_entry(deadline: Deadline) -> tuple[str, str, dict[str, object]]:
    entry = Entry.objects.filter(matter=deadline.matter).last()
    return entry.what, entry.actor, entry.details


def test_day_is_entered_as_notified_with_who_and_why(running, officer) -> None:
    held = notify_day(running, day=day(20), reason=" By letter of 7 July. ", by=officer)

    assert (held.due, held.origin, held.sequence) == (day(20), "notified", 2)
    change = Change.objects.get()
    assert (change.cause, change.was, change.now) == ("notified", day(13), day(20))
    assert (change.reason, change.by) == ("By letter of 7 July.", officer)
    assert last_entry(held) == ("clocks.notify", "officer", {"clock": "examination", "due": "2026-07-20"})
    told = set(Notice.objects.values_list("kind", "user"))
    assert told == {("clocks.staff-changed", officer.pk), ("clocks.changed", held.matter.begun_by_id)}


def test_who_says_the_same_day_is_kept_all_the_same(running, officer) -> None:
    notify_day(running, day=day(13), reason="By letter.", by=officer)

    assert Change.objects.get().by == officer


def test_entered_day_does_not_change_with_a_pause(running, officer, moved) -> None:
    notify_day(running, day=day(20), reason="By letter.", by=officer)

    moved(running.matter, "ask", 8)
    moved(running.matter, "answer", 15)

    running.refresh_from_db()
    assert (running.state, running.due, Change.objects.count()) == ("running", day(20), 1)


def test_day_of_one_that_is_internal_is_told_to_staff_alone(running, officer) -> None:
    Deadline.objects.update(internal=True)
    running.refresh_from_db()

    notify_day(running, day=day(20), reason="By letter.", by=officer)

    assert Notice.objects.get().kind == "clocks.staff-changed"


def test_day_by_which_the_applicant_has_to_act_is_told_to_its_members(matter, officer, moved) -> None:
    moved(matter, "ask", 8)

    notify_day(Deadline.objects.get(), day=day(20), reason="By letter.", by=officer)

    assert list(Notice.objects.values_list("kind", "user")) == [("clocks.changed", matter.begun_by_id)]


def test_time_is_extended_and_what_it_was_is_kept(running, officer) -> None:
    held = extend(running, day=day(31), reason="The case is difficult.", by=officer)

    assert (held.due, held.origin) == (day(31), "extended")
    assert Change.objects.get().tell() == "The time was extended: the last day was 13 July 2026 and is 31 July 2026."
    assert last_entry(held)[0] == "clocks.extend"


def test_rule_of_the_extension_says_until_when(running) -> None:
    RuleFactory.create(slug="extension", value=3)

    assert extended_by_rule(running).day == day(16)


def test_without_a_rule_of_the_extension_no_day_is_proposed(running, moved) -> None:
    assert extended_by_rule(running) is None

    moved(running.matter, "ask", 8)

    assert extended_by_rule(Deadline.objects.get(clock="examination")) is None
    assert extended_by_rule(Deadline.objects.get(clock="answer")) is None


@pytest.mark.parametrize(
    ("doing", "given", "code"),
    [
        (notify_day, {"day": day(5), "reason": "By letter."}, "day"),
        (notify_day, {"day": day(20), "reason": " "}, "reason"),
        (extend, {"day": day(13), "reason": "Difficult."}, "day"),
    ],
)
def test_day_that_cannot_be_is_refused(running, officer, doing, given: dict[str, object], code: str) -> None:
    with pytest.raises(NotAllowedError) as refused:
        doing(running, by=officer, **given)

    assert refused.value.code == code
    assert not Change.objects.exists()


def test_what_has_ended_is_not_changed(running, officer, moved) -> None:
    moved(running.matter, "decide", 9)

    with pytest.raises(NotAllowedError) as refused:
        notify_day(running, day=day(20), reason="By letter.", by=officer)

    assert refused.value.code == "state"


def test_time_that_is_not_extendable_is_not_extended(matter, officer, moved) -> None:
    moved(matter, "ask", 8)

    with pytest.raises(NotAllowedError) as refused:
        extend(Deadline.objects.get(), day=day(31), reason="Difficult.", by=officer)

    assert refused.value.code == "extension"


def test_officer_who_does_not_hold_the_file_enters_nothing(running, officer) -> None:
    with pytest.raises(NotAllowedError) as refused:
        notify_day(running, day=day(20), reason="By letter.", by=handler())

    assert refused.value.code == "declaration"


def test_computed_again_it_is_the_same_where_nothing_has_changed(running, officer) -> None:
    compute_again(running, by=officer)

    assert last_entry(running)[0] != "clocks.change"
    assert not Change.objects.exists()


def test_computed_again_after_a_change_unseen_it_says_what_it_was(running, officer) -> None:
    CalendarDayFactory.create(date=day(9))

    held = compute_again(running, by=officer)

    assert held.due == day(14)
    assert Change.objects.get().tell() == "A calendar was changed: the last day was 13 July 2026 and is 14 July 2026."
    assert last_entry(held)[:2] == ("clocks.change", "officer")


@pytest.fixture
def extension():
    return RuleFactory.create(slug="extension", value=3)


def test_clock_is_made_longer_by_a_rule_and_says_line_by_line_why(running, officer, extension) -> None:
    held = lengthen(running.matter, "examination", value=3, rule=extension, reason="A reagent.", by=officer)

    assert (held.due, held.origin, held.state) == (day(16), "computed", "running")
    today = date_format(official_day(timezone.now()), "DATE_FORMAT")
    assert held.told() == [
        "The limit is 5 working days from 6 July 2026; that day itself does not count.",
        f"On {today} it was extended by 3 working days (Notarization Law, Article 30).",
        "2 days at weekends are left out.",
        "The last day is 16 July 2026.",
    ]
    change = Change.objects.get()
    assert (change.tell(), change.reason, change.by) == (
        "The time was extended: the last day was 13 July 2026 and is 16 July 2026.",
        "A reagent.",
        officer,
    )
    assert last_entry(held) == ("clocks.extend", "officer", {"clock": "examination", "due": "2026-07-16"})
    told = set(Notice.objects.values_list("kind", "user"))
    assert told == {("clocks.staff-changed", officer.pk), ("clocks.changed", held.matter.begun_by_id)}


def test_clock_that_was_made_longer_stands_still_and_runs_on(running, officer, extension, moved) -> None:
    lengthen(running.matter, "examination", value=3, rule=extension, reason="A reagent.", by=officer)

    moved(running.matter, "ask", 8)
    stood = Deadline.objects.get(clock="examination")
    moved(running.matter, "answer", 15)

    running.refresh_from_db()
    assert (stood.state, stood.due) == ("paused", None)
    assert (running.state, running.due) == ("running", day(24))


def test_day_that_staff_have_entered_is_moved_on_by_as_much(running, officer, extension) -> None:
    notify_day(running, day=day(17), reason="By letter.", by=officer)

    held = lengthen(running.matter, "examination", value=1, rule=extension, reason="A reagent.", by=officer)

    assert (held.due, held.origin) == (day(20), "notified")


def test_clock_that_nothing_is_known_of_is_not_made_longer(matter, running, officer, extension, moved) -> None:
    other = RuleFactory.create(slug="other", value=1, unit="months")
    notify_day(running, day=day(17), reason="By letter.", by=officer)
    said = {"value": 1, "reason": "A reagent.", "by": officer}

    of_another_unit = lengthen(matter, "examination", rule=other, **said)
    Calendar.objects.all().delete()
    without_calendar = lengthen(matter, "examination", rule=extension, **said)
    moved(matter, "ask", 20)
    without_day = lengthen(matter, "answer", rule=extension, **said)

    running.refresh_from_db()
    assert (of_another_unit, without_calendar, without_day) == (None, None, None)
    assert (running.due, running.extensions) == (day(17), [])
