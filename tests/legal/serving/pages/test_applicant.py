"""The applicant agrees to what leaves China, and lets in a representative from outside."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from legal.matters.actions.moving import withdraw
from legal.serving import consent
from legal.serving.actions import consenting
from legal.serving.models import Agreement, Invitation, Recipient
from portal.languages import CODES
from portal.privacy import actions as privacy
from portal.workflow.errors import NotAllowedError
from tests.factories import ConsentTextFactory, MatterFactory, MembershipFactory, RepresentativeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def at(name, matter, language="en"):
    with translation.override(language):
        return reverse(f"serving:{name}", kwargs=matter.place)


@pytest.mark.parametrize("language", CODES)
def test_consent_names_recipient_aim_and_version_and_is_withdrawn(signed_in, matter, texts, language):
    client, place = signed_in(matter.begun_by), at("consents", matter, language)
    asked = client.get(place).text
    recipient = Recipient.objects.get()

    given = client.post(place, {"recipient": recipient.pk, "text": [text.pk for text in texts]}, follow=True)

    assert recipient.recipient in asked
    assert "ТОО «Ромашка»" in recipient.recipient
    assert given.status_code == 200
    agreement = Agreement.objects.with_consents().get()
    assert (agreement.sharing.recipient, agreement.abroad.aim) == (recipient.recipient, recipient.aim)
    assert agreement.sharing.language == language
    entry = matter.entries.filter(what="serving.agree").get()
    assert entry.details == {"recipient": recipient.pk, "kind": "party", "versions": [text.version for text in texts]}

    client.post(at("withdraw-consent", matter, language), {"recipient": recipient.pk})

    assert not recipient.is_agreed
    assert recipient.closed_at == Agreement.objects.with_consents().get().ended_at
    assert client.get(place).status_code == 200
    assert matter.entries.last().what == "serving.withdraw-consent"


def test_text_that_was_replaced_is_not_agreed_to(signed_in, matter, texts):
    client, place = signed_in(matter.begun_by), at("consents", matter)
    client.get(place)
    recipient = Recipient.objects.get()

    late = client.post(place, {"recipient": recipient.pk, "text": [0]})

    assert late.status_code == 422
    assert "A text has been replaced by a newer one." in late.text
    assert client.post(place, {"recipient": 0}).status_code == 404
    assert client.post(at("withdraw-consent", matter), {}).status_code == 404
    assert (
        "There is no consent that stands."
        in client.post(at("withdraw-consent", matter), {"recipient": recipient.pk}, follow=True).text
    )


def test_without_texts_in_force_the_page_says_so(signed_in, matter):
    assert "are not in force yet" in signed_in(matter.begun_by).get(at("consents", matter)).text


def test_viewer_reads_what_was_agreed_and_agrees_to_nothing(signed_in, matter, agreed, texts):
    viewer = MembershipFactory.create(enterprise=matter.enterprise, role="viewer").person
    client = signed_in(viewer)

    page = client.get(at("consents", matter))

    assert "Agreed" in page.text
    assert "<button" not in page.text.split("<main")[1].split("</main")[0]
    assert client.post(at("consents", matter), {"recipient": agreed.pk}).status_code == 403


def test_matter_of_china_alone_asks_for_nothing(signed_in, texts):
    draft = MatterFactory.create()

    assert "Nobody outside China is named" in signed_in(draft.begun_by).get(at("consents", draft)).text


def test_nothing_is_agreed_to_once_the_matter_has_ended(matter, texts, party):
    recipient = consent.named(matter, consent.of_party(party))
    withdraw(matter, by=matter.begun_by)

    with pytest.raises(NotAllowedError, match="has ended"):
        consenting.agree(recipient, seen=[text.pk for text in texts], language="en", by=matter.begun_by)


def test_party_of_another_name_is_another_recipient(matter, agreed, party):
    consent.require_consent(matter, consent.of_party(party))
    party.name = "АО «Роза»"
    party.save()

    with pytest.raises(NotAllowedError):
        consent.require_consent(matter, consent.of_party(party))
    consent.named(matter, consent.of_party(party))
    assert [one.name for one in consent.concerned(matter)] == ["АО «Роза»"]


def test_consent_withdrawn_on_the_page_of_consents_ends_it_too(matter, agreed, party):
    agreement = Agreement.objects.with_consents().get()
    assert agreement.ended_at is None
    privacy.withdraw(agreement.sharing, by=matter.begun_by)

    assert not consent.has_consent(matter, consent.of_party(party))
    consenting_again = Agreement.objects.standing().exists()
    assert not consenting_again


def test_institution_abroad_is_a_recipient_and_never_agreed_has_no_end(matter, party, texts):
    receiver = consent.of_institution("International Centre", party.country)

    with pytest.raises(NotAllowedError):
        consent.require_consent(matter, receiver)
    recipient = consent.named(matter, receiver)

    assert (recipient.closed_at, str(recipient)) == (None, recipient.recipient)
    consent.require_consent(matter, consent.of_institution("Home", matter.enterprise.country))


def test_newer_text_is_agreed_to_anew(matter, agreed, texts, party):
    newer = ConsentTextFactory.create(purpose="sharing", version=texts[0].version + 1)

    consenting.agree(agreed, seen=[newer.pk, texts[1].pk], language="en", by=matter.begun_by)

    assert agreed.agreements.count() == 2
    consenting.withdraw_consent(agreed, by=matter.begun_by)
    assert not agreed.is_agreed


@pytest.mark.parametrize("language", CODES)
def test_matter_shows_what_lacks_and_what_was_served(signed_in, matter, language):
    with translation.override(language):
        place = matter.get_absolute_url()

    assert at("consents", matter, language) in signed_in(matter.begun_by).get(place).text


@pytest.mark.parametrize("language", CODES)
def test_representative_is_invited_sent_again_and_shut_out(signed_in, matter, language):
    one = RepresentativeFactory.create(matter=matter)
    client, place = signed_in(matter.begun_by), at("outside", matter, language)
    typed = {"representative": one.pk, "country": "cn", "email": "c@law.example", "language": "en"}
    assert client.get(place).status_code == 200

    invited = client.post(place, typed, follow=True)
    again = client.post(place, typed)
    Invitation.objects.update(sent_at=timezone.now() - datetime.timedelta(hours=1))
    key = {"invitation": Invitation.objects.get().pk}
    resent = client.post(at("resend", matter, language), key, follow=True)
    shut = client.post(at("revoke", matter, language), key, follow=True)

    assert "c@law.example" in invited.text
    assert again.status_code == 422
    assert [answer.status_code for answer in (resent, shut)] == [200, 200]
    assert Invitation.objects.get().standing == "revoked"
    assert client.post(at("revoke", matter, language), {}).status_code == 404


def test_representative_abroad_is_named_among_the_recipients(signed_in, matter, party):
    one = RepresentativeFactory.create(matter=matter)
    client = signed_in(matter.begun_by)
    typed = {"representative": one.pk, "country": "kz", "email": "c@law.example", "language": "en"}

    refused = client.post(at("outside", matter), typed)

    assert refused.status_code == 422
    assert one.name in client.get(at("consents", matter)).text


def test_access_of_who_accepted_is_ended(signed_in, matter):
    from legal.serving.actions import accepting, inviting  # noqa: PLC0415
    from tests.factories import UserFactory  # noqa: PLC0415

    one = RepresentativeFactory.create(matter=matter)
    invitation = inviting.invite_representative(
        one, country=matter.enterprise.country, email="c@law.example", language="en", by=matter.begun_by
    )
    seat = accepting.accept(invitation.token, by=UserFactory.create(email="c@law.example"))

    signed_in(matter.begun_by).post(at("revoke", matter), {"invitation": invitation.pk})

    seat.refresh_from_db()
    assert not seat.is_standing


def test_nobody_who_represents_nobody_to_invite(signed_in, matter):
    assert "Nobody is named who speaks" in signed_in(matter.begun_by).get(at("outside", matter)).text


def test_consent_that_stands_has_no_end(agreed):
    agreement = agreed.agreements.get()

    assert (agreed.closed_at, str(agreement)) == (
        None,
        f"{agreed.pk} {agreement.sharing_id} {agreement.abroad_id}",
    )
