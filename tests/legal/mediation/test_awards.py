"""The other side asks for an award by consent as well: for its own enterprise, in a draft of its own."""

import pytest

from enterprises.models import Enterprise, Membership
from legal.matters.actions.moving import move, withdraw
from legal.matters.models import Actor, Entry
from legal.mediation.actions import awarding, settling
from legal.mediation.enterprises import enterprises_of
from legal.mediation.models import Award
from legal.mediation.shown import award_of
from legal.serving.models import Participant
from portal.languages import CODES
from tests.at_once import at_once
from tests.factories import (
    EnterpriseFactory,
    JurisdictionFactory,
    MatterInvitationFactory,
    MembershipFactory,
    ParticipantFactory,
)
from tests.legal.mediation.test_acting import refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(settled) -> None:
    settling.make_paper(settled.settlements.get().pk)


@pytest.fixture
def theirs(other) -> Enterprise:
    """The enterprise of whoever takes part on the other side."""
    return EnterpriseFactory.create(owner=other.user, state="verified", number="")


@pytest.mark.usefixtures("paper")
def test_each_side_asks_for_its_own_award_and_is_shown_no_other(settled, other, theirs) -> None:
    ours = awarding.hand_on(settled, by=settled.begun_by)
    award = awarding.hand_on(settled, enterprise=theirs, by=other.user)
    again = awarding.hand_on(settled, enterprise=theirs, by=other.user)

    begun, applicant = award.begun, settled.parties.get(own=True)
    against = begun.parties.get(own=False)
    assert (award, award.side, begun.enterprise, begun.kind) == (again, "respondent", theirs, "arbitration")
    assert (against.side, against.name, against.email, against.number) == ("respondent", applicant.name, "", "")
    assert begun.language == other.invitation.language
    assert begun.produced.get().exhibit.enterprise == theirs
    assert begun.produced.get().exhibit.sha256 == settled.settlements.get().paper.sha256
    assert award_of(settled, "respondent", seat=other) == award
    assert award_of(settled, "applicant", seat=None) == ours
    assert award_of(settled, "respondent", seat=ParticipantFactory.create()) is None
    assert begun.key not in str(list(Entry.objects.filter(matter=settled).values_list("details", flat=True)))


@pytest.mark.usefixtures("paper")
def test_award_is_asked_for_by_an_enterprise_that_can_be_the_other_side(settled, other, theirs) -> None:
    party, by = settled.parties.get(own=False), other.user
    party.scheme, party.number, party.checked = "cn-uscc", "91653101MA0000000X", "format"
    party.save()
    another = EnterpriseFactory.create(owner=by, state="verified")
    abroad = EnterpriseFactory.create(
        owner=by, state="verified", number="", country=JurisdictionFactory.create(code="kz")
    )
    unverified = EnterpriseFactory.create(owner=by, number="")
    viewed = MembershipFactory.create(
        person=by, role="viewer", enterprise=EnterpriseFactory.create(state="verified", number="")
    ).enterprise

    codes = [
        refusal(lambda one=one: awarding.hand_on(settled, enterprise=one, by=by))
        for one in (None, another, abroad, unverified, viewed, settled.enterprise)
    ]

    assert set(codes) == {"enterprise"}
    assert not Award.objects.exists()
    assert list(enterprises_of(Participant.objects.get(pk=other.pk))) == [theirs]


@pytest.mark.usefixtures("paper")
def test_settlement_goes_to_an_enterprise_abroad_only_with_the_consent_of_the_applicant(settled, other, theirs) -> None:
    kazakhstan = JurisdictionFactory.create(code="kz")
    settled.parties.filter(own=False).update(country=kazakhstan)
    Enterprise.objects.filter(pk=theirs.pk).update(country=kazakhstan)

    assert refusal(lambda: awarding.hand_on(settled, enterprise=theirs, by=other.user)) == "consent"


@pytest.mark.usefixtures("paper")
def test_side_has_one_draft_until_it_is_withdrawn(settled, other, theirs) -> None:
    first = awarding.hand_on(settled, enterprise=theirs, by=other.user)
    invitation = MatterInvitationFactory.create(party=other.party)
    colleague = ParticipantFactory.create(invitation=invitation).user
    own = EnterpriseFactory.create(owner=colleague, state="verified", number="")

    begun = refusal(lambda: awarding.hand_on(settled, enterprise=own, by=colleague))
    withdraw(first.begun, by=other.user)
    second = awarding.hand_on(settled, enterprise=own, by=colleague)

    assert (begun, second.begun.enterprise) == ("begun", own)
    assert award_of(settled, "respondent", seat=other) == first


@pytest.mark.usefixtures("paper")
def test_representative_of_the_applicant_from_outside_asks_for_none(settled) -> None:
    own = settled.parties.get(own=True)
    lawyer = ParticipantFactory.create(invitation=MatterInvitationFactory.create(party=own)).user

    assert refusal(lambda: awarding.hand_on(settled, by=lawyer)) == "role"


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
@pytest.mark.usefixtures("paper")
def test_both_sides_who_ask_at_once_have_a_draft_each(settled, other, theirs) -> None:
    ours = settled.begun_by

    awards = at_once(
        lambda: awarding.hand_on(settled, by=ours),
        lambda: awarding.hand_on(settled, enterprise=theirs, by=other.user),
        lambda: awarding.hand_on(settled, by=ours),
        lambda: awarding.hand_on(settled, enterprise=theirs, by=other.user),
    )

    assert (awards[0], awards[1]) == (awards[2], awards[3])
    assert [one.begun.enterprise for one in awards[:2]] == [settled.enterprise, theirs]
    assert Award.objects.count() == 2


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize("language", CODES)
def test_other_side_chooses_its_enterprise_in_each_language(signed_in, at, settled, other, theirs, language) -> None:
    ours, client = signed_in(settled.begun_by), signed_in(other.user)
    asking = at("other-award", other, language)

    shown = client.get(at("other-settlement", other, language))
    nothing = client.post(asking, {})
    begun = client.post(asking, {"enterprise": theirs.key})
    after = client.get(at("serving:matter", other, language))
    side = ours.get(at("matters:matter", settled, language))
    draft = client.get(begun["Location"])
    again = client.get(at("other-settlement", other, language))

    key = Award.objects.get().begun.key
    assert (asking in shown.text, str(theirs.key) in shown.text, "checked" in shown.text) == (True, True, True)
    assert [one.status_code for one in (shown, nothing, begun, draft)] == [200, 422, 302, 200]
    assert 'class="error"' in nothing.text
    assert (key in begun["Location"], key in after.text, key in side.text) == (True, True, False)
    assert (key in again.text, asking in again.text) == (True, False)


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize("language", CODES)
def test_other_side_without_an_enterprise_is_told_to_register_one(signed_in, at, other, language) -> None:
    shown = signed_in(other.user).get(at("other-settlement", other, language))

    assert (at("other-award", other, language) in shown.text, "/enterprises/register/" in shown.text) == (False, True)


@pytest.mark.usefixtures("paper")
def test_other_side_with_several_enterprises_has_to_choose(signed_in, at, other, theirs) -> None:
    second = EnterpriseFactory.create(owner=other.user, state="verified", number="")

    shown = signed_in(other.user).get(at("other-settlement", other))

    assert (theirs.key in shown.text, second.key in shown.text, "checked" in shown.text) == (True, True, False)


@pytest.mark.usefixtures("paper")
def test_refusal_leads_back_to_the_matter_with_its_reason(signed_in, at, settled, other, theirs) -> None:
    awarding.hand_on(settled, enterprise=theirs, by=other.user)
    Membership.objects.filter(enterprise=theirs).delete()
    second = EnterpriseFactory.create(owner=other.user, state="verified", number="")

    refused = signed_in(other.user).post(at("other-award", other), {"enterprise": second.key}, follow=True)

    assert refused.redirect_chain[-1][0] == other.get_absolute_url()
    assert "Somebody else of your side has begun a request for an award." in refused.text


def test_award_is_not_asked_for_before_both_sides_have_confirmed(signed_in, at, other, put) -> None:
    refused = signed_in(other.user).post(at("other-award", other), {})

    assert refused["Location"] == other.get_absolute_url()
    assert not Award.objects.exists()


def test_text_that_was_never_confirmed_is_no_settlement_of_a_closed_mediation(signed_in, at, other, put) -> None:
    for name in ("not-settle", "close"):
        other.matter.refresh_from_db()
        move(other.matter, name, by=None, actor=Actor.OFFICER, reason="They differ.")

    assert signed_in(other.user).get(at("other-settlement", other)).status_code == 404
    assert signed_in(other.user).post(at("other-award", other), {}).status_code == 404
