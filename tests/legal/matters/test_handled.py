"""Staff work on what was submitted, of the kinds they have a right for."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from legal.matters.models import Matter
from tests.factories import MatterFactory, UserFactory

pytestmark = pytest.mark.django_db
SUBMITTED = {"state": "submitted", "year": 2026, "serial": 1, "number": "TRY-2026-00001"}


def an_officer():
    officer = UserFactory.create(is_staff=True)
    officer.user_permissions.add(Permission.objects.get(content_type__app_label="matters", codename="view_matter"))
    return type(officer).objects.get(pk=officer.pk)


def submitted(draft):
    Matter.objects.filter(pk=draft.pk).update(**SUBMITTED, submitted_at=draft.begun_at, submitted_by=draft.begun_by)
    return draft


def test_officer_handles_what_was_submitted_of_their_kind(draft):
    MatterFactory.create()
    submitted(draft)

    assert list(Matter.objects.handled_by(an_officer())) == [draft]


def test_officer_does_not_handle_what_is_of_no_kind_of_theirs(draft):
    Matter.objects.filter(pk=submitted(draft).pk).update(kind="arbitration")

    assert not Matter.objects.handled_by(an_officer()).exists()


@pytest.mark.parametrize("user", [AnonymousUser, UserFactory.create])
def test_nobody_else_handles_anything(draft, user):
    submitted(draft)

    assert not Matter.objects.handled_by(user()).exists()
