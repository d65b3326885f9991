"""Officers decide in the console whether somebody becomes a party; what they decide is told once."""

from typing import Any

import pytest
from django.contrib import admin
from django.core.cache import cache
from django.test import Client

from legal.arbitration.actions import joining
from legal.arbitration.models import Joinder
from legal.handling.actions.deciding import decide
from legal.matters.actions.declaring import declare
from portal.accounts.models import User
from portal.languages import CODES
from portal.notices.models import Notice
from portal.workflow.actions import release
from tests.factories import JurisdictionFactory, ParticipantFactory
from tests.legal.arbitration.filing.world import moved, officer
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
ASKED = {"side": "respondent", "kind": "company", "name": "ТОО «Клевер»", "reasons": "It guaranteed."}


@pytest.fixture
def joinder(filed):
    accepted = moved(filed, "examine", "accept")
    country = JurisdictionFactory.create(code="kz")
    return joining.ask(accepted, facts=ASKED | {"country": country}, by=accepted.begun_by)


@pytest.fixture
def holder(joinder):
    return officer(joinder.matter)


@pytest.fixture
def console(holder):
    cache.clear()
    client = Client()
    signed_in_staff(client, holder)
    return client


def place(joinder):
    return f"/console/arbitration/joinder/of/{joinder.matter.key}/{joinder.position}/"


@pytest.mark.parametrize("language", CODES)
def test_request_is_seen_and_granted(console, joinder, holder, language):
    User.objects.filter(pk=holder.pk).update(language=language)
    console.cookies["django_language"] = language
    file = f"/console/matters/matter/{joinder.matter.key}/"
    assert place(joinder) in console.get(file).text

    shown = console.get(place(joinder))
    wrong = console.post(place(joinder), {"decision": "refused", "answer": ""})
    done = console.post(place(joinder), {"decision": "granted", "answer": "It signed."})

    assert [shown.status_code, wrong.status_code, done["Location"]] == [200, 422, file]
    assert "It guaranteed." in shown.text
    assert joinder.matter.parties.filter(name="ТОО «Клевер»").exists()
    after = console.get(place(joinder)).text
    assert ["It signed." in after, 'name="decision"' in after] == [True, False]


def test_both_sides_are_told_with_the_reasons(console, joinder):
    other = ParticipantFactory.create(matter=joinder.matter, party=joinder.matter.parties.get(own=False))
    other.party.country = joinder.matter.enterprise.country
    other.party.save()
    other.invitation.country = joinder.matter.enterprise.country
    other.invitation.party = other.party
    other.invitation.save()

    console.post(place(joinder), {"decision": "refused", "answer": "It gave no guarantee."})

    message = joinder.matter.messages.get()
    assert "does not become a party" in message.body
    assert "It gave no guarantee." in message.body
    told = Notice.objects.filter(kind__in=["matters.message", "serving.message"])
    assert set(told.values_list("user", flat=True)) == {joinder.matter.begun_by_id, other.user_id}


def test_decision_made_meanwhile_is_said(console, joinder, holder):
    joining.decide(joinder, granted=True, answer="", by=holder)

    again = console.post(place(joinder), {"decision": "granted", "answer": ""})

    assert again.status_code == 422
    assert "This was decided already." in again.text


def test_colleague_without_the_file_reads_and_decides_nothing(console, joinder, holder):
    release(joinder.matter, by=holder)

    assert 'name="decision"' not in console.get(place(joinder)).text
    assert console.post(place(joinder), {"decision": "granted"}).status_code == 302
    assert Joinder.objects.get().is_open


def test_list_has_those_of_files_one_has_opened(rf, joinder):
    shown: Any = admin.site._registry[Joinder]
    found = []
    other, undeclared = officer(), officer()
    declare(joinder.matter, conflict=False, by=other)
    for person in (other, undeclared):
        request = rf.get("/")
        request.user = User.objects.get(pk=person.pk)
        found.append(list(shown.get_queryset(request)))

    assert found == [[joinder], []]
    assert shown.reference(joinder) == joinder.matter.number


@pytest.mark.parametrize(("move", "reason"), [("refuse", "No agreement."), ("ask-supplement", "The contract.")])
def test_decision_is_told_once(filed, move, reason):
    by = officer(filed)
    moved(filed, "examine")
    Notice.objects.all().delete()

    decide(filed, move, reason=reason, by=by)

    assert list(Notice.objects.values_list("kind", flat=True)) == ["handling.decided"]
