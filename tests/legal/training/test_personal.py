"""A person takes their courses along; with the account goes the name, but not from certificates that are out."""

import pytest
from django.utils import timezone

from legal.training.actions.enrolling import enrol
from legal.training.models import Certificate
from legal.training.personal import erase, fates, held_about
from legal.training.states import EnrolmentState
from tests.factories import EnrolmentFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return UserFactory.create(full_name="Aigerim Sample")


def test_copy_has_ones_courses_and_certificates_and_nobody_elses(person) -> None:
    own = EnrolmentFactory.create(person=person, state=EnrolmentState.ATTENDED, certified=True)
    EnrolmentFactory.create(certified=True)

    courses, certificates = [section["rows"] for section in held_about(person)]

    assert [row["name"] for row in courses] == ["Aigerim Sample"]
    assert [row["number"] for row in certificates] == [own.certificates.get().number]


def test_deleted_person_gives_places_back_and_is_named_no_more(person) -> None:
    session = SessionFactory.create(capacity=1)
    mine = enrol(session, name="Aigerim", by=person)
    next_one = enrol(session, name="B", by=UserFactory.create())
    begun = EnrolmentFactory.create(person=person, session__starts=timezone.now())

    erase(person, by=person)

    for one in (mine, next_one, begun):
        one.refresh_from_db()
    assert (mine.state, mine.name, begun.state, begun.name) == ("withdrawn", "", "enrolled", "")
    assert (next_one.state, next_one.name) == ("enrolled", "B")
    assert [fate[1] for fate in fates(person)] == [0]


def test_certificate_stays_with_its_name(person) -> None:
    EnrolmentFactory.create(person=person, state=EnrolmentState.ATTENDED, certified=True)

    erase(person, by=person)

    kept = [(number, bool(why)) for _what, number, why, _until in fates(person)]
    assert (kept, Certificate.objects.get().name) == ([(0, False), (1, True)], "Aigerim Sample")
