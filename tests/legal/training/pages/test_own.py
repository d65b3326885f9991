"""Enrolling, withdrawing, one's own courses: what is one's own, and nobody else's."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar

from enterprises.states import State
from legal.training.models import Enrolment
from legal.training.states import CourseState, EnrolmentState, SessionState
from portal.languages import CODES
from tests.factories import CertificateFactory, EnrolmentFactory, EnterpriseFactory, SessionFactory, UserFactory
from tests.legal.training.pages.test_catalogue import ROOM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def at(name: str, *parts: str, language: str = "en") -> str:
    with translation.override(language):
        return reverse(f"training:{name}", args=parts)


@pytest.fixture
def session():
    return SessionFactory.create(course__slug="sales", slug="spring", capacity=1, link=ROOM)


@pytest.fixture
def person(client):
    person = UserFactory.create(full_name="Aigerim Sample")
    client.force_login(person)
    return person


@pytest.mark.parametrize("language", CODES)
def test_form_to_enrol_has_ones_name_in_each_language(client, session, person, language) -> None:
    page = client.get(at("enrol", "sales", "spring", language=language)).text

    assert 'value="Aigerim Sample"' in page
    assert {"zh-hans": "报名参加该班次", "en": "Enrol in this session", "ru": "Записаться на занятие"}[language] in page


def test_who_enrols_is_led_to_the_session_and_sees_the_room(client, session, person) -> None:
    answer = client.post(at("enrol", "sales", "spring"), {"name": "Aigerim K. Sample"}, follow=True)

    assert Enrolment.objects.get().name == "Aigerim K. Sample"
    assert answer.redirect_chain == [(at("session", "sales", "spring"), 302)]
    assert [words for words in ("You are enrolled.", ROOM, "Aigerim K. Sample") if words not in answer.text] == []


def test_who_comes_too_late_for_a_place_waits(client, session, person) -> None:
    session.taken = session.capacity
    session.save()
    EnrolmentFactory.create(session=session)

    before = client.get(at("enrol", "sales", "spring")).text
    answer = client.post(at("enrol", "sales", "spring"), {"name": "A"}, follow=True).text

    assert "All places are taken." in before
    assert "You are on the waiting list." in answer


def test_name_is_asked_for(client, session, person) -> None:
    page = client.post(at("enrol", "sales", "spring"), {"name": " "}).text

    assert page.count("Give your name.") == 2
    assert not Enrolment.objects.exists()


@pytest.mark.parametrize("name", ["\u202emiregiA", "\u200b", "A\x1bB", "A\ufffeB", "Go to https://law.example"])
def test_name_that_could_deceive_is_refused(client, session, person, name) -> None:
    client.post(at("enrol", "sales", "spring"), {"name": name})

    assert not Enrolment.objects.exists()


def test_name_is_kept_in_one_line(client, session, person) -> None:
    client.post(at("enrol", "sales", "spring"), {"name": " Aigerim\r\n  Sample "})

    assert Enrolment.objects.get().name == "Aigerim Sample"


def test_closed_session_says_so_and_keeps_what_was_typed(client, session, person) -> None:
    session.state = SessionState.CLOSED
    session.save()

    page = client.post(at("enrol", "sales", "spring"), {"name": "Aigerim K."}).text

    assert "Enrolment in this session is closed." in page
    assert 'value="Aigerim K."' in page


def test_one_comes_for_an_enterprise_of_ones_own(client, session, person) -> None:
    mine = EnterpriseFactory.create(owner=person, state=State.VERIFIED)
    foreign = EnterpriseFactory.create(state=State.VERIFIED)

    refused = client.post(at("enrol", "sales", "spring"), {"name": "A", "enterprise": foreign.pk})
    client.post(at("enrol", "sales", "spring"), {"name": "A", "enterprise": mine.pk})

    assert refused.status_code == 422
    assert Enrolment.objects.get().enterprise == mine


def test_answers_are_corrected(client, session, person) -> None:
    mine = EnterpriseFactory.create(owner=person, state=State.SUSPENDED)
    EnrolmentFactory.create(session=session, person=person, enterprise=mine)

    before = client.get(at("enrol", "sales", "spring")).text
    client.post(at("enrol", "sales", "spring"), {"name": "Right Name", "enterprise": mine.pk})

    assert "Your answers" in before
    assert (Enrolment.objects.get().name, Enrolment.objects.get().enterprise) == ("Right Name", mine)


@pytest.mark.parametrize("language", CODES)
def test_withdrawing_is_asked_about_first(client, session, person, language) -> None:
    EnrolmentFactory.create(session=session, person=person)

    page = client.get(at("withdraw", "sales", "spring", language=language)).text

    asked = {"zh-hans": "要退出该班次吗", "en": "Withdraw from this session?", "ru": "Отказаться от занятия?"}
    assert asked[language] in page
    assert Enrolment.objects.get().state == EnrolmentState.ENROLLED


def test_who_withdraws_is_led_to_their_courses(client, session, person) -> None:
    EnrolmentFactory.create(session=session, person=person, state=EnrolmentState.WAITING)

    asked = client.get(at("withdraw", "sales", "spring")).text
    page = client.post(at("withdraw", "sales", "spring"), follow=True).text

    assert "You leave the waiting list." in asked
    assert "You have withdrawn." in page


def test_nobody_withdraws_from_what_has_begun(client, session, person) -> None:
    EnrolmentFactory.create(session=session, person=person)
    now = timezone.now()
    type(session).objects.update(starts=now, closes=now)

    page = client.post(at("withdraw", "sales", "spring"), follow=True).text

    assert "The session has begun or is over" in page


@pytest.mark.parametrize("name", ["withdraw", "own-calendar"])
def test_who_is_not_enrolled_finds_nothing(client, session, person, name) -> None:
    EnrolmentFactory.create(session=session, person=person, state=EnrolmentState.WITHDRAWN)

    assert client.get(at(name, "sales", "spring")).status_code == 404


def test_own_calendar_entry_has_the_room_for_those_with_a_place(client, session, person) -> None:
    enrolment = EnrolmentFactory.create(session=session, person=person)

    seated = client.get(at("own-calendar", "sales", "spring")).content
    Enrolment.objects.filter(pk=enrolment.pk).update(state=EnrolmentState.WAITING)
    waiting = client.get(at("own-calendar", "sales", "spring")).content

    (event,) = Calendar.from_ical(seated).walk("VEVENT")
    assert ROOM in str(event["description"])
    assert ROOM.encode() not in waiting


@pytest.mark.parametrize("language", CODES)
def test_own_courses_are_listed_in_each_language(client, person, language) -> None:
    attended = EnrolmentFactory.create(person=person, state=EnrolmentState.ATTENDED, certified=True)
    EnrolmentFactory.create(person=person, session__state=SessionState.CANCELLED)
    EnrolmentFactory.create(person=person, session__course__state=CourseState.ARCHIVED)
    EnrolmentFactory.create(session__course__title_en="Foreign", session__course__title_ru="Foreign")

    page = client.get(at("mine", language=language)).text

    assert attended.certificates.get().number in page
    assert "Foreign" not in page
    assert {"zh-hans": "已取消", "en": "Cancelled", "ru": "Отменено"}[language] in page


def test_who_is_enrolled_in_nothing_is_shown_the_catalogue(client, person) -> None:
    page = client.get(at("mine")).text

    assert "You are enrolled in no course" in page


def test_revoked_certificate_is_listed_with_its_reason_and_is_no_file(client, person) -> None:
    certificate = CertificateFactory.create(enrolment__person=person)
    officer = UserFactory.create()
    type(certificate).objects.update(revoked_at=timezone.now(), revoked_by=officer, reason="A wrong name.")

    page = client.get(at("mine")).text

    assert "A wrong name." in page
    assert client.get(at("certificate-file", certificate.number)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_own_courses_take_as_many_queries_for_one_as_for_three(
    client, person, django_assert_num_queries, number
) -> None:
    for _ in range(number):
        EnrolmentFactory.create(person=person, state=EnrolmentState.ATTENDED, certified=True)
    client.get(at("mine"))

    with django_assert_num_queries(7):
        client.get(at("mine"))
