"""What an entrustment says is saved upon the version that was seen, and frozen when it is submitted."""

import datetime
import json

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.html import conditional_escape

from enterprises.errors import ChangedMeanwhileError
from legal.appraisal.actions import saying
from legal.appraisal.actions.saying import list_material, say, take_off
from legal.appraisal.models import Entrustment, Material, Opinion
from legal.matters.actions.expiring import empty
from legal.matters.actions.submitting import submit
from legal.matters.completeness import missing_in
from legal.matters.models import Matter, Produced
from portal.workflow.errors import NotAllowedError
from tests.factories import ExhibitFactory, MatterFactory
from tests.legal.appraisal.world import a_draft, said

pytestmark = pytest.mark.django_db
ONE = {"name": "Envelope", "kind": "other", "quantity": 1, "condition": "sealed", "produced": None}


def saved(matter: Matter, **changed: object) -> Entrustment:
    matter.refresh_from_db()
    return say(matter, facts=said(**changed), version=matter.version, by=matter.begun_by)


def test_empty_entrustment_says_all_it_lacks() -> None:
    assert missing_in(MatterFactory.create(kind="appraisal")) == [
        "Say of which of the four classes the appraisal is.",
        "Say who entrusts the appraisal.",
        "Say what is to be appraised, and what the opinion is for.",
        "Write down the questions to the appraisers.",
        "Tell the facts of the case in short.",
        "List the materials that the appraisers are to examine.",
        "Say what becomes of the materials afterwards.",
        "Say how the opinion is handed over.",
    ]


def test_each_sentence_of_what_lacks_leads_to_its_field(client: Client) -> None:
    draft = MatterFactory.create(kind="appraisal")
    client.force_login(draft.begun_by)

    shown = client.get(draft.get_absolute_url()).text

    for sentence in missing_in(draft):
        assert conditional_escape(sentence) in shown
        page, _hash, field = sentence.address.partition("#")
        there = client.get(page).text
        assert not field or f'id="{field}"' in there


def test_one_answer_asks_for_another(draft: Matter) -> None:
    saved(draft, entruster="authority", round="repeat", delivery="courier")
    draft.materials.all().delete()
    draft.produced.all().delete()
    list_material(draft, facts=ONE, by=draft.begun_by)

    assert missing_in(draft) == [
        "Name the body or the parties that entrust the appraisal.",
        "Name the earlier appraisal, or produce its opinion as an exhibit.",
        "Give the address to which the courier brings the opinion.",
    ]


def test_what_was_saved_meanwhile_is_not_written_over(draft: Matter) -> None:
    with pytest.raises(ChangedMeanwhileError):
        say(draft, facts=said(branch="medicine"), version=draft.version - 1, by=draft.begun_by)

    assert Entrustment.objects.get().branch == "physical"


def test_re_appraisal_is_of_an_appraisal_of_the_same_enterprise_with_an_opinion(draft: Matter) -> None:
    first = a_draft(enterprise=draft.enterprise, begun_by=draft.begun_by)
    for of_it in (draft, first, other := a_draft()):
        exhibit = ExhibitFactory.create(enterprise=of_it.enterprise)
        facts = {"number": "1", "issued_on": datetime.date(2026, 11, 1), "recorded_by": of_it.begun_by}
        Opinion.objects.create(matter=of_it, exhibit=exhibit, **facts)

    for wrong in (draft, other):
        with pytest.raises(NotAllowedError) as refused:
            saved(draft, round="repeat", parent=wrong)
        assert refused.value.code == "parent"
    assert saved(draft, round="repeat", parent=first).frozen()["parent"] == first.number


def test_materials_are_listed_in_turn_and_move_up(draft: Matter) -> None:
    take_off(draft.materials.get(position=1), version=draft.version, by=draft.begun_by)
    list_material(draft, facts=ONE, by=draft.begun_by)

    assert [str(one) for one in draft.materials.all()] == ["1. Impressions", "2. Envelope"]


def test_material_that_is_gone_is_not_taken_off_again(draft: Matter) -> None:
    material = draft.materials.get(position=1)
    take_off(material, version=draft.version, by=draft.begun_by)

    with pytest.raises(NotAllowedError) as refused:
        take_off(Material(pk=material.pk, matter=draft), version=draft.version + 1, by=draft.begun_by)

    assert refused.value.code == "gone"


def test_material_is_no_exhibit_that_was_taken_out_meanwhile(draft: Matter) -> None:
    produced = draft.produced.get()
    Produced.objects.filter(pk=produced.pk).delete()

    with pytest.raises(NotAllowedError) as refused:
        list_material(draft, facts=ONE | {"produced": produced}, by=draft.begun_by)

    assert refused.value.code == "gone"


def test_list_of_materials_has_an_end(draft: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saying, "MOST_MATERIALS", 2)

    with pytest.raises(NotAllowedError) as refused:
        list_material(draft, facts=ONE, by=draft.begun_by)

    assert refused.value.code == "many"


def test_submission_has_everything_that_was_said(draft: Matter) -> None:
    saved(draft, wanted_by=datetime.date(2026, 12, 31))

    content = json.loads(submit(draft, by=draft.begun_by).content)["proceeding"]

    assert content.pop("materials") == [
        {"position": 1, "name": "Contract", "kind": "questioned", "quantity": 1, "condition": "", "exhibit": 1},
        {"position": 2, "name": "Impressions", "kind": "sample", "quantity": 1, "condition": "", "exhibit": None},
    ]
    assert content == said(wanted_by="2026-12-31", parent="")


def test_expired_matter_holds_nothing_of_it(draft: Matter) -> None:
    empty(draft)

    assert not Entrustment.objects.exists()
    assert not Material.objects.exists()


@pytest.mark.parametrize("wrong", [{"address": "Kashgar, Sample Road 1"}, {"parent": True}])
def test_database_refuses_what_cannot_be(draft: Matter, wrong: dict[str, object]) -> None:
    facts = {"parent": draft} if "parent" in wrong else wrong

    with pytest.raises(IntegrityError), transaction.atomic():
        Entrustment.objects.update(**facts)


def test_entrustment_is_called_as_its_matter(draft: Matter) -> None:
    assert str(draft.entrustment) == "The seal on the contract"
