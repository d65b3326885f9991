import datetime

import pytest
from django.core.cache import cache
from icalendar import Calendar

from enterprises.actions.people import change_role, leave, remove
from enterprises.actions.transferring import agree, ask
from enterprises.policies import Role
from legal.clocks.actions.feeding import end, renew
from legal.clocks.calendars import of_one
from legal.clocks.models import Deadline, Feed
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def feed(running) -> Feed:
    return renew(running.matter.enterprise, language="en", by=running.matter.begun_by)


def entries(response) -> list:
    return Calendar.from_ical(response.content).walk("VEVENT")


@pytest.mark.parametrize(
    ("language", "name"),
    [("zh-hans", "事项期限"), ("en", "Deadlines of matters"), ("ru", "Сроки по делам")],
)
def test_calendar_is_in_the_language_it_was_made_in(client, running, language: str, name: str) -> None:
    feed = renew(running.matter.enterprise, language=language, by=running.matter.begun_by)

    response = client.get(feed.get_absolute_url(), headers={"accept-language": "kk"})

    calendar = Calendar.from_ical(response.content)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar["X-WR-CALNAME"] == name


def test_entry_is_a_whole_day_with_number_and_clock_and_no_name(client, running, feed) -> None:
    response = client.get(feed.get_absolute_url())

    (entry,) = entries(response)
    assert entry["UID"] == str(running.uid)
    assert entry["SEQUENCE"] == running.sequence
    assert entry["SUMMARY"] == "TRY-2026-00001: Examination"
    assert entry["DTSTART"].to_ical() == b"20260713"
    assert entry["DTSTART"].params["VALUE"] == "DATE"
    assert entry["DTEND"].dt == datetime.date(2026, 7, 14)
    assert entry["DTSTAMP"].dt.utcoffset() == datetime.timedelta(0)
    assert entry["STATUS"] == "CONFIRMED"
    assert running.matter.title not in response.text
    assert str(running.matter.enterprise) not in response.text


def test_three_deadlines_are_three_entries(client, running, moved, feed, django_assert_max_num_queries) -> None:
    for clock in ("answer", "defence"):
        Deadline.objects.create(
            matter=running.matter, clock=clock, whose="applicant", started_at=running.started_at, due=running.due
        )

    with django_assert_max_num_queries(4):
        found = entries(client.get(feed.get_absolute_url()))

    assert len(found) == 3


def test_provisional_day_is_tentative(client, running, feed) -> None:
    Deadline.objects.update(provisional=True)

    (entry,) = entries(client.get(feed.get_absolute_url()))

    assert (entry["STATUS"], entry["SUMMARY"]) == ("TENTATIVE", "TRY-2026-00001: Examination (provisional)")


def test_change_keeps_the_identifier_and_raises_the_sequence(client, running, moved, feed) -> None:
    (before,) = entries(client.get(feed.get_absolute_url()))
    moved(running.matter, "ask", 8)
    paused = entries(client.get(feed.get_absolute_url()))
    moved(running.matter, "answer", 15)

    (after,) = entries(client.get(feed.get_absolute_url()))

    assert paused == []
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == datetime.date(2026, 7, 21)


def test_what_is_for_staff_alone_is_in_no_calendar(client, running, feed) -> None:
    Deadline.objects.update(internal=True)

    assert entries(client.get(feed.get_absolute_url())) == []


def test_calendar_that_has_it_is_told_that_nothing_has_changed(client, feed) -> None:
    first = client.get(feed.get_absolute_url())

    again = client.get(feed.get_absolute_url(), headers={"if-none-match": first["ETag"]})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_wrong_word_is_not_there(client, feed) -> None:
    assert client.get("/deadlines/nothing-of-the-kind.ics").status_code == 404


def test_former_address_answers_no_more(client, running, feed) -> None:
    new = renew(running.matter.enterprise, language="ru", by=running.matter.begun_by)

    assert client.get(feed.get_absolute_url()).status_code == 404
    assert client.get(new.get_absolute_url()).status_code == 200
    assert str(new) == str(running.matter.enterprise)


def test_address_that_is_switched_off_answers_no_more(client, running, feed) -> None:
    end(running.matter.enterprise, by=running.matter.begun_by)

    assert client.get(feed.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("parting", [remove, lambda member, by: leave(member.enterprise, by=member.person)])
def test_address_answers_no_more_once_somebody_who_may_know_it_has_left(client, running, feed, parting) -> None:
    member = MembershipFactory.create(enterprise=running.matter.enterprise, role=Role.VIEWER)

    parting(member, by=running.matter.begun_by)

    assert client.get(feed.get_absolute_url()).status_code == 404
    assert Notice.objects.get(kind="clocks.calendar-ended").user == running.matter.begun_by


def test_address_answers_no_more_once_somebody_owns_the_enterprise_no_longer(client, running, feed) -> None:
    owner = MembershipFactory.create(enterprise=running.matter.enterprise, role=Role.OWNER)

    change_role(owner, Role.VIEWER, by=running.matter.begun_by)
    first = client.get(feed.get_absolute_url()).status_code
    second = renew(running.matter.enterprise, language="en", by=running.matter.begun_by)
    change_role(owner, Role.REPRESENTATIVE, by=running.matter.begun_by)

    assert (first, client.get(second.get_absolute_url()).status_code) == (404, 200)


def test_address_answers_no_more_once_ownership_was_handed_on(client, running, feed) -> None:
    member = MembershipFactory.create(enterprise=running.matter.enterprise, role=Role.VIEWER)
    transfer = ask(running.matter.enterprise, to=member, by=running.matter.begun_by)

    agree(transfer, by=member.person)

    assert client.get(feed.get_absolute_url()).status_code == 404
    assert Notice.objects.get(kind="clocks.calendar-ended").user == member.person


def test_who_tries_words_is_stopped(client, feed) -> None:
    cache.clear()

    answers = {client.get(f"/deadlines/word-{number}.ics").status_code for number in range(61)}

    assert answers == {404, 429}


def test_representative_makes_no_address(running) -> None:
    member = MembershipFactory.create(enterprise=running.matter.enterprise, role=Role.REPRESENTATIVE).person

    with pytest.raises(NotAllowedError) as refused:
        renew(running.matter.enterprise, language="en", by=member)

    assert refused.value.code == "role"


def test_without_a_last_day_there_is_no_entry(running, moved) -> None:
    moved(running.matter, "ask", 8)
    running.refresh_from_db()

    with pytest.raises(ValueError, match="no last day"):
        of_one(running)
