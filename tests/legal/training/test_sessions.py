"""Sessions are planned, opened, changed, held and called off; who takes part hears of what concerns them."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from legal.training.actions.enrolling import enrol
from legal.training.actions.sessions import cancel, change, close_enrolment, hold, open_enrolment, plan
from legal.training.models import Session
from legal.training.models.session import ZONE
from legal.training.states import CourseState, EnrolmentState, SessionState
from tests.at_once import at_once
from tests.factories import CourseFactory, EnrolmentFactory, SessionFactory, UserFactory
from tests.legal.training.telling import moves, refusal, told

pytestmark = pytest.mark.django_db

LATER = datetime.timedelta(days=11)


@pytest.fixture
def officer():
    return UserFactory.create(is_staff=True)


@pytest.fixture
def full() -> Session:
    """A session of two places, with two people in them and two who wait."""
    session = SessionFactory.create(capacity=2)
    for _ in range(4):
        enrol(session, name="A", by=UserFactory.create())
    session.refresh_from_db()
    return session


def seated(session: Session) -> int:
    return session.enrolments.filter(state=EnrolmentState.ENROLLED).count()


def test_session_without_a_slug_is_called_after_its_first_day_in_beijing(officer) -> None:
    course = CourseFactory.create()
    starts = datetime.datetime(2026, 12, 6, 23, tzinfo=datetime.UTC)
    given = {"course": course, "slug": "", "starts": starts}

    made = [plan(SessionFactory.build(**given), by=officer) for _ in range(3)]
    named = plan(SessionFactory.build(course=course, slug="winter"), by=officer)

    assert [one.slug for one in made] == ["2026-12-07", "2026-12-07-2", "2026-12-07-3"]
    assert (named.slug, moves(named)) == ("winter", ["plan"])
    assert str(made[0]) == f"{course} · 2026-12-07"


def test_more_places_move_up_who_waits(full, officer) -> None:
    full.capacity = 3

    change(full, by=officer)

    full.refresh_from_db()
    assert (seated(full), full.taken, full.sequence, len(told("place"))) == (3, 3, 0, 1)
    assert told("changed") == []


def test_session_only_planned_gives_no_places_when_it_is_changed(officer) -> None:
    session = SessionFactory.create(state=SessionState.PLANNED)
    waiting = EnrolmentFactory.create(session=session, state=EnrolmentState.WAITING)

    change(session, by=officer)

    waiting.refresh_from_db()
    assert waiting.state == EnrolmentState.WAITING


def test_places_are_not_fewer_than_are_taken(full, officer) -> None:
    full.capacity = 1

    assert refusal(lambda: change(full, by=officer)) == "taken"


@pytest.mark.parametrize("field", ["starts", "place_ru", "link"])
def test_everybody_hears_that_time_or_place_has_changed(full, officer, field) -> None:
    there = sorted(one.person.email for one in full.enrolments.select_related("person"))
    soon = full.starts + datetime.timedelta(hours=1)
    setattr(full, field, {"starts": soon, "place_ru": "Кашгар", "link": "https://room.example/1"}[field])

    change(full, by=officer)

    full.refresh_from_db()
    assert (told("changed"), full.sequence, moves(full)) == (there, 1, ["change"])


def test_what_a_form_shows_too_late_takes_nothing_back(officer) -> None:
    session = SessionFactory.create()
    stale = Session.objects.get(pk=session.pk)
    enrol(session, name="A", by=UserFactory.create())
    close_enrolment(session, by=officer)

    change(stale, by=officer)

    session.refresh_from_db()
    assert (session.taken, session.state) == (1, SessionState.CLOSED)


@pytest.mark.parametrize("state", [SessionState.HELD, SessionState.CANCELLED])
def test_session_that_is_over_is_changed_no_more(officer, state) -> None:
    assert refusal(lambda: change(SessionFactory.create(state=state), by=officer)) == "over"


def test_enrolment_is_opened_and_closed_and_opened_again(officer) -> None:
    session = SessionFactory.create(state=SessionState.PLANNED)

    open_enrolment(session, by=officer)
    close_enrolment(session, by=officer)
    open_enrolment(session, by=officer)

    session.refresh_from_db()
    assert (session.state, moves(session)) == (SessionState.OPEN, ["open", "close", "open"])


def test_enrolment_is_not_opened_too_late_or_in_a_course_nobody_sees(officer) -> None:
    late = SessionFactory.create(state=SessionState.PLANNED)
    unseen = SessionFactory.create(state=SessionState.PLANNED, course__state=CourseState.DRAFT)

    assert refusal(lambda: open_enrolment(late, by=officer, now=late.closes)) == "late"
    assert refusal(lambda: open_enrolment(unseen, by=officer)) == "course"


def test_session_that_was_held_leaves_nobody_in_the_line(full, officer) -> None:
    hold(full, by=officer, now=full.starts)

    full.refresh_from_db()
    assert full.state == SessionState.HELD
    assert list(full.enrolments.order_by("position").values_list("state", flat=True)) == [
        "enrolled",
        "enrolled",
        "withdrawn",
        "withdrawn",
    ]


def test_session_is_not_held_before_it_begins(full, officer) -> None:
    assert refusal(lambda: hold(full, by=officer)) == "early"


def test_everybody_hears_that_a_session_is_cancelled(full, officer) -> None:
    EnrolmentFactory.create(session=full, position=9, state=EnrolmentState.WITHDRAWN)
    there = sorted(one.person.email for one in full.enrolments.live().select_related("person"))

    event = cancel(full, reason="The lecturer is ill.", by=officer)

    full.refresh_from_db()
    assert (full.state, event.reason, told("cancelled")) == (SessionState.CANCELLED, "The lecturer is ill.", there)
    assert full.sequence == 1
    assert refusal(lambda: cancel(full, reason="Again.", by=officer)) == "state"


def test_session_is_not_cancelled_without_a_reason(full, officer) -> None:
    assert refusal(lambda: cancel(full, reason=" ", by=officer)) == "reason"


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"ends": timezone.now()}, "ends_after_it_begins"),
        ({"closes": timezone.now() + LATER}, "closes_before_it_begins"),
        ({"place_zh_hans": "", "place_en": "", "place_ru": None}, "is_somewhere"),
        ({"capacity": 0}, "no_place_too_many"),
    ],
)
def test_database_refuses_a_session_that_cannot_be(fields, constraint) -> None:
    with pytest.raises(IntegrityError, match=f"training_session_{constraint}"), transaction.atomic():
        SessionFactory.create(**fields)


def test_session_says_whether_one_can_enrol_and_whether_it_lies_ahead() -> None:
    session = SessionFactory.create()

    assert [session.is_enrolling(moment) for moment in (timezone.now(), session.closes)] == [True, False]
    assert [session.is_ahead(moment) for moment in (session.closes, session.starts)] == [True, False]
    assert session.days == (timezone.localdate(session.starts, ZONE), timezone.localdate(session.ends, ZONE))


@pytest.mark.django_db(transaction=True)
def test_places_are_right_when_their_number_changes_while_people_enrol() -> None:
    session, officer = SessionFactory.create(capacity=1), UserFactory.create(is_staff=True)
    session.capacity = 4
    people = UserFactory.create_batch(6)

    at_once(
        lambda: change(session, by=officer),
        *(lambda one=one: enrol(session, name="A", by=one) for one in people),
    )

    session.refresh_from_db()
    assert (session.capacity, session.taken, seated(session)) == (4, 4, 4)
