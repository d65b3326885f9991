"""Sample mediations are plainly marked, made once, and show what there is: a time ahead, a text, a settlement."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.matters.models import Matter
from legal.mediation.actions.awarding import hand_on
from legal.mediation.actions.samples import OFFICER, OTHER
from legal.mediation.enterprises import enterprises_of
from legal.mediation.models import Mediator, Session, Settlement
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.files.models import File
from portal.privacy.loading import load
from tests.factories import EnterpriseFactory, ExhibitFactory, JurisdictionFactory, UserFactory

pytestmark = pytest.mark.django_db
MARKS = ("示例", "ample", "бразец")


@pytest.fixture
def prepared() -> None:
    load()
    JurisdictionFactory.create(code="kz")
    apply_roles()
    for role in (OFFICER, "registrar"):
        UserFactory.create(is_staff=True).groups.add(Group.objects.get(name=role))
    UserFactory.create(email=OTHER)
    owner = UserFactory.create(email=OWNER)
    ExhibitFactory.create(enterprise=EnterpriseFactory.create(state=State.VERIFIED, number="", owner=owner))


@pytest.mark.usefixtures("prepared")
def test_samples_are_made_once_in_three_states_and_marked_in_three_languages() -> None:
    said = io.StringIO()

    for _ in range(2):
        call_command("make_sample_mediations", stdout=said)

    made = Matter.objects.order_by("pk")
    assert said.getvalue().splitlines() == ["Sample mediations made: 3.", "Sample mediations made: 0."]
    assert [one.state for one in made] == ["sessions", "settled", "confirmed"]
    assert [one.language for one in made] == ["zh-hans", "en", "ru"]
    for one, mark in zip(made, MARKS, strict=True):
        assert mark in one.title
        assert mark in one.dispute.about
    for mediator in Mediator.objects.all():
        assert mediator.sample
        for column, mark in zip(("name_zh_hans", "name_en", "name_ru"), MARKS, strict=True):
            assert mark in getattr(mediator, column)


@pytest.mark.usefixtures("prepared")
def test_samples_have_a_time_ahead_versions_of_a_text_and_a_paper() -> None:
    call_command("make_sample_mediations", stdout=io.StringIO())

    going_on, put, settled = Matter.objects.order_by("pk")
    assert list(Session.objects.filter(matter=going_on).values_list("state", flat=True)) == ["agreed", "proposed"]
    assert [one.version for one in put.settlements.all()] == [1, 2]
    assert not put.confirmations.exists()
    assert Settlement.objects.confirmed().get().matter == settled
    assert File.objects.get(purpose="mediation.settlement").name == f"settlement-{settled.number}.pdf"


@pytest.mark.usefixtures("prepared")
def test_enterprise_of_the_other_side_is_marked_and_can_ask_for_an_award() -> None:
    call_command("make_sample_mediations", stdout=io.StringIO())

    settled = Matter.objects.get(state="confirmed")
    ours = enterprises_of(settled.participants.get()).get()
    assert str(ours.register_name) == settled.parties.get(own=False).name
    assert all(mark in name for mark, name in zip(MARKS, ours.names().values(), strict=True))
    assert hand_on(settled, enterprise=ours, by=User.objects.get(email=OTHER)).begun.enterprise == ours


def test_without_two_sides_there_are_no_samples() -> None:
    with pytest.raises(CommandError, match="no two sides"):
        call_command("make_sample_mediations")


@pytest.mark.parametrize("role", [OFFICER, "registrar"])
@pytest.mark.usefixtures("prepared")
def test_without_an_officer_there_are_no_samples(role: str) -> None:
    Group.objects.get(name=role).user_set.clear()

    with pytest.raises(CommandError, match="make the sample staff"):
        call_command("make_sample_mediations")
