"""The courses of a demonstration are plainly samples; the universities are those the source names."""

import io

import pytest
from django.core.management import CommandError, call_command

from enterprises.actions.samples import MEMBERS
from legal.training.actions.loading import load_universities
from legal.training.models import Certificate, Course, Session, University
from portal.accounts.actions import apply_roles, make_sample_staff
from tests.factories import TopicFactory, UserFactory

pytestmark = pytest.mark.django_db

MARKS = {"title_zh_hans": "【示例】", "title_en": "Sample: ", "title_ru": "Пример: "}


def said(command: str) -> str:
    out = io.StringIO()
    call_command(command, stdout=out)
    return out.getvalue().strip()


@pytest.fixture
def people():
    apply_roles()
    make_sample_staff("correct horse battery", {})
    TopicFactory.create(slug="customs")
    return [UserFactory.create(email=email) for email in MEMBERS]


def test_universities_are_added_once_and_what_staff_changed_stays() -> None:
    first = said("load_universities")
    University.objects.filter(slug="nwupl").update(name_en="Changed")

    assert (first, load_universities()) == ("Universities added: 2.", 0)
    assert University.objects.get(slug="nwupl").name_en == "Changed"


def test_samples_are_marked_in_each_language_and_stand_in_each_state(people) -> None:
    said_first, said_again = said("make_sample_training"), said("make_sample_training")

    assert (said_first, said_again) == ("Sample courses made: 3.", "Sample courses made: 0.")
    for course in Course.objects.all():
        assert course.sample
        assert all(getattr(course, column).startswith(mark) for column, mark in MARKS.items())
    assert sorted(Session.objects.values_list("state", flat=True)) == ["cancelled", "held", *["open"] * 4]
    assert Certificate.objects.filter(sample=True).count() == 2


def test_samples_need_somebody_to_take_part() -> None:
    with pytest.raises(CommandError, match="nobody to plan courses"):
        call_command("make_sample_training")
