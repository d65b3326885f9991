import datetime
import zoneinfo

import pytest
from django.utils import timezone
from icalendar import Calendar

from legal.enquiries.actions import booking
from legal.enquiries.models import Appointment
from legal.enquiries.slots import free_slots
from legal.enquiries.states import Appointed
from portal.languages import CODES
from tests.legal.enquiries.world import a_draft, bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def accepted(draft):
    return bring(draft, "accepted")


@pytest.fixture
def free(accepted):
    return free_slots(accepted.lawyer, now=timezone.now())


@pytest.mark.parametrize("language", CODES)
def test_time_is_proposed_and_confirmed_in_each_language(signed_in, at, accepted, free, language):
    member, lawyer = signed_in(accepted.asked_by), signed_in(accepted.lawyer.user)
    assert member.get(at("times", accepted.key, language=language)).status_code == 200

    member.post(at("times", accepted.key, language=language), {"starts": free[0].isoformat()})
    lawyer.post(at("time", accepted.key, language=language), {"move": "confirm"})

    assert Appointment.objects.get().state == Appointed.BOOKED
    for client in (member, lawyer):
        assert client.get(at("enquiry", accepted.key, language=language)).text.count("<time datetime=") == 2


def test_times_are_told_in_both_time_zones(signed_in, at, accepted, free):
    page = signed_in(accepted.asked_by).get(at("times", accepted.key))

    assert "Beijing time" in page.text
    assert "Kazakhstan" in page.text
    assert len(page.context["free"]) == len(free)


def test_page_of_the_times_leads_each_side_back_to_its_own_list(signed_in, at, accepted):
    member = signed_in(accepted.asked_by).get(at("times", accepted.key)).text
    lawyer = signed_in(accepted.lawyer.user).get(at("times", accepted.key)).text

    assert ("Requests to you" in member, "Requests to you" in lawyer) == (False, True)


@pytest.mark.parametrize("starts", ["", "x", "2026-01-01T00:00:00+00:00", "9" * 9999])
def test_time_that_is_not_free_is_not_proposed(signed_in, at, accepted, starts):
    page = signed_in(accepted.asked_by).post(at("times", accepted.key), {"starts": starts})

    assert (page.status_code, Appointment.objects.count()) == (422, 0)


def test_time_is_moved_and_cancelled(signed_in, at, accepted, free):
    booking.propose(accepted, starts=free[0], by=accepted.asked_by)
    lawyer = signed_in(accepted.lawyer.user)

    lawyer.post(at("times", accepted.key), {"starts": free[1].isoformat()})

    assert Appointment.objects.get().starts == free[1]
    lawyer.post(at("time", accepted.key), {"move": "cancel"})
    assert Appointment.objects.get().state == Appointed.CANCELLED
    assert lawyer.post(at("time", accepted.key), {"move": "cancel"}).status_code == 404
    assert "Propose a time" in lawyer.get(at("enquiry", accepted.key)).text


def test_time_taken_meanwhile_is_refused_in_a_sentence(signed_in, at, accepted, free, monkeypatch):
    other = bring(a_draft(lawyer=accepted.lawyer, adverse="ТОО «Василёк»"), "accepted")
    booking.propose(other, starts=free[0], by=other.asked_by)
    # As it was when the page was made.
    monkeypatch.setattr("legal.enquiries.views.times.free_slots", lambda *args, **kwargs: free)

    page = signed_in(accepted.asked_by).post(at("times", accepted.key), {"starts": free[0].isoformat()})

    assert (page.status_code, "This time is not free" in page.text) == (422, True)


def test_lawyer_without_office_hours_offers_none(signed_in, at, accepted):
    accepted.lawyer.office_hours.all().delete()
    client = signed_in(accepted.asked_by)

    assert "no free hours" in client.get(at("times", accepted.key)).text
    assert "no free hours" in client.get(at("enquiry", accepted.key)).text


def test_request_not_accepted_has_no_times(signed_in, at, draft):
    bring(draft, "opened")

    assert signed_in(draft.asked_by).get(at("times", draft.key)).status_code == 404


def test_booked_time_comes_as_a_file_for_each_side_s_calendar(signed_in, at, accepted, free):
    appointment = booking.propose(accepted, starts=free[0], by=accepted.asked_by)
    assert signed_in(accepted.asked_by).get(at("calendar", accepted.key)).status_code == 404
    booking.confirm(appointment, by=accepted.lawyer.user)
    accepted.lawyer.user.time_zone = "Asia/Almaty"
    accepted.lawyer.user.save()

    mine = signed_in(accepted.asked_by).get(at("calendar", accepted.key))
    theirs = signed_in(accepted.lawyer.user).get(at("calendar", accepted.key))

    assert mine["Content-Type"] == "text/calendar; charset=utf-8"
    for file, zone, summary in (
        (mine, "Asia/Shanghai", f"Consultation with {accepted.lawyer}"),
        (theirs, "Asia/Almaty", f"Consultation {accepted.key}"),
    ):
        calendar = Calendar.from_ical(file.content)
        event = calendar.events[0]
        assert (calendar["method"], event["uid"], event["sequence"]) == ("PUBLISH", str(appointment.uid), 0)
        assert (event.start, event.end) == (free[0], free[0] + datetime.timedelta(hours=1))
        assert event.start.tzinfo == zoneinfo.ZoneInfo(zone)
        assert [str(one["tzid"]) for one in calendar.timezones] == [zone]
        assert (str(event["summary"]), event["status"]) == (summary, "CONFIRMED")
        assert "Beijing time" in event["description"]
        assert "Kazakhstan" in event["description"]
        assert accepted.facts not in file.text


def test_cancelled_time_takes_itself_out_of_a_calendar(signed_in, at, accepted, free):
    appointment = booking.propose(accepted, starts=free[0], by=accepted.asked_by)
    booking.confirm(appointment, by=accepted.lawyer.user)
    booking.cancel(appointment, by=accepted.lawyer.user)

    file = signed_in(accepted.asked_by).get(at("calendar", accepted.key))

    event = Calendar.from_ical(file.content).events[0]
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)
