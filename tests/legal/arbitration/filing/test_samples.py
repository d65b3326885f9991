"""Sample requests are plainly marked, and made once."""

import io

import pytest
from django.core.management import CommandError, call_command

from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.arbitration.actions.samples import OFFICER
from legal.arbitration.models import Supplement
from legal.matters.models import Matter
from legal.rules.loading import figures
from tests.factories import EnterpriseFactory, ExhibitFactory, JurisdictionFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_sample_requests_are_made_once_in_different_states_and_marked() -> None:
    figures.load_institutions({})
    JurisdictionFactory.create(code="kz")
    owner = UserFactory.create(email=OWNER)
    UserFactory.create(email=OFFICER)
    ExhibitFactory.create(enterprise=EnterpriseFactory.create(state=State.VERIFIED, number="", owner=owner))
    said = io.StringIO()

    call_command("make_sample_arbitrations", stdout=said)
    call_command("make_sample_arbitrations", stdout=said)

    made = Matter.objects.order_by("pk")
    assert said.getvalue() == ("Sample requests for arbitration made: 3.\nSample requests for arbitration made: 0.\n")
    assert [one.state for one in made] == ["draft", "examined", "supplement"]
    assert all("示例" in one.title or "образец" in one.title for one in made)
    assert len(Supplement.objects.get().points) == 2


def test_without_sample_enterprises_there_are_no_sample_requests() -> None:
    with pytest.raises(CommandError, match="make the sample enterprises"):
        call_command("make_sample_arbitrations")
