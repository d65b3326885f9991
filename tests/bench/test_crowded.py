"""The crowd of the benchmark is as large as it was asked for, and the same each time."""

import pytest

from enterprises.models import Enterprise, Membership
from portal.reference.models import Jurisdiction
from tests.bench.crowded import make


@pytest.mark.django_db
def test_crowd_is_as_large_as_asked_for_and_every_enterprise_has_an_owner() -> None:
    Jurisdiction.objects.create(code="cn", name_zh_hans="中国")

    make(enterprises=40, members=130)

    assert (Enterprise.objects.count(), Membership.objects.count()) == (40, 130)
    assert set(Membership.objects.owners().values_list("enterprise", flat=True)) == set(
        Enterprise.objects.values_list("pk", flat=True)
    )
    assert Enterprise.objects.beginning_with("喀什第0").count() == 1
