"""What the other side outside China is shown of a mediation while the applicant has not agreed, or no longer agrees."""

import pytest

from legal.matters.actions import drafting
from legal.matters.actions.moving import move
from legal.matters.actions.submitting import submit
from legal.matters.models import Actor, Party
from legal.mediation.actions import settling
from legal.mediation.papers import of_participants
from legal.serving.models import Service
from portal.workflow.errors import NotAllowedError
from tests.factories import JurisdictionFactory
from tests.legal.mediation.world import TEXTS, holder, invited

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def test_nothing_of_it_is_shown_abroad_without_consent_and_one_can_leave(
    signed_in, at, other, mediator, put, officer
) -> None:
    there = other.matter.settlements.filter(pk__in=of_participants(other.user))
    assert there.exists()
    Party.objects.filter(pk=other.party_id).update(country=JurisdictionFactory.create(code="kz"))
    client = signed_in(other.user)

    page = client.get(other.get_absolute_url())
    closed = {name: client.get(at(f"other-{name}", other)).status_code for name in ("settlement", "sessions", "leave")}
    confirmed = client.post(at("other-settlement", other), {"sha256": put, "confirmed": "on"})
    with pytest.raises(NotAllowedError) as refusal:
        settling.put(other.matter, texts=TEXTS, by=officer)

    assert (closed, confirmed.status_code) == ({"settlement": 404, "sessions": 404, "leave": 200}, 404)
    assert (str(mediator) in page.text, at("other-settlement", other) in page.text) == (False, False)
    assert at("other-leave", other) in page.text
    assert refusal.value.code == "consent"
    assert not there.exists()


def test_other_side_that_was_served_stays_with_the_proof_of_it(described) -> None:
    submit(described, by=described.begun_by)
    described.refresh_from_db()
    # Served before it was examined, as staff may.
    other = invited(described, holder(described))
    for name in ("examine", "ask-supplement"):
        move(described, name, by=None, actor=Actor.OFFICER, reason="Who is it?")

    with pytest.raises(NotAllowedError) as refusal:
        drafting.remove_party(other.party, version=described.version, by=described.begun_by)

    assert (refusal.value.code, Service.objects.filter(party=other.party).exists()) == ("held", True)
