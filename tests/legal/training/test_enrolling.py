"""A place is given once, to who asked first; who waits moves up."""

import datetime
import random

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from enterprises.states import State
from legal.training.actions.enrolling import amend, enrol, own_enterprises, withdraw
from legal.training.models import Enrolment, Session
from legal.training.states import CourseState, EnrolmentState, SessionState
from portal.notices.models import Notice
from portal.notices.rendering import words
from tests.at_once import at_once
from tests.factories import CertificateFactory, EnrolmentFactory, EnterpriseFactory, SessionFactory, UserFactory
from tests.legal.training.telling import moves, refusal, told

pytestmark = pytest.mark.django_db

LATER = datetime.timedelta(days=11)


@pytest.fixture
def session() -> Session:
    return SessionFactory.create(capacity=2)


def enrolled(session: Session, number: int) -> list[Enrolment]:
    return [enrol(session, name=f"Person {n}", by=UserFactory.create()) for n in range(number)]


def states(session: Session) -> list[str]:
    return list(session.enrolments.order_by("position").values_list("state", flat=True))


def test_who_enrols_has_a_place_and_is_told_so(session) -> None:
    person = UserFactory.create()

    enrolment = enrol(session, name="Aigerim Sample", by=person)

    session.refresh_from_db()
    assert (enrolment.state, enrolment.name, enrolment.enterprise) == (EnrolmentState.ENROLLED, "Aigerim Sample", None)
    assert (session.taken, session.free) == (1, 1)
    assert told("enrolled") == [person.email]
    assert moves(enrolment) == ["enrol", "give-place"]


def test_who_comes_when_all_places_are_taken_stands_in_line_and_is_told_so(session) -> None:
    *_, last = enrolled(session, 4)

    assert states(session) == ["enrolled", "enrolled", "waiting", "waiting"]
    assert last.ahead() == 1
    assert len(told("enrolled")) == len(told("waiting")) == 2


def test_enrolling_twice_is_enrolling_once(session) -> None:
    person = UserFactory.create()

    first, second = [enrol(session, name="Aigerim", by=person) for _ in range(2)]

    assert first == second
    assert (moves(first), told("enrolled")) == (["enrol", "give-place"], [person.email])


def test_place_given_back_goes_to_the_first_in_the_line_who_is_told_in_their_language(session) -> None:
    first, _second, third, _fourth = enrolled(session, 4)
    third.person.language = "ru"
    third.person.save()

    withdraw(first, by=first.person)

    assert states(session) == ["withdrawn", "enrolled", "enrolled", "waiting"]
    assert told("place") == [third.person.email]
    notice = Notice.objects.get(kind="training.place")
    assert str(session.course.title_ru) in words(notice, "ru").title


def test_withdrawing_twice_frees_one_place(session) -> None:
    first, *_ = enrolled(session, 4)

    withdraw(first, by=first.person)
    withdraw(first, by=first.person)

    assert states(session) == ["withdrawn", "enrolled", "enrolled", "waiting"]
    assert moves(first) == ["enrol", "give-place", "withdraw"]


def test_who_leaves_the_line_moves_nobody_up(session) -> None:
    *_, third, _fourth = enrolled(session, 4)

    withdraw(third, by=third.person)

    assert states(session) == ["enrolled", "enrolled", "withdrawn", "waiting"]
    assert told("place") == []


def test_who_comes_back_stands_at_the_end(session) -> None:
    first, *_ = enrolled(session, 4)
    withdraw(first, by=first.person)

    back = enrol(session, name="Another Name", by=first.person)

    assert (back.pk, back.state, back.position, back.name) == (first.pk, EnrolmentState.WAITING, 5, "Another Name")
    assert moves(back)[-1] == "ask-again"


def test_nobody_enrols_where_enrolment_is_closed() -> None:
    person = UserFactory.create()
    shut = [
        SessionFactory.create(state=SessionState.PLANNED),
        SessionFactory.create(state=SessionState.CLOSED),
        SessionFactory.create(state=SessionState.CANCELLED),
        SessionFactory.create(course__state=CourseState.ARCHIVED),
        SessionFactory.create(closes=timezone.now()),
    ]

    refusals = [refusal(lambda one=one: enrol(one, name="A", by=person)) for one in shut]

    assert refusals == ["closed"] * len(shut)


def test_one_comes_for_a_verified_enterprise_of_ones_own_alone(session) -> None:
    person = UserFactory.create()
    mine = EnterpriseFactory.create(owner=person, state=State.VERIFIED)
    draft = EnterpriseFactory.create(owner=person)
    foreign = EnterpriseFactory.create(state=State.VERIFIED)

    refusals = [
        refusal(lambda one=one: enrol(session, name="A", enterprise=one, by=person)) for one in (draft, foreign)
    ]
    enrolment = enrol(session, name="A", enterprise=mine, by=person)

    assert refusals == ["enterprise", "enterprise"]
    assert list(own_enterprises(person)) == [enrolment.enterprise] == [mine]


def test_name_is_corrected_until_a_certificate_says_it() -> None:
    enrolment = EnrolmentFactory.create(state=EnrolmentState.ATTENDED)

    amend(enrolment, name="Right Name", by=enrolment.person)
    CertificateFactory.create(enrolment=enrolment)

    enrolment.refresh_from_db()
    assert enrolment.name == "Right Name"
    assert refusal(lambda: amend(enrolment, name="Other", by=enrolment.person)) == "certified"


def test_enterprise_one_comes_for_is_kept_though_it_is_checked_again(session) -> None:
    person = UserFactory.create()
    mine, foreign = EnterpriseFactory.create(owner=person, state=State.SUBMITTED), EnterpriseFactory.create()
    enrolment = EnrolmentFactory.create(session=session, person=person, enterprise=mine)

    amend(enrolment, name="A", enterprise=mine, by=person)

    assert refusal(lambda: amend(enrolment, name="A", enterprise=foreign, by=person)) == "enterprise"


def test_nobody_touches_the_enrolment_of_somebody_else(session) -> None:
    enrolment, stranger = EnrolmentFactory.create(session=session), UserFactory.create()

    assert refusal(lambda: withdraw(enrolment, by=stranger)) == "own"
    assert refusal(lambda: amend(enrolment, name="A", by=stranger)) == "own"


def test_nobody_withdraws_once_the_session_has_begun(session) -> None:
    enrolment = EnrolmentFactory.create(session=session)

    assert refusal(lambda: withdraw(enrolment, by=enrolment.person, now=timezone.now() + LATER)) == "begun"


def test_database_itself_refuses_a_place_too_many(session) -> None:
    with pytest.raises(IntegrityError, match="training_session_no_place_too_many"), transaction.atomic():
        Session.objects.filter(pk=session.pk).update(taken=3)


def test_who_enrols_is_shown_by_name_or_by_account() -> None:
    named, unnamed = EnrolmentFactory.create(name="Aigerim Sample"), EnrolmentFactory.create(name="")

    assert [str(named), str(unnamed)] == ["Aigerim Sample", unnamed.person.full_name]


@pytest.mark.django_db(transaction=True)
def test_places_are_never_more_than_there_are_however_many_ask_at_once() -> None:
    session = SessionFactory.create(capacity=3)
    people = UserFactory.create_batch(10)

    at_once(*(lambda one=one: enrol(session, name="A", by=one) for one in people))

    session.refresh_from_db()
    positions = list(session.enrolments.order_by("position").values_list("position", "state"))
    assert session.taken == 3
    assert positions == [(n + 1, "enrolled" if n < 3 else "waiting") for n in range(10)]


@pytest.mark.django_db(transaction=True)
def test_places_given_back_and_asked_for_at_once_go_to_the_line_in_order() -> None:
    session = SessionFactory.create(capacity=3)
    there = enrolled(session, 6)
    newcomers = UserFactory.create_batch(3)
    doings = [lambda one=one: withdraw(one, by=one.person) for one in there[:3]]
    doings += [lambda one=one: enrol(session, name="A", by=one) for one in newcomers]
    random.shuffle(doings)

    at_once(*doings)

    session.refresh_from_db()
    assert states(session) == ["withdrawn"] * 3 + ["enrolled"] * 3 + ["waiting"] * 3
    assert session.taken == 3
    assert told("place") == sorted(one.person.email for one in there[3:])


@pytest.mark.django_db(transaction=True)
def test_one_person_who_asks_many_times_at_once_is_enrolled_once() -> None:
    session, person = SessionFactory.create(), UserFactory.create()

    made = at_once(*[lambda: enrol(session, name="A", by=person)] * 5)

    assert len({one.pk for one in made}) == 1
    assert (Session.objects.get().taken, told("enrolled")) == (1, [person.email])
