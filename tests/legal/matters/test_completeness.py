"""What a matter lacks is said before anybody tries to submit it; a stranger is shown none."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from enterprises.states import State as Registration
from legal.matters.actions import representing
from legal.matters.completeness import missing_in
from legal.matters.models import Matter, Submission
from tests.factories import RepresentativeFactory

pytestmark = pytest.mark.django_db


def test_enterprise_that_is_not_verified_is_told_so_beforehand(complete: Matter) -> None:
    complete.enterprise.state = Registration.SUBMITTED

    assert missing_in(complete) == ["The registration of the enterprise has to be verified first."]


def test_authority_that_has_ended_is_told_before_it_is_left_out(complete: Matter) -> None:
    one = RepresentativeFactory.create(matter=complete, valid_until=datetime.date(2026, 2, 1))

    (sentence,) = missing_in(complete)
    representing.revoke(one, by=complete.begun_by)

    assert sentence == "The authority of Sample Counsel has ended. Take it out or revoke it, and hand in another paper."
    assert missing_in(complete) == []


def test_matter_is_visible_to_members_and_to_nobody_who_is_not_signed_in(submitted: Matter) -> None:
    stranger = AnonymousUser()

    assert list(Matter.objects.visible_to(submitted.begun_by)) == [submitted]
    assert (Matter.objects.visible_to(stranger).exists(), Submission.objects.visible_to(stranger).exists()) == (
        False,
        False,
    )
