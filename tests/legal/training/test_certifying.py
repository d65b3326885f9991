"""Attendance is noted by staff, and certified; a certificate can be revoked, and none is issued twice."""

import datetime
import re

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from legal.training.actions.attending import note_attendance
from legal.training.actions.certifying import issue, issue_all, revoke
from legal.training.models import Certificate, Session
from legal.training.models.certificate import CHARACTERS, new_number
from legal.training.states import EnrolmentState, SessionState
from tests.at_once import at_once
from tests.factories import CertificateFactory, EnrolmentFactory, SessionFactory, UserFactory
from tests.legal.training.telling import moves, refusal, told

pytestmark = pytest.mark.django_db

ATTENDED, ABSENT, ENROLLED = EnrolmentState.ATTENDED, EnrolmentState.ABSENT, EnrolmentState.ENROLLED


@pytest.fixture
def officer():
    return UserFactory.create(is_staff=True)


@pytest.fixture
def held() -> Session:
    starts = datetime.datetime(2026, 9, 6, 23, tzinfo=datetime.UTC)
    ends = datetime.datetime(2026, 9, 8, 10, tzinfo=datetime.UTC)
    return SessionFactory.create(state=SessionState.HELD, starts=starts, ends=ends)


def test_who_attended_is_noted_and_the_others_were_absent(held, officer) -> None:
    came, stayed = EnrolmentFactory.create_batch(2, session=held)
    EnrolmentFactory.create(session=held, state=EnrolmentState.WITHDRAWN)

    note_attendance(held, attended=[came], by=officer)

    assert sorted(held.enrolments.values_list("pk", "state")) == [
        (came.pk, "attended"),
        (stayed.pk, "absent"),
        (stayed.pk + 1, "withdrawn"),
    ]


def test_attendance_noted_twice_is_noted_once_and_can_be_corrected(held, officer) -> None:
    one = EnrolmentFactory.create(session=held)

    note_attendance(held, attended=[one], by=officer)
    note_attendance(held, attended=[one], by=officer)
    note_attendance(held, attended=[], by=officer)
    note_attendance(held, attended=[one], by=officer)

    assert moves(one) == ["attend", "miss", "attend"]


def test_attendance_is_noted_of_a_session_that_was_held(officer) -> None:
    assert refusal(lambda: note_attendance(SessionFactory.create(), attended=[], by=officer)) == "held"


def test_nobody_notes_their_own_attendance(held, officer) -> None:
    own = EnrolmentFactory.create(session=held, person=officer)

    assert refusal(lambda: note_attendance(held, attended=[own], by=officer)) == "own"


def test_who_has_a_certificate_was_not_absent(held, officer) -> None:
    EnrolmentFactory.create(session=held, state=ATTENDED, certified=True)

    assert refusal(lambda: note_attendance(held, attended=[], by=officer)) == "certified"


def test_certificate_says_what_was_true_on_its_day(held, officer) -> None:
    enrolment = EnrolmentFactory.create(session=held, state=ATTENDED, name="Aigerim Sample")

    certificate = issue(enrolment, by=officer)
    called = held.course.title_en
    held.course.title_en = "Renamed"
    held.course.save()

    certificate.refresh_from_db()
    assert certificate.course["en"] == called != "Renamed"
    assert (certificate.name, certificate.university["zh"]) == ("Aigerim Sample", "西南政法大学")
    assert (certificate.first_day, certificate.last_day) == (datetime.date(2026, 9, 7), datetime.date(2026, 9, 8))
    assert (told("certified"), moves(certificate)) == ([enrolment.person.email], ["issue"])


def test_number_can_be_read_out_and_tells_no_count() -> None:
    numbers = {new_number(datetime.date(2026, 9, 8)) for _ in range(50)}

    assert len(numbers) == 50
    assert all(re.fullmatch(rf"2026-[{CHARACTERS}]{{4}}-[{CHARACTERS}]{{4}}", number) for number in numbers)


def test_certificate_issued_twice_is_the_same(held, officer) -> None:
    enrolment = EnrolmentFactory.create(session=held, state=ATTENDED)

    first, second = [issue(enrolment, by=officer) for _ in range(2)]

    assert (first, told("certified")) == (second, [enrolment.person.email])


def test_all_who_attended_get_one_and_nobody_else(held, officer) -> None:
    attended = EnrolmentFactory.create_batch(2, session=held, state=ATTENDED)
    EnrolmentFactory.create(session=held, state=ABSENT)
    EnrolmentFactory.create(session=held, state=ATTENDED, person=officer)
    EnrolmentFactory.create(session=held, state=ATTENDED, name="")
    revoked = EnrolmentFactory.create(session=held, state=ATTENDED, certified=True)
    revoke(revoked.certificates.get(), reason="A mistake.", by=officer)

    made = issue_all(held, by=officer)

    assert [one.enrolment for one in made] == attended
    assert issue_all(held, by=officer) == []


@pytest.mark.parametrize(
    ("fields", "code"), [({"state": ABSENT}, "attended"), ({"state": ENROLLED}, "attended"), ({"name": ""}, "name")]
)
def test_certificate_is_refused(held, officer, fields, code) -> None:
    enrolment = EnrolmentFactory.create(**{"session": held, "state": ATTENDED, **fields})

    assert refusal(lambda: issue(enrolment, by=officer)) == code


def test_nobody_certifies_themselves(held, officer) -> None:
    own = EnrolmentFactory.create(session=held, state=ATTENDED, person=officer)

    assert refusal(lambda: issue(own, by=officer)) == "own"


def test_certificate_is_revoked_for_a_reason_and_its_holder_told(officer) -> None:
    certificate = CertificateFactory.create()

    revoke(certificate, reason="A wrong name.", by=officer)
    revoke(certificate, reason="Again.", by=officer)

    certificate.refresh_from_db()
    assert (certificate.is_valid, certificate.reason, certificate.revoked_by) == (False, "A wrong name.", officer)
    assert (told("revoked"), moves(certificate)) == ([certificate.enrolment.person.email], ["revoke"])


def test_certificate_is_not_revoked_without_a_reason(officer) -> None:
    assert refusal(lambda: revoke(CertificateFactory.create(), reason=" ", by=officer)) == "reason"


def test_another_one_is_issued_after_one_was_revoked(held, officer) -> None:
    enrolment = EnrolmentFactory.create(session=held, state=ATTENDED, certified=True)
    first = enrolment.certificates.get()
    revoke(first, reason="A wrong name.", by=officer)

    second = issue(enrolment, by=officer)

    assert (second == first, second.is_valid) == (False, True)


def test_database_refuses_two_valid_ones_and_one_revoked_by_nobody() -> None:
    certificate = CertificateFactory.create()

    with pytest.raises(IntegrityError, match="one_valid"), transaction.atomic():
        CertificateFactory.create(enrolment=certificate.enrolment)
    with pytest.raises(IntegrityError, match="revoked_by_somebody"), transaction.atomic():
        Certificate.objects.update(reason="No time, nobody.")


def test_certificate_is_told_in_the_readers_language_or_another() -> None:
    certificate = CertificateFactory.build(course={"en": "Treaties"}, university={})

    with translation.override("ru"):
        told_in_russian = (certificate.course_title, certificate.university_name)

    assert told_in_russian == ("Treaties", "")


@pytest.mark.django_db(transaction=True)
def test_one_certificate_is_issued_however_many_officers_issue_it_at_once() -> None:
    enrolment = EnrolmentFactory.create(session__state=SessionState.HELD, state=ATTENDED)
    officers = UserFactory.create_batch(4, is_staff=True)

    made = at_once(*(lambda one=one: issue(enrolment, by=one) for one in officers))

    assert {one.pk for one in made} == {Certificate.objects.get().pk}
