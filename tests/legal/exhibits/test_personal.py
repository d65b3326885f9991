"""What a person added is told to them, and stays with the enterprise."""

import pytest

from enterprises.policies import Role
from legal.exhibits.models import Exhibit
from legal.exhibits.personal import fates, held_about
from portal.privacy.actions.erasures import delete_account
from tests.factories import ExhibitFactory, MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_person_is_told_what_they_added(exhibit, owner) -> None:
    ExhibitFactory.create()

    (section,) = held_about(owner)

    assert [(row["number"], row["name"], row["sha256"]) for row in section["rows"]] == [
        (1, "Contract 7", exhibit.sha256)
    ]
    assert [count for _what, count, _why, _until in fates(owner)] == [1]


def test_exhibit_outlives_the_account_of_who_added_it(enterprise, exhibit, owner) -> None:
    MembershipFactory.create(enterprise=enterprise, role=Role.OWNER, person=UserFactory.create())

    delete_account(owner, by=owner)

    assert Exhibit.objects.get().added_by == owner
