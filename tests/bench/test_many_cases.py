"""The many cases of the benchmark are as many as asked for, and apply what those they are made from apply."""

import pytest

from legal.cases.models import Case
from tests.bench.many_cases import multiply
from tests.factories import CaseFactory, CaseProvisionFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_cases_are_as_many_as_asked_for_and_like_those_they_are_made_from() -> None:
    sample = CaseFactory.create(topics=[TopicFactory.create()])
    CaseProvisionFactory.create(case=sample)

    multiply(7)
    multiply(3)

    made = Case.objects.exclude(pk=sample.pk)
    assert (made.count(), made.values("slug", "number").distinct().count()) == (6, 6)
    assert {(case.title_en, case.topics.count(), case.applied.get().path) for case in made} == {
        (sample.title_en, 1, "article-20")
    }
