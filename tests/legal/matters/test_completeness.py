"""What a matter lacks is said before anybody tries to submit it; a stranger is shown none."""

import pytest
from django.contrib.auth.models import AnonymousUser

from enterprises.states import State as Registration
from legal.matters.completeness import missing_in
from legal.matters.models import Matter, Submission

pytestmark = pytest.mark.django_db


def test_enterprise_that_is_not_verified_is_told_so_beforehand(complete: Matter) -> None:
    complete.enterprise.state = Registration.SUBMITTED

    assert missing_in(complete) == ["The registration of the enterprise has to be verified first."]


def test_matter_is_visible_to_members_and_to_nobody_who_is_not_signed_in(submitted: Matter) -> None:
    stranger = AnonymousUser()

    assert list(Matter.objects.visible_to(submitted.begun_by)) == [submitted]
    assert (Matter.objects.visible_to(stranger).exists(), Submission.objects.visible_to(stranger).exists()) == (
        False,
        False,
    )
