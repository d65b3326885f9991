"""Courses are published and archived; which the database refuses, and what they are called."""

import pytest
from django.db import IntegrityError, transaction

from legal.training.actions.courses import archive, publish, save_course, save_university
from legal.training.models import Course, Session, University
from legal.training.states import CourseState, SessionState
from tests.factories import CourseFactory, SessionFactory, UniversityFactory, UserFactory
from tests.legal.training.telling import moves, refusal

pytestmark = pytest.mark.django_db


def test_course_is_published_archived_and_published_again() -> None:
    course, officer = CourseFactory.create(state=CourseState.DRAFT), UserFactory.create()

    publish(course, by=officer)
    archive(course, by=officer)
    publish(course, by=officer)

    assert (course.is_published, moves(course)) == (True, ["publish", "archive", "publish"])


def test_course_with_a_session_ahead_is_not_archived() -> None:
    session = SessionFactory.create(state=SessionState.PLANNED)

    assert refusal(lambda: archive(session.course, by=UserFactory.create())) == "sessions"


def test_edited_records_are_saved() -> None:
    officer, course, university = UserFactory.create(), CourseFactory.create(), UniversityFactory.create()
    course.title_en, university.name_en = "Treaties", "Another University"

    save_course(course, by=officer)
    save_university(university, by=officer)

    assert (Course.objects.get().title_en, University.objects.get().name_en) == ("Treaties", "Another University")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"title_zh_hans": "", "title_en": None, "title_ru": ""}, "has_a_title"),
        ({"slug": "certificates"}, "slug_not_reserved"),
        ({"languages": []}, "has_a_language"),
        ({"title_ru": "Закон https://example.org"}, "title_is_no_address"),
    ],
)
def test_database_refuses_a_course_that_cannot_be(fields, constraint) -> None:
    with pytest.raises(IntegrityError, match=f"training_course_{constraint}"), transaction.atomic():
        CourseFactory.create(**fields)


def test_reader_sees_sessions_of_published_courses_that_are_more_than_planned() -> None:
    shown = SessionFactory.create()
    SessionFactory.create(state=SessionState.PLANNED)
    SessionFactory.create(course__state=CourseState.DRAFT)

    assert list(Session.objects.visible()) == [shown]
    assert [one.is_shown for one in Session.objects.order_by("pk")] == [True, False, False]


def test_record_is_called_by_its_name_in_the_readers_language() -> None:
    course = CourseFactory.create(title_zh_hans="跨境合同")

    assert (str(course), str(course.university), str(Course(slug="a"))) == ("跨境合同", "西南政法大学", "a")
