import datetime

import pytest
from django.db import IntegrityError

from legal.enquiries.actions import answering, booking
from legal.enquiries.models import Appointment
from legal.enquiries.slots import free_slots
from legal.enquiries.states import Appointed
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once, behind, codes
from tests.factories import AppointmentFactory
from tests.legal.enquiries.world import a_draft, a_lawyer, bring

pytestmark = pytest.mark.django_db

# A Thursday; the lawyer's offices are open from 10:00 to 12:30 in Almaty, five hours ahead of UTC.
NOW = datetime.datetime(2026, 11, 26, 6, tzinfo=datetime.UTC)
FRIDAY = datetime.datetime(2026, 11, 27, 5, tzinfo=datetime.UTC)
SATURDAY = FRIDAY + datetime.timedelta(days=1)


@pytest.fixture
def accepted(draft):
    return bring(draft, "accepted")


def code(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


def told(user):
    return list(Notice.objects.filter(user=user, kind__startswith="enquiries.time").values_list("kind", flat=True))


def proposed(enquiry, by=None, starts=FRIDAY):
    return booking.propose(enquiry, starts=starts, by=by or enquiry.asked_by, now=NOW)


def test_time_is_proposed_by_one_side_and_confirmed_by_the_other(accepted):
    appointment = proposed(accepted)
    assert (appointment.state, appointment.ends - appointment.starts) == ("proposed", datetime.timedelta(hours=1))
    assert told(accepted.lawyer.user) == ["enquiries.time-proposed"]

    booking.confirm(appointment, by=accepted.lawyer.user, now=NOW)

    appointment.refresh_from_db()
    assert appointment.state == Appointed.BOOKED
    assert told(accepted.asked_by) == ["enquiries.time-booked"]
    assert sorted(told(accepted.lawyer.user)) == ["enquiries.time-booked", "enquiries.time-proposed"]


def test_time_is_held_two_days_and_never_beyond_its_beginning(accepted):
    far = proposed(accepted, starts=FRIDAY + datetime.timedelta(days=7))
    assert far.held_until == NOW + datetime.timedelta(days=2)
    booking.cancel(far, by=accepted.asked_by)

    assert proposed(accepted).held_until == FRIDAY


def test_own_proposal_is_not_confirmed(accepted):
    appointment = proposed(accepted, by=accepted.lawyer.user)

    assert code(lambda: booking.confirm(appointment, by=accepted.lawyer.user, now=NOW)) == "own"


def test_time_is_kept_no_longer_than_promised(accepted):
    appointment = proposed(accepted)

    assert code(lambda: booking.confirm(appointment, by=accepted.lawyer.user, now=FRIDAY)) == "late"


def test_request_not_accepted_has_no_time(draft):
    bring(draft, "opened")

    assert code(lambda: proposed(draft)) == "state"


def test_request_has_one_time(accepted):
    proposed(accepted)

    assert code(lambda: proposed(accepted, starts=SATURDAY)) == "booked"


@pytest.mark.parametrize("shift", [{"minutes": 30}, {"hours": -3}, {"days": 60}, {"days": -1}])
def test_time_outside_the_office_hours_is_not_free(accepted, shift):
    assert code(lambda: proposed(accepted, starts=FRIDAY + datetime.timedelta(**shift))) == "slot"


def test_time_is_moved_by_either_side_and_confirmed_by_the_other(accepted):
    appointment = proposed(accepted)
    booking.confirm(appointment, by=accepted.lawyer.user, now=NOW)

    booking.move(appointment, starts=SATURDAY, by=accepted.lawyer.user, now=NOW)

    appointment.refresh_from_db()
    assert (appointment.state, appointment.starts, appointment.sequence) == (Appointed.PROPOSED, SATURDAY, 1)
    booking.confirm(appointment, by=accepted.asked_by, now=NOW)
    appointment.refresh_from_db()
    assert appointment.state == Appointed.BOOKED


def test_time_is_not_moved_to_one_that_is_taken(accepted):
    appointment = proposed(accepted)
    other = bring(a_draft(lawyer=accepted.lawyer, adverse="ТОО «Василёк»"), "accepted")
    proposed(other, starts=SATURDAY)

    assert code(lambda: booking.move(appointment, starts=SATURDAY, by=accepted.asked_by, now=NOW)) == "slot"


def test_cancelled_time_is_free_again(accepted):
    appointment = proposed(accepted)

    booking.cancel(appointment, by=accepted.asked_by)

    appointment.refresh_from_db()
    assert (appointment.state, appointment.sequence) == (Appointed.CANCELLED, 1)
    assert FRIDAY in free_slots(accepted.lawyer, now=NOW)
    assert sorted(told(accepted.lawyer.user)) == ["enquiries.time-cancelled", "enquiries.time-proposed"]


def test_end_of_a_request_gives_its_time_free(accepted):
    appointment = proposed(accepted)

    answering.decline(accepted, by=accepted.lawyer.user)

    appointment.refresh_from_db()
    assert appointment.state == Appointed.CANCELLED


def test_what_nobody_confirms_expires_and_both_are_told(accepted):
    appointment = proposed(accepted)

    assert booking.expire(now=NOW) == 0
    assert booking.expire(now=FRIDAY) == 1

    appointment.refresh_from_db()
    assert appointment.state == Appointed.EXPIRED
    assert told(accepted.asked_by) == ["enquiries.time-cancelled"]


def test_overdue_proposal_takes_nobody_s_time_though_no_sweep_came_by(accepted):
    starts = SATURDAY + datetime.timedelta(days=3)
    overdue = proposed(accepted, starts=starts)
    other = bring(a_draft(lawyer=accepted.lawyer, adverse="ТОО «Василёк»"), "accepted")
    later = NOW + datetime.timedelta(days=2, minutes=1)

    booking.propose(other, starts=starts, by=other.asked_by, now=later)

    overdue.refresh_from_db()
    assert overdue.state == Appointed.EXPIRED


def test_database_itself_keeps_a_lawyer_from_two_places_at_once(draft):
    taken = AppointmentFactory.create(enquiry=draft)
    other = a_draft(lawyer=draft.lawyer)
    half_an_hour = datetime.timedelta(minutes=30)

    with pytest.raises(IntegrityError, match="enquiries_appointment_no_two_at_once"):
        AppointmentFactory.create(enquiry=other, starts=taken.starts + half_an_hour)


@pytest.mark.parametrize("times", [{"hours": 1}, {"hours": -1}])
def test_one_hour_after_the_other_is_no_two_at_once(draft, times):
    taken = AppointmentFactory.create(enquiry=draft)

    AppointmentFactory.create(enquiry=a_draft(lawyer=draft.lawyer), starts=taken.starts + datetime.timedelta(**times))

    assert Appointment.objects.holding().count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_those_who_want_one_hour_at_once_one_gets_it(texts):
    lawyer = a_lawyer()
    requests = [
        bring(a_draft(lawyer=lawyer, adverse=f"ООО «{name}»"), "accepted") for name in ("Ромашка", "Василёк", "Сирень")
    ]

    outcomes = at_once(*[lambda one=one: proposed(one) for one in requests], refused=NotAllowedError)

    # Whoever comes after the first has committed finds the hour not free; who comes before, the database refuses.
    assert len(codes(outcomes)) == 2
    assert set(codes(outcomes)) <= {"taken", "slot"}
    assert Appointment.objects.holding().count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_those_who_move_to_one_hour_at_once_one_gets_it(texts):
    lawyer = a_lawyer()
    requests = [bring(a_draft(lawyer=lawyer, adverse=f"ООО «{name}»"), "accepted") for name in ("Ромашка", "Василёк")]
    hour = datetime.timedelta(hours=1)
    moved = [proposed(one, starts=FRIDAY + hour * number) for number, one in enumerate(requests)]

    outcomes = at_once(
        *[lambda one=one: booking.move(one, starts=SATURDAY, by=one.enquiry.asked_by, now=NOW) for one in moved],
        refused=NotAllowedError,
    )

    assert len(codes(outcomes)) == 1
    assert Appointment.objects.filter(starts=SATURDAY).count() == 1


@pytest.fixture
def ahead(texts):
    """Two requests to one lawyer, of which the first is about to be given Saturday's hour."""
    lawyer = a_lawyer()
    first, second = [bring(a_draft(lawyer=lawyer, adverse=f"ООО «{name}»"), "accepted") for name in ("Ива", "Липа")]
    return second, lambda: AppointmentFactory.create(enquiry=first, starts=SATURDAY)


@pytest.mark.django_db(transaction=True)
def test_hour_that_is_taken_while_it_is_asked_for_is_refused(ahead):
    enquiry, take = ahead

    outcome = behind(take, lambda: proposed(enquiry, starts=SATURDAY), refused=NotAllowedError)

    assert outcome.code == "taken"
    assert not enquiry.appointments.exists()


@pytest.mark.django_db(transaction=True)
def test_hour_that_is_taken_while_one_moves_to_it_is_refused(ahead):
    enquiry, take = ahead
    own = proposed(enquiry)

    outcome = behind(
        take, lambda: booking.move(own, starts=SATURDAY, by=enquiry.asked_by, now=NOW), refused=NotAllowedError
    )

    assert outcome.code == "taken"
    own.refresh_from_db()
    assert (own.starts, own.sequence) == (FRIDAY, 0)


def test_overdue_proposal_is_moved_by_whoever_comes_back_to_it(accepted):
    week, later = datetime.timedelta(days=7), NOW + datetime.timedelta(days=2, minutes=1)
    appointment = proposed(accepted, starts=FRIDAY + week)

    booking.move(appointment, starts=SATURDAY + week, by=accepted.asked_by, now=later)

    appointment.refresh_from_db()
    assert (appointment.state, appointment.starts) == (Appointed.PROPOSED, SATURDAY + week)
