"""Sample exhibits are plainly marked, and made once."""

import io

import pytest
from django.core.management import CommandError, call_command

from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.exhibits.models import Exhibit
from tests.factories import EnterpriseFactory, JurisdictionFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_sample_exhibits_are_made_once_and_marked() -> None:
    JurisdictionFactory.create(code="kz")
    EnterpriseFactory.create(state=State.VERIFIED, number="", owner=UserFactory.create(email=OWNER))
    said = io.StringIO()

    call_command("make_sample_exhibits", stdout=said)
    call_command("make_sample_exhibits", stdout=said)

    made = Exhibit.objects.with_file()
    assert said.getvalue() == "Sample exhibits made: 5.\nSample exhibits made: 0.\n"
    assert all("示例" in one.name or "образец" in one.name for one in made)
    assert [one.number for one in made if one.translation_of] == [3]
    assert {one.file.is_served for one in made} == {True}


def test_without_sample_enterprises_there_are_no_sample_exhibits() -> None:
    with pytest.raises(CommandError, match="make the sample enterprises"):
        call_command("make_sample_exhibits")
