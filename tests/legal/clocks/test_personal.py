import pytest

from legal.clocks import personal
from legal.clocks.actions.entering import notify_day
from legal.clocks.actions.feeding import renew

pytestmark = pytest.mark.django_db


def test_copy_has_the_days_a_person_has_entered(running, officer) -> None:
    notify_day(running, day=running.due, reason="By letter.", by=officer)

    days, calendars = personal.held_about(officer)

    (row,) = days["rows"]
    assert (row["number"], row["day"], row["reason"]) == ("TRY-2026-00001", running.due, "By letter.")
    assert set(row) == set(days["labels"])
    assert list(calendars["rows"]) == []
    assert [number for _, number, _, _ in personal.fates(officer)] == [1, 0]


def test_copy_has_the_calendars_a_person_has_made(running) -> None:
    owner = running.matter.begun_by
    renew(running.matter.enterprise, language="ru", by=owner)

    days, calendars = personal.held_about(owner)

    (row,) = calendars["rows"]
    assert (row["enterprise"], row["language"]) == (str(running.matter.enterprise), "Русский")
    assert set(row) == set(calendars["labels"])
    assert list(days["rows"]) == []
    assert [number for _, number, _, _ in personal.fates(owner)] == [0, 1]
