"""Others come in: somebody is joined as staff decide."""

import pytest

from legal.arbitration.actions import joining
from legal.arbitration.kinds import Asked
from legal.arbitration.models import Joinder
from legal.matters.kinds import Side
from portal.languages import CODES
from portal.workflow.errors import NotAllowedError
from tests.factories import JurisdictionFactory, UserFactory
from tests.legal.arbitration.filing.world import moved, officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
ASKED = {"side": "respondent", "kind": "company", "name": "ТОО «Клевер»", "country": "kz", "reasons": "It guaranteed."}


@pytest.fixture
def accepted(filed):
    return moved(filed, "examine", "accept")


@pytest.fixture
def joinder(accepted):
    country = JurisdictionFactory.create(code="kz")
    return joining.ask(accepted, facts=ASKED | {"country": country}, by=accepted.begun_by)


@pytest.mark.parametrize("language", CODES)
def test_party_is_asked_to_be_joined_in_each_language(signed_in, at, accepted, language):
    client = signed_in(accepted.begun_by)

    shown = client.get(at("joinder", accepted, language))
    wrong = client.post(at("joinder", accepted, language), ASKED | {"name": ""})
    answer = client.post(at("joinder", accepted, language), ASKED)

    assert (shown.status_code, wrong.status_code) == (200, 422)
    assert answer["Location"] == at("matters:matter", accepted, language)
    page = client.get(at("matters:matter", accepted, language)).text
    assert "<bdi>ТОО «Клевер»</bdi>" in page
    assert at("joinder", accepted, language) in page
    assert accepted.parties.count() == 2


def test_nobody_is_joined_before_the_request_is_accepted(signed_in, at, filed):
    country = JurisdictionFactory.create(code="kz")

    with pytest.raises(NotAllowedError) as refusal:
        joining.ask(filed, facts=ASKED | {"country": country}, by=filed.begun_by)

    assert refusal.value.code == "state"
    assert signed_in(filed.begun_by).get(at("joinder", filed)).status_code == 404


def test_not_more_are_asked_for_than_can_be(signed_in, at, accepted, monkeypatch):
    monkeypatch.setattr("legal.arbitration.actions.parts.MOST", 0)

    answer = signed_in(accepted.begun_by).post(at("joinder", accepted), ASKED)

    assert "More than these cannot be written in one request." in answer.text


def test_who_is_joined_stands_among_the_parties(accepted, joinder):
    joining.decide(joinder, granted=True, answer="", by=officer(accepted))

    accepted.refresh_from_db()
    party = accepted.parties.get(name="ТОО «Клевер»")
    assert (party.side, party.position, accepted.cross_border) == (Side.RESPONDENT, 3, True)
    assert str(Joinder.objects.get()) == "ТОО «Клевер»"
    assert Joinder.objects.get().mark == "done"
    assert accepted.entries.latest("position").what == "arbitration.parts.grant-joinder"


def test_refusal_says_why(signed_in, at, accepted, joinder):
    joining.decide(joinder, granted=False, answer=" No guarantee. ", by=officer(accepted))

    page = signed_in(accepted.begun_by).get(at("matters:matter", accepted)).text

    assert Joinder.objects.get().state == Asked.REFUSED
    assert "No guarantee." in page
    assert accepted.parties.count() == 2


@pytest.mark.parametrize(
    ("who", "granted", "answer", "code"),
    [
        ("anybody", True, "", "role"),
        ("officer", False, " ", "reason"),
        ("twice", True, "", "decided"),
        ("late", True, "", "state"),
    ],
)
def test_decision_that_is_not_allowed_changes_nothing(joinder, who, granted, answer, code):
    by = UserFactory.create() if who == "anybody" else officer(joinder.matter)
    if who == "twice":
        joining.decide(joinder, granted=False, answer="No.", by=by)
    if who == "late":
        moved(joinder.matter, "notify-fee", "note-payment", "notify", "hand-over")

    with pytest.raises(NotAllowedError) as refusal:
        joining.decide(joinder, granted=granted, answer=answer, by=by)

    assert refusal.value.code == code
