"""What everybody reads of training, in three languages and with few queries."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar

from legal.training.actions.sessions import cancel
from legal.training.states import CourseState, EnrolmentState, SessionState
from portal.languages import CODES
from tests.factories import (
    CourseFactory,
    EnrolmentFactory,
    SessionFactory,
    TopicFactory,
    UniversityFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

ROOM = "https://room.example/secret"
TIME = datetime.datetime(2031, 3, 4, 2, tzinfo=datetime.UTC)


def at(name: str, *parts: str, language: str = "en") -> str:
    with translation.override(language):
        return reverse(f"training:{name}", args=parts)


def titles(page: str) -> list[str]:
    """The titles of the courses listed, in their order."""
    return [part.split("</a>")[0].rpartition(">")[2] for part in page.split("<h2><a")[1:]]


@pytest.fixture
def session():
    return SessionFactory.create(
        course__slug="sales",
        course__title_en="Sales",
        slug="spring",
        starts=TIME,
        ends=TIME + datetime.timedelta(hours=3),
        link=ROOM,
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", ["人才培训", "第", "西南政法大学", "俄文", "余 2 个名额"]),
        ("en", ["Talent training", "Course No.", "Russian", "2 places free"]),
        ("ru", ["Подготовка кадров", "Курс №", "русский", "свободно 2 места"]),
    ],
)
def test_catalogue_is_told_in_each_language(client, language, said) -> None:
    SessionFactory.create()

    page = client.get(at("list", language=language)).text.replace("\xa0", " ")

    assert [words for words in said if words not in page] == []


@pytest.mark.parametrize("number", [1, 3])
def test_catalogue_takes_as_many_queries_for_one_course_as_for_three(client, django_assert_num_queries, number) -> None:
    for _ in range(number):
        SessionFactory.create(course=CourseFactory.create(topics=[TopicFactory.create()]))
    client.get(at("list"))

    with django_assert_num_queries(10):
        page = client.get(at("list")).text

    assert len(titles(page)) == number


def test_next_course_to_be_held_comes_first_and_what_is_not_published_not_at_all(client) -> None:
    without = CourseFactory.create()
    CourseFactory.create(state=CourseState.DRAFT)
    late = SessionFactory.create()
    soon = SessionFactory.create(starts=timezone.now() + datetime.timedelta(days=2))

    page = client.get(at("list")).text

    assert titles(page) == [soon.course.title_en, late.course.title_en, without.title_en]
    assert "No session is planned yet" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("language=ru", {"A", "B"}),
        ("language=en&language=ru", {"A", "B", "C"}),
        ("university=nwupl", {"C"}),
        ("topic=customs", {"B"}),
        ("places=free", {"A"}),
        ("places=free&topic=customs", set()),
        ("places=nonsense&page=x", {"A", "B", "C"}),
    ],
)
def test_catalogue_is_narrowed(client, asked, found) -> None:
    customs = TopicFactory.create(slug="customs", name_en="Customs")
    SessionFactory.create(course=CourseFactory.create(title_en="A"))
    full = CourseFactory.create(title_en="B", topics=[customs])
    SessionFactory.create(course=full, capacity=1, taken=1)
    CourseFactory.create(title_en="C", languages=["en"], university=UniversityFactory.create(slug="nwupl"))

    page = client.get(f"{at('list')}?{asked}").text

    assert set(titles(page)) == found


def test_filters_in_use_are_named_and_can_be_undone(client) -> None:
    CourseFactory.create(languages=["ru"])

    page = client.get(f"{at('list')}?language=ru&university=swupl").text

    assert '<a href="?university=swupl">' in page
    assert "Southwest University" in page


def test_catalogue_without_courses_says_so(client) -> None:
    assert "No course is announced yet" in client.get(at("list")).text
    assert "No course passes all of these filters" in client.get(f"{at('list')}?topic=contract").text


@pytest.mark.parametrize("language", CODES)
def test_course_is_shown_with_its_sessions_in_each_language(client, session, language) -> None:
    SessionFactory.create(course=session.course, state=SessionState.HELD, starts=timezone.now())
    session.course.topics.add(TopicFactory.create())

    page = client.get(at("course", "sales", language=language)).text

    summary = {"zh-hans": "讲授跨境合同", "en": "Contracts across", "ru": "Трансграничные"}[language]
    assert summary in page
    assert at("session", "sales", "spring", language=language) in page
    assert ROOM not in page


def test_course_that_is_not_published_is_not_there(client) -> None:
    CourseFactory.create(slug="draft", state=CourseState.DRAFT)
    CourseFactory.create(slug="bare")

    assert client.get(at("course", "draft")).status_code == 404
    assert "No session is planned yet." in client.get(at("course", "bare")).text


@pytest.mark.parametrize("number", [1, 3])
def test_course_takes_as_many_queries_for_one_session_as_for_three(client, django_assert_num_queries, number) -> None:
    course = CourseFactory.create(slug="sales")
    SessionFactory.create_batch(number, course=course)

    with django_assert_num_queries(4):
        client.get(at("course", "sales"))


@pytest.mark.parametrize(
    ("language", "time"),
    [
        ("zh-hans", "2031年3月4日 10:00–13:00（北京时间）"),
        ("en", "4 March 2031, 10:00 to 13:00 (Beijing time)"),
        ("ru", "4 марта 2031 г., 10:00–13:00 (пекинское время)"),
    ],
)
def test_session_is_told_in_beijing_time_and_each_language(client, session, language, time) -> None:
    page = client.get(at("session", "sales", "spring", language=language)).text.replace("\xa0", " ")

    assert time.lower() in page.lower()


def test_session_of_many_days_says_the_last_one(client) -> None:
    course = CourseFactory.create(slug="long")
    SessionFactory.create(course=course, slug="s", starts=TIME, ends=TIME + datetime.timedelta(days=2))

    page = client.get(at("session", "long", "s")).text.replace("\xa0", " ")

    assert "4 March 2031, 10:00, to 6 March 2031, 10:00 (Beijing time)" in page


def test_session_is_told_in_the_readers_own_time_too(client, session) -> None:
    client.force_login(UserFactory.create(time_zone="Asia/Almaty"))

    page = client.get(at("session", "sales", "spring")).text.replace("\xa0", " ")

    assert "In your time zone" in page
    assert "4 March 2031, 07:00 to 10:00" in page


def test_online_room_is_shown_to_those_who_have_a_place_and_to_nobody_else(client, session) -> None:
    seated = EnrolmentFactory.create(session=session).person
    waiting = EnrolmentFactory.create(session=session, state=EnrolmentState.WAITING, position=90).person
    gone = EnrolmentFactory.create(session=session, state=EnrolmentState.WITHDRAWN, position=91).person
    shown = {}

    for who in (None, seated, waiting, gone):
        client.logout()
        if who:
            client.force_login(who)
        shown[who] = ROOM in client.get(at("session", "sales", "spring")).text

    assert [who for who, it_is in shown.items() if it_is] == [seated]


def test_who_waits_sees_how_many_stand_before(client, session) -> None:
    EnrolmentFactory.create(session=session, state=EnrolmentState.WAITING, position=80)
    waiting = EnrolmentFactory.create(session=session, state=EnrolmentState.WAITING, position=90)
    client.force_login(waiting.person)

    assert "1 person stands before you." in client.get(at("session", "sales", "spring")).text


def test_cancelled_session_says_why(client, session) -> None:
    cancel(session, reason="The lecturer is ill.", by=UserFactory.create())

    page = client.get(at("session", "sales", "spring")).text

    assert "The lecturer is ill." in page
    assert at("enrol", "sales", "spring") not in page


def test_session_only_planned_is_not_there(client) -> None:
    planned = SessionFactory.create(state=SessionState.PLANNED)

    assert client.get(at("session", planned.course.slug, planned.slug)).status_code == 404


def test_full_session_offers_the_waiting_list_and_a_sample_is_marked(client) -> None:
    session = SessionFactory.create(course__sample=True, capacity=1, taken=1)

    page = client.get(at("session", session.course.slug, session.slug)).text

    assert "Stand on the waiting list" in page
    assert "This is a sample." in page


def test_calendar_entry_has_the_time_and_no_room(client, session) -> None:
    answer = client.get(at("calendar", "sales", "spring"))

    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (event.start, event.end) == (TIME, TIME + datetime.timedelta(hours=3))
    assert (str(event["summary"]), str(event["status"]), event["sequence"]) == ("Sales", "CONFIRMED", 0)
    assert str(event["url"]).endswith("/en/training/sales/spring/")
    assert (answer["Content-Type"], ROOM.encode() in answer.content) == ("text/calendar; charset=utf-8", False)


def test_calendar_entry_calls_a_cancelled_session_off(client, session) -> None:
    cancel(session, reason="Ill.", by=UserFactory.create())

    (event,) = Calendar.from_ical(client.get(at("calendar", "sales", "spring")).content).walk("VEVENT")

    assert (str(event["status"]), event["sequence"]) == ("CANCELLED", 1)
