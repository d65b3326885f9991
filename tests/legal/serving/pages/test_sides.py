"""What a side is shown: its own, what was served on it, what is for everybody, and nothing else."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html

from legal.exhibits.models import Exhibit
from legal.matters.actions.moving import withdraw
from legal.matters.actions.writing import MOST
from legal.serving import consent
from legal.serving.actions import accepting, answering, handing_in, inviting
from legal.serving.actions.consenting import agree, withdraw_consent
from legal.serving.evidence import readable
from legal.serving.models import Paper
from legal.serving.views import landing
from portal.languages import CODES
from tests.factories import (
    ExhibitFactory,
    MatterMessageFactory,
    ProducedFactory,
    RepresentativeFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def at(name, *parts, language="en"):
    with translation.override(language):
        return reverse(f"serving:{name}", args=parts)


@pytest.mark.parametrize("language", CODES)
def test_letter_leads_a_stranger_to_sign_up_or_in(client, invitation, language):
    answer = client.get(at("invitation", invitation.token, language=language))

    assert answer.status_code == 200
    assert f"?next={at('invitation', invitation.token, language=language)}" in answer.text
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("same-origin", "noindex, nofollow")
    assert [word in answer.text for word in (invitation.email, invitation.matter.title, "Ромашка")] == [False] * 3


@pytest.mark.parametrize("language", CODES)
def test_invited_person_reads_what_for_and_takes_part(signed_in, invitation, language):
    client = signed_in(UserFactory.create(email=invitation.email))
    place = at("invitation", invitation.token, language=language)
    page = client.get(place)

    taken = client.post(place, follow=True)

    assert "ТОО «Ромашка»" in page.text
    assert taken.status_code == 200
    assert "ТОО «Ромашка»" in taken.text


def test_refusals_are_told_apart_to_who_holds_the_letter(client, signed_in, invitation, officer):
    stranger = signed_in(UserFactory.create(email="stranger@people.example"))
    place = at("invitation", invitation.token)

    unknown, wrong = client.get(at("invitation", "0" * 64)), stranger.get(place)
    inviting.revoke(invitation, by=officer)
    revoked = client.get(place)

    assert [answer.status_code for answer in (unknown, wrong, revoked)] == [409] * 3
    assert "This invitation is not known." in unknown.text
    assert "This invitation was sent to another address." in wrong.text
    assert "stranger@people.example" in wrong.text
    assert "This invitation was revoked." in revoked.text


def test_page_of_invitations_is_asked_for_so_often_and_no_more(client, invitation, monkeypatch):
    monkeypatch.setattr(landing, "RATE", "2/d")
    place = at("invitation", invitation.token)

    answers = [client.get(place).status_code for _again in range(3)]

    assert answers == [200, 200, 429]


@pytest.mark.parametrize("language", CODES)
def test_side_reads_its_matters_and_what_was_served(signed_in, service, participant, language):
    client = signed_in(participant.user)

    pages = [
        client.get(address)
        for address in (
            at("list", language=language),
            at("matter", participant.key, language=language),
            at("service", participant.key, service.position, language=language),
        )
    ]

    assert [page.status_code for page in pages] == [200] * 3
    assert participant.matter.number in pages[0].text
    assert "Payment of the price" in pages[2].text
    assert "Contract 7" in pages[2].text
    assert all("Trade secret" not in page.text for page in pages)
    service.refresh_from_db()
    assert service.opened_in == language


def test_list_is_empty_for_who_takes_part_in_nothing(signed_in):
    assert "You are a side of no matter" in signed_in(UserFactory.create()).get(at("list")).text


def test_pages_of_a_side_are_there_for_nobody_else(signed_in, service, participant, matter, officer):
    others = (matter.begun_by, officer, UserFactory.create())

    for person in others:
        client = signed_in(person)
        assert client.get(at("matter", participant.key)).status_code == 404
        assert client.get(at("service", participant.key, 1)).status_code == 404
    assert Client().get(at("matter", participant.key)).status_code == 302


def test_who_takes_part_no_longer_finds_nothing(signed_in, participant, officer):
    inviting.end(participant, by=officer)
    client = signed_in(participant.user)

    assert client.get(at("matter", participant.key)).status_code == 404
    assert "You are a side of no matter" in client.get(at("list")).text


def test_served_exhibit_is_downloaded_and_the_other_is_not(signed_in, service, participant, matter):
    from django.core.files.base import ContentFile  # noqa: PLC0415

    from portal.files import storage  # noqa: PLC0415

    shown, kept = (one.exhibit.file for one in matter.produced.order_by("number"))
    for file in (shown, kept):
        storage.papers().save(storage.key(file), ContentFile(b"%PDF-"))
    client = signed_in(participant.user)

    with translation.override("en"):
        answers = [client.get(reverse("files:download", args=[file.pk])) for file in (shown, kept)]
    assert [answer.status_code for answer in answers] == [200, 404]
    answers[0].close()


def test_served_exhibit_is_called_as_it_was_submitted_whatever_is_said_of_it_since(signed_in, service, participant):
    Exhibit.objects.filter(name="Contract 7").update(name="Another contract", purpose="Something else")

    page = signed_in(participant.user).get(at("service", participant.key, service.position)).text

    assert ("Contract 7" in page, "Another contract" in page, "Something else" in page) == (True, False, False)


def test_message_is_written_and_what_is_for_others_is_not_shown(signed_in, participant, matter):
    MatterMessageFactory.create(matter=matter, audience="side", body="Among us of the applicant")
    MatterMessageFactory.create(matter=matter, body="To everybody")
    client = signed_in(participant.user)

    sent = client.post(
        at("write", participant.key), {"body": "Мы ответим.", "audience": "everyone", "language": "ru"}, follow=True
    )

    assert [word in sent.text for word in ("Мы ответим.", "To everybody", "Among us of the applicant")] == [
        True,
        True,
        False,
    ]
    assert matter.entries.filter(what="serving.write", actor="other").exists()


def test_message_to_a_side_says_that_the_institution_wrote_it(signed_in, participant, matter):
    officer = UserFactory.create(is_staff=True)
    MatterMessageFactory.create(matter=matter, author=officer, side="respondent", audience="side", body="Answer us.")

    page = html.fromstring(signed_in(participant.user).get(at("matter", participant.key)).content)

    message = page.xpath("//li[p[contains(., 'Answer us.')]]/p[@class='kicker']/span/text()")
    assert message[0] == "The institution"


def test_messages_are_shown_a_page_at_a_time_the_newest_first(signed_in, participant, matter):
    MatterMessageFactory.create_batch(20, matter=matter, body="The first.")
    MatterMessageFactory.create(matter=matter, body="The last.")
    place = at("matter", participant.key)

    page = signed_in(participant.user).get(place).text

    assert ("The last." in page, "The first." in page) == (True, False)
    assert f'href="{place}?messages=1#messages"' in page


def test_other_side_does_not_bury_the_applicant_in_messages(signed_in, participant, matter):
    MatterMessageFactory.create_batch(MOST, matter=matter, author=participant.user)
    said = {"body": "Once more", "audience": "everyone", "language": "ru"}

    refused = signed_in(participant.user).post(at("write", participant.key), said)

    assert refused.status_code == 422
    assert "You have written many messages in this matter today: try again tomorrow." in refused.text
    assert "Once more" in refused.text


def test_message_that_is_wrong_or_too_late_is_shown_again(signed_in, participant, matter):
    client, place = signed_in(participant.user), at("write", participant.key)

    empty = client.post(place, {"audience": "everyone", "language": "ru"})
    withdraw(matter, by=matter.begun_by)
    late = client.post(place, {"body": "Too late", "audience": "everyone", "language": "ru"})

    assert [empty.status_code, late.status_code] == [422, 422]
    assert "Too late" in late.text
    assert "This is done while a matter is under way." in late.text
    assert "The matter has ended." in client.get(at("matter", participant.key)).text


def test_withdrawn_consent_stops_what_is_new_and_leaves_what_was_served(
    signed_in, service, participant, matter, agreed
):
    MatterMessageFactory.create(matter=matter, body="Before")
    withdraw_consent(agreed, by=matter.begun_by)
    MatterMessageFactory.create(matter=matter, body="Afterwards")
    client = signed_in(participant.user)

    page = client.get(at("matter", participant.key)).text

    assert ["Before" in page, "Afterwards" in page] == [True, False]
    assert "Contract 7" in client.get(at("service", participant.key, 1)).text


@pytest.fixture
def lawyer_abroad(matter, party, texts):
    """A representative of the applicant outside China, to whom the matter may go."""
    one = RepresentativeFactory.create(matter=matter, valid_until=datetime.date(2999, 1, 1))
    recipient = consent.named(matter, consent.of_lawyer(one.name, party.country))
    agree(recipient, seen=[text.pk for text in texts], language="en", by=matter.begun_by)
    invitation = inviting.invite_representative(
        one, country=party.country, email="d@law.example", language="en", by=matter.begun_by
    )
    return accepting.accept(invitation.token, by=UserFactory.create(email="d@law.example"))


def test_withdrawn_consent_stops_new_exhibits_for_a_representative_abroad(signed_in, matter, lawyer_abroad):
    withdraw_consent(matter.recipients.get(kind="lawyer"), by=matter.begun_by)
    late = ExhibitFactory.create(enterprise=matter.enterprise, name="Afterwards")
    ProducedFactory.create(matter=matter, exhibit=late, audience="everyone")

    page = signed_in(lawyer_abroad.user).get(at("matter", lawyer_abroad.key)).text

    assert ["Contract 7" in page, "Afterwards" in page] == [True, False]
    assert {one.name for one in readable(lawyer_abroad.user)} == {"Contract 7", "Trade secret"}


def test_withdrawn_consent_stops_answers_for_a_representative_abroad(
    signed_in, service, participant, matter, lawyer_abroad, sent
):
    withdraw_consent(matter.recipients.get(kind="lawyer"), by=matter.begun_by)
    facts = {"name": "Afterwards", "purpose": "", "language": "ru", "audience": "everyone"}
    paper = handing_in.hand_in(participant, sent(by=participant.user), facts=facts, by=participant.user)
    draft = answering.save(participant, text="We deny it.", language="ru", version=0, by=participant.user)
    answering.file(participant, version=draft.version, by=participant.user)

    page = signed_in(lawyer_abroad.user).get(at("matter", lawyer_abroad.key)).text

    assert "Afterwards" not in page
    assert "We deny it." not in page
    assert not Paper.objects.visible_to(lawyer_abroad.user).filter(pk=paper.pk).exists()
    assert Paper.objects.visible_to(participant.user).filter(pk=paper.pk).exists()


def test_representative_from_outside_reads_as_the_applicant_does(signed_in, matter):
    one = RepresentativeFactory.create(matter=matter, valid_until="2999-01-01")
    one.refresh_from_db()
    invitation = inviting.invite_representative(
        one, country=matter.enterprise.country, email="c@law.example", language="en", by=matter.begun_by
    )
    seat = accepting.accept(invitation.token, by=UserFactory.create(email="c@law.example"))
    MatterMessageFactory.create(matter=matter, audience="side", body="Among us of the applicant")

    client = signed_in(seat.user)
    page = client.get(at("matter", seat.key)).text

    assert [word in page for word in ("Contract 7", "Trade secret", "Among us of the applicant")] == [True] * 3
    assert "Your access ends after" in page
    assert client.get(at("papers", seat.key)).status_code == 404
    assert client.get(at("answer", seat.key)).status_code == 404
