"""The many lawyers of the benchmark are as many as asked for, and like those they are made from."""

import pytest

from legal.lawyers.models import Lawyer
from tests.bench.many_lawyers import multiply
from tests.factories import AdmissionFactory, LawyerFactory, OfficeHoursFactory, SkillFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_lawyers_are_as_many_as_asked_for_and_like_those_they_are_made_from() -> None:
    sample = LawyerFactory.create(topics=[TopicFactory.create()])
    for factory in (AdmissionFactory, SkillFactory, OfficeHoursFactory):
        factory.create(lawyer=sample)

    multiply(5)
    multiply(3)

    made = Lawyer.objects.published().exclude(pk=sample.pk)
    assert (made.count(), made.values("slug", "name_en", "sort_en").distinct().count()) == (4, 4)
    assert {(one.topics.count(), one.admissions.count(), one.skills.get().draft) for one in made} == {(1, 1, "B2")}
    assert {one.office_hours.get().weekday for one in made} == {1}
