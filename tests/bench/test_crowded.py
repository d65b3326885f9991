"""The crowd of the benchmark is as large as it was asked for, holds together, and is made once."""

import pytest
from django.db.models import Count

from enterprises.desk import queue
from enterprises.finding import beginning_with
from enterprises.models import Enterprise, Membership
from enterprises.states import State
from portal.accounts.models import User
from portal.files.models import File
from portal.notices.models import Delivery, Notice
from portal.workflow.models import Event
from tests.bench.crowded import CrowdedError, make
from tests.factories import JurisdictionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def country() -> None:
    JurisdictionFactory.create(code="cn")


def test_crowd_is_as_large_as_asked_for_and_every_enterprise_has_an_owner() -> None:
    make(enterprises=96, members=300)

    assert (Enterprise.objects.count(), Membership.objects.count()) == (96, 300)
    assert set(Membership.objects.owners().values_list("enterprise", flat=True)) == set(
        Enterprise.objects.values_list("pk", flat=True)
    )
    assert beginning_with(Enterprise.objects.all(), "喀什第0").count() == 1


def test_somebody_works_for_many_and_one_enterprise_has_many_members() -> None:
    make(enterprises=96, members=300)

    counted = Enterprise.objects.annotate(members=Count("memberships"))
    largest = counted.order_by("-members").values_list("members", flat=True)
    assert User.objects.get(email="busy-0@crowd.example").memberships.count() == 20
    assert list(largest[:2]) == [18, 3]


def test_each_was_brought_where_it_stands_and_its_owner_told() -> None:
    make(enterprises=96, members=300)

    waiting = queue()
    checked = [one for one in waiting if one.enterprise.state == State.IN_REVIEW]
    submitted = Enterprise.objects.exclude(state=State.DRAFT).count()
    verified = Enterprise.objects.filter(state=State.VERIFIED).first()
    assert (len(waiting), [one.holder is not None for one in checked]) == (4, [True])
    assert (Notice.objects.count(), Delivery.objects.count(), File.objects.count()) == (*[submitted] * 2, 2 * submitted)
    assert verified
    assert [event.after for event in Event.objects.of(verified)] == ["submitted", "in-review", "verified"]


def test_crowd_is_made_once_and_gives_every_enterprise_a_member() -> None:
    with pytest.raises(CrowdedError, match="more members"):
        make(enterprises=96, members=100)
    make(enterprises=40, members=130)

    with pytest.raises(CrowdedError, match="already"):
        make(enterprises=40, members=130)
