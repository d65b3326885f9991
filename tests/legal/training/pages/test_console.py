"""What staff do in the console: courses, sessions, who attended, certificates, the list to take along."""

import io

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from legal.training.models import Certificate, Course, Session, University
from legal.training.states import CourseState, EnrolmentState, SessionState
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.languages import CODES
from portal.themed import in_columns
from tests.factories import (
    CertificateFactory,
    CourseFactory,
    EnrolmentFactory,
    EnterpriseFactory,
    SessionFactory,
    UniversityFactory,
    UserFactory,
)
from tests.legal.training.telling import told
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db

ATTENDED = EnrolmentState.ATTENDED


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:training_{name}", args=parts)


def staff(client, role: str):
    apply_roles()
    user = UserFactory.create(is_staff=True, language="en")
    user.groups.add(Group.objects.get(name=role))
    return signed_in_staff(client, user)


@pytest.fixture
def desk(client):
    return staff(client, "training-officer")


@pytest.fixture
def held() -> Session:
    return SessionFactory.create(state=SessionState.HELD)


def session_form(**changed: object) -> dict[str, object]:
    typed = {
        "slug": "",
        "starts_0": "2031-03-04",
        "starts_1": "10:00",
        "ends_0": "2031-03-04",
        "ends_1": "16:00",
        "closes_0": "2031-03-01",
        "closes_1": "18:00",
        "capacity": "30",
        "link": "",
        **dict.fromkeys(in_columns("place"), "Kashgar"),
    }
    return typed | changed


def test_officer_makes_a_course(desk) -> None:
    university = UniversityFactory.create()
    typed = {"slug": "treaties", "university": university.pk, "languages": ["zh", "ru"], "title_en": "Treaties"}

    answer = desk.post(at("course_add"), typed)

    course = Course.objects.get()
    assert (answer.status_code, course.state, course.languages) == (302, CourseState.DRAFT, ["zh", "ru"])


def test_course_without_a_title_is_not_saved(desk) -> None:
    typed = {"slug": "treaties", "university": UniversityFactory.create().pk, "languages": ["zh"]}

    page = desk.post(at("course_add"), typed).text

    assert "A course needs a title in one language at least." in page


def test_officer_keeps_universities(desk) -> None:
    desk.post(at("university_add"), {"slug": "new", "position": 9, **dict.fromkeys(in_columns("name"), "New")})

    assert University.objects.get().slug == "new"


def test_courses_chosen_are_published_and_archived_where_they_may_be(desk) -> None:
    draft = CourseFactory.create(state=CourseState.DRAFT)
    running = SessionFactory.create().course
    chosen = {"_selected_action": [draft.pk, running.pk]}

    published = desk.post(at("course_changelist"), {"action": "publish", **chosen}, follow=True).text
    archived = desk.post(at("course_changelist"), {"action": "archive", **chosen}, follow=True).text

    draft.refresh_from_db()
    running.refresh_from_db()
    assert (draft.state, running.state) == (CourseState.ARCHIVED, CourseState.PUBLISHED)
    assert f"“{draft}” is published." in published
    assert f"“{draft}” is archived." in archived
    assert f"“{running}” stays as it is. A session of this course lies ahead" in archived


def test_officer_plans_a_session_in_beijing_time(desk) -> None:
    course = CourseFactory.create()

    answer = desk.post(at("session_add"), session_form(course=course.pk))

    session = Session.objects.get()
    assert (answer.status_code, session.slug, session.state) == (302, "2031-03-04", SessionState.PLANNED)
    assert session.starts.isoformat() == "2031-03-04T02:00:00+00:00"


def test_hours_are_those_of_beijing_wherever_the_officer_lives(client) -> None:
    desk = staff(client, "training-officer")
    User.objects.update(time_zone="Asia/Almaty")

    desk.post(at("session_add"), session_form(course=CourseFactory.create().pk))

    session = Session.objects.get()
    assert session.starts.isoformat() == "2031-03-04T02:00:00+00:00"
    assert 'value="10:00:00"' in desk.get(at("session_change", session.pk)).text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (dict.fromkeys(in_columns("place"), ""), "Say where it is held"),
        ({"ends_0": "2031-03-03"}, "A session ends after it begins."),
        ({"closes_0": "2031-03-05"}, "Enrolment closes before the session begins."),
    ],
)
def test_session_that_cannot_be_is_not_saved(desk, changed, said) -> None:
    page = desk.post(at("session_add"), session_form(course=CourseFactory.create().pk, **changed)).text

    assert said in page
    assert not Session.objects.exists()


def test_session_with_more_places_moves_people_up_and_with_too_few_is_not_saved(desk) -> None:
    session = SessionFactory.create(capacity=1, taken=1)
    EnrolmentFactory.create(session=session, position=1)
    EnrolmentFactory.create(session=session, position=2, state=EnrolmentState.WAITING)
    typed = session_form(course=session.course_id, slug=session.slug)

    desk.post(at("session_change", session.pk), typed | {"capacity": "2"})
    refused = desk.post(at("session_change", session.pk), typed | {"capacity": "1"}, follow=True).text

    session.refresh_from_db()
    assert (session.capacity, session.taken, len(told("place"))) == (2, 2, 1)
    assert "More places are taken than there would be." in refused


def test_session_that_is_over_is_only_read(desk, held) -> None:
    page = desk.get(at("session_change", held.pk)).text

    assert 'name="capacity"' not in page
    assert desk.post(at("session_change", held.pk), session_form()).status_code == 403


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("state", [SessionState.PLANNED, SessionState.OPEN, SessionState.HELD])
def test_page_of_a_session_is_told_in_each_language(client, language, state) -> None:
    apply_roles()
    user = UserFactory.create(is_staff=True, language=language)
    user.groups.add(Group.objects.get(name="training-officer"))
    session = SessionFactory.create(state=state)
    EnrolmentFactory.create(session=session)
    EnrolmentFactory.create(session=session, state=EnrolmentState.WAITING)

    page = signed_in_staff(client, user).get(at("session_people", session.pk)).text

    assert {"zh-hans": "已获名额人员", "en": "Those with a place", "ru": "Участники с местом"}[language] in page
    assert ('name="attended"' in page) == (state == SessionState.HELD)


def test_session_without_anybody_says_so(desk) -> None:
    assert "Nobody yet." in desk.get(at("session_people", SessionFactory.create().pk)).text


@pytest.mark.parametrize("number", [1, 3])
def test_page_of_a_session_takes_as_many_queries_for_one_as_for_three(
    desk, held, django_assert_max_num_queries, number
) -> None:
    for _ in range(number):
        EnrolmentFactory.create(session=held, state=ATTENDED, certified=True, enterprise=EnterpriseFactory.create())
    desk.get(at("session_people", held.pk))

    with django_assert_max_num_queries(11):
        desk.get(at("session_people", held.pk))


def test_session_is_opened_closed_and_noted_as_held(desk) -> None:
    session = SessionFactory.create(state=SessionState.PLANNED)
    met = []

    for act in ("open", "close"):
        desk.post(at(f"session_{act}", session.pk))
        session.refresh_from_db()
        met.append(session.state)
    early = desk.post(at("session_hold", session.pk), follow=True).text
    now = timezone.now()
    Session.objects.update(starts=now, closes=now)
    desk.post(at("session_hold", session.pk))

    session.refresh_from_db()
    assert [*met, session.state] == [SessionState.OPEN, SessionState.CLOSED, SessionState.HELD]
    assert "The session has not begun yet." in early


def test_session_is_cancelled_for_a_reason(desk) -> None:
    session = EnrolmentFactory.create().session

    without = desk.post(at("session_cancel", session.pk), {"reason": ""}).text
    desk.post(at("session_cancel", session.pk), {"reason": "The lecturer is ill."})

    session.refresh_from_db()
    assert "This field is required." in without
    assert (session.state, len(told("cancelled"))) == (SessionState.CANCELLED, 1)


def test_attendance_is_noted_and_certified(desk, held) -> None:
    came, stayed = EnrolmentFactory.create_batch(2, session=held)

    desk.post(at("session_attend", held.pk), {"attended": [came.pk]})
    desk.post(at("session_certify", held.pk))

    stayed.refresh_from_db()
    assert (Certificate.objects.get().enrolment, stayed.state) == (came, EnrolmentState.ABSENT)


def test_nobody_of_another_session_is_noted(desk, held) -> None:
    foreign = EnrolmentFactory.create()

    answer = desk.post(at("session_attend", held.pk), {"attended": [foreign.pk]})

    foreign.refresh_from_db()
    assert (answer.status_code, foreign.state) == (200, EnrolmentState.ENROLLED)


def test_certificate_is_revoked_and_issued_anew(desk, held) -> None:
    enrolment = EnrolmentFactory.create(session=held, state=ATTENDED, certified=True)
    first = Certificate.objects.get()

    asked = desk.get(at("certificate_revoke", first.pk)).text
    desk.post(at("certificate_revoke", first.pk), {"reason": "A wrong name."})
    page = desk.get(at("session_people", held.pk)).text
    desk.post(at("session_certify", held.pk), {"enrolment": enrolment.pk})

    assert "will be shown as revoked at its address, for good" in asked
    assert "Issue anew" in page
    assert [one.is_valid for one in Certificate.objects.order_by("pk")] == [False, True]
    assert "This certificate is revoked already." in desk.get(at("certificate_revoke", first.pk)).text


def test_certificates_are_listed_and_read(desk) -> None:
    valid, revoked = CertificateFactory.create(), CertificateFactory.create()
    officer = UserFactory.create()
    Certificate.objects.filter(pk=revoked.pk).update(revoked_at=timezone.now(), revoked_by=officer, reason="A.")

    listed = desk.get(at("certificate_changelist")).text

    assert valid.number in listed
    assert at("certificate_revoke", valid.pk) in desk.get(at("certificate_change", valid.pk)).text
    assert at("certificate_revoke", revoked.pk) not in desk.get(at("certificate_change", revoked.pk)).text


def test_page_that_acts_is_no_page_to_look_at(desk, held) -> None:
    answer = desk.get(at("session_attend", held.pk))

    assert answer["Location"] == at("session_people", held.pk)


def test_list_is_taken_along_and_holds_no_formula(desk) -> None:
    session = SessionFactory.create()
    EnrolmentFactory.create(session=session, position=2, name="=HYPERLINK(1)", state=EnrolmentState.WAITING)
    EnrolmentFactory.create(session=session, position=1, enterprise=EnterpriseFactory.create(name_en="Altyn"))
    EnrolmentFactory.create(session=session, position=3, state=EnrolmentState.WITHDRAWN)

    answer = desk.get(at("session_export", session.pk))

    rows = list(load_workbook(io.BytesIO(answer.getvalue())).active.values)
    assert [row[0] for row in rows[1:]] == [session.enrolments.get(position=1).name, "'=HYPERLINK(1)"]
    assert (rows[0][0], rows[1][2], rows[2][3]) == ("Name as on the certificate", "Altyn", "On the waiting list")


def test_translator_changes_words_and_sees_nobody(client) -> None:
    desk = staff(client, "translator")
    session = EnrolmentFactory.create().session

    desk.post(at("session_change", session.pk), session_form(course=session.course_id, place_ru="Кашгар"))

    before = session.capacity
    session.refresh_from_db()
    assert (session.place_ru, session.capacity) == ("Кашгар", before)
    assert desk.get(at("session_people", session.pk)).status_code == 403


def test_first_page_of_a_new_session_has_no_list_of_people(desk) -> None:
    assert desk.get(at("session_add")).status_code == 200
    assert "0 of 2 places taken" in desk.get(at("session_change", SessionFactory.create().pk)).text
