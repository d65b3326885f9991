"""The many matters of the benchmark are as those that people make: every history verifies, every sum is right."""

from collections import Counter

import pytest

from legal.matters import chain
from legal.matters.canonical import digest
from legal.matters.kinds import BY_SLUG
from legal.matters.models import Matter, Produced, Receipt, Serial, Submission
from portal.files.models import File
from tests.bench import crowded
from tests.bench.many_matters import make
from tests.factories import JurisdictionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MANY = 60


@pytest.fixture(autouse=True)
def made() -> None:
    for code in ("cn", "kz"):
        JurisdictionFactory.create(code=code)
    crowded.make(enterprises=10, members=40)
    make(matters=MANY)


def test_matters_are_in_every_state_with_histories_that_verify() -> None:
    matters = list(Matter.objects.all())

    assert len(matters) == MANY
    assert {one.kind for one in matters} == set(BY_SLUG)
    for one in matters:
        assert chain.verify_whole(chain.written_out(one)) >= 10


def test_numbers_of_each_kind_are_given_without_a_gap() -> None:
    submitted = Matter.objects.filter(submitted_at__isnull=False)

    given = Counter(submitted.values_list("kind", flat=True))
    assert dict(Serial.objects.values_list("kind", "last")) == given
    for kind, last in given.items():
        assert sorted(submitted.filter(kind=kind).values_list("serial", flat=True)) == [*range(1, last + 1)]


def test_what_was_submitted_has_its_exhibits_with_their_sums_and_a_receipt() -> None:
    for one in Submission.objects.all():
        files = [row["sha256"] for row in one.files]
        produced = Produced.objects.filter(submission=one).with_exhibits()
        assert [row.exhibit.sha256 for row in produced] == files
        assert [row.exhibit.file.sha256 for row in produced] == files
        assert (one.sha256, one.listed["submission"]["sha256"]) == (digest(one.manifest), digest(one.content))

    assert Receipt.objects.count() == Submission.objects.count() > 0
    assert File.objects.filter(purpose="exhibits.exhibit").count() == Produced.objects.count() == 10 * MANY


def test_matters_are_made_once() -> None:
    with pytest.raises(crowded.CrowdedError):
        make(matters=1)
