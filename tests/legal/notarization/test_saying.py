"""What an application says is saved upon the version that was seen, and frozen when it is submitted."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.html import conditional_escape

from enterprises.errors import ChangedMeanwhileError
from legal.exhibits.models import Exhibit
from legal.matters.actions.expiring import empty
from legal.matters.actions.moving import move
from legal.matters.actions.submitting import submit, supplement
from legal.matters.completeness import missing_in
from legal.matters.errors import IncompleteMatterError
from legal.matters.models import Actor, Matter
from legal.notarization.actions.saying import say
from legal.notarization.models import Particulars
from tests.factories import MatterFactory, ProducedFactory
from tests.legal.notarization.world import moved_to, said

pytestmark = pytest.mark.django_db


def test_empty_application_says_all_it_lacks() -> None:
    assert missing_in(MatterFactory.create(kind="notarization")) == [
        "Say what is to be certified.",
        "Choose among the exhibits of the matter the documents that are to be notarized.",
        "Say what the certificate is for.",
        "Say in which country the certificate will be used.",
        "Say which place or office you want, and why an office there is competent.",
        "Say how the certificate is handed over, and to whom.",
    ]


def test_each_sentence_of_what_lacks_leads_to_its_field(client: Client) -> None:
    draft = MatterFactory.create(kind="notarization")
    client.force_login(draft.begun_by)

    shown = client.get(draft.get_absolute_url()).text

    for sentence in missing_in(draft):
        assert conditional_escape(sentence) in shown
        page, _hash, field = sentence.address.partition("#")
        assert f'id="{field}"' in client.get(page).text


def test_courier_needs_an_address(draft: Matter) -> None:
    documents = list(draft.produced.values_list("pk", flat=True))
    facts = said(collection="courier")
    say(draft, facts=facts, documents=documents, version=draft.version, by=draft.begun_by)

    assert missing_in(draft) == ["Give the address to which the courier brings the certificate."]


def test_documents_are_chosen_anew(draft: Matter) -> None:
    other = ProducedFactory.create(matter=draft)

    say(draft, facts=said(), documents=[other.pk], version=draft.version, by=draft.begun_by)

    assert [str(one) for one in draft.notarized.all()] == [str(other)]


def test_what_was_saved_meanwhile_is_not_written_over(draft: Matter) -> None:
    with pytest.raises(ChangedMeanwhileError):
        say(draft, facts=said(act="contract"), documents=[], version=draft.version - 1, by=draft.begun_by)

    assert Particulars.objects.get().act == "copy"


def test_submission_has_everything_that_was_said(draft: Matter) -> None:
    submission = submit(draft, by=draft.begun_by)

    assert json.loads(submission.content)["proceeding"] == {
        "act": "copy",
        "item": 10,
        "purpose": "Registration of a branch in Almaty",
        "country": "kz",
        "apostille": True,
        "languages": ["ru"],
        "copies": 2,
        "place": "domicile",
        "office": "Kashgar",
        "collection": "counter",
        "receiver": "Aygul Sample",
        "address": "",
        "documents": [1],
    }


def test_supplement_is_frozen_once_more() -> None:
    matter, officer = moved_to("checked")
    move(matter, "ask-supplement", by=officer, actor=Actor.OFFICER, reason="The back of the licence.")
    say(matter, facts=said(copies=3), documents=[], version=matter.version, by=matter.begun_by)

    with pytest.raises(IncompleteMatterError):
        supplement(matter, by=matter.begun_by)
    produced = ProducedFactory.create(matter=matter)
    matter.refresh_from_db()
    say(matter, facts=said(copies=3), documents=[produced.pk], version=matter.version, by=matter.begun_by)
    second = supplement(matter, by=matter.begun_by)

    matter.refresh_from_db()
    assert (matter.state, second.position) == ("checked", 2)
    assert json.loads(second.content)["proceeding"]["copies"] == 3


def test_expired_matter_holds_nothing_of_it(draft: Matter) -> None:
    empty(draft)

    assert not Particulars.objects.exists()
    assert not draft.notarized.exists()
    assert Exhibit.objects.exists()


@pytest.mark.parametrize("wrong", [{"copies": 0}, {"copies": 51}, {"address": "Kashgar, Sample Road 1"}])
def test_database_refuses_what_cannot_be(draft: Matter, wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Particulars.objects.update(**wrong)


def test_application_is_called_as_its_matter(draft: Matter) -> None:
    assert str(draft.notarization) == "Copy of the licence"
