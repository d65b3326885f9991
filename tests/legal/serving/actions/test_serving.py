"""What is served is what the party may be shown; what is recorded of it is true, and becomes a certificate."""

import io
from functools import partial

import pypdf
import pytest
from django.utils import timezone

from legal.matters import chain
from legal.matters.actions import writing
from legal.serving import tasks
from legal.serving.actions import arriving, certifying, opening
from legal.serving.actions.accepting import accept
from legal.serving.actions.consenting import withdraw_consent
from legal.serving.actions.serving import Bundle, notify, serve
from legal.serving.models import Certificate, Service
from portal import sending
from portal.files import storage
from portal.notices.models import Delivery, Notice
from portal.notices.states import State
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once
from tests.factories import MatterMessageFactory, SidePaperFactory, UserFactory

pytestmark = pytest.mark.django_db


def refused(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


@pytest.fixture
def bundle(matter):
    return Bundle(submissions=[matter.submissions.get()])


def test_served_is_at_the_disposal_of_who_takes_part_at_once(service, participant, matter):
    assert (service.arrival, service.arrived_at) == ("portal", service.sent_at)
    matter.refresh_from_db()
    assert matter.state == "notified"
    assert Notice.objects.get(kind="serving.served").user == participant.user
    entries = chain.written_out(matter)["entries"]
    assert chain.verify(entries, matter.key) == len(entries)
    assert {"serving.serve", "serving.arrive"} <= {entry["what"] for entry in entries}
    assert str(service).endswith(" 1")


def test_without_anybody_who_takes_part_the_address_is_invited_and_the_letter_arrives(
    agreed, matter, party, officer, bundle
):
    service = serve(matter, party, bundle, language="ru", by=officer)
    assert (service.arrived_at, party.invitations.get().email) == (None, party.email)
    tasks.sweep()
    assert Service.objects.get().arrived_at is None

    Delivery.objects.filter(notice__kind="serving.invitation").update(state=State.SENT, sent_at=timezone.now())
    tasks.sweep()

    service.refresh_from_db()
    assert (service.arrival, matter.entries.filter(what="serving.arrive").count()) == ("mail", 1)


def test_second_service_on_who_was_invited_sends_no_other_invitation(invitation, matter, party, officer, bundle):
    serve(matter, party, bundle, language="ru", by=officer)

    assert party.invitations.count() == 1


def test_nothing_is_served_without_the_consent(matter, party, officer, bundle):
    assert refused(lambda: notify(matter, [(party, "ru")], bundle, by=officer)) == "consent"
    assert refused(lambda: notify(matter, [], bundle, by=officer)) == "parties"
    assert not Service.objects.exists()


def test_only_what_the_party_may_be_shown_is_served(participant, matter, party, officer, bundle):
    kept = MatterMessageFactory.create(matter=matter, audience="institution")
    draft = SidePaperFactory.create(matter=matter, party=party)

    assert refused(lambda: serve(matter, party, Bundle(messages=[kept]), language="ru", by=officer)) == "audience"
    assert refused(lambda: serve(matter, party, Bundle(papers=[draft]), language="ru", by=officer)) == "audience"
    assert refused(lambda: serve(matter, party, Bundle(), language="ru", by=officer)) == "nothing"
    assert refused(lambda: serve(matter, matter.parties.get(own=True), bundle, language="ru", by=officer)) == "own"
    assert refused(lambda: serve(matter, party, bundle, language="ru", by=UserFactory.create())) == "role"


def test_party_without_an_address_is_invited_first(agreed, matter, party, officer, bundle):
    type(party).objects.filter(pk=party.pk).update(email="")

    assert refused(lambda: serve(matter, party, bundle, language="ru", by=officer)) == "address"


def test_first_opening_counts(service, participant, matter):
    for language in ("ru", "en"):
        opening.open_service(service, participant=participant, language=language, by=participant.user)

    service.refresh_from_db()
    assert (service.opened_in, service.opened_by) == ("ru", participant)
    assert [entry.what for entry in matter.entries.all()][-2:] == ["serving.open", "serving.read"]


def test_what_was_on_its_way_arrives_with_the_opening(service, participant):
    Service.objects.update(arrived_at=None, arrival="")

    opened = opening.open_service(service, participant=participant, language="ru", by=participant.user)

    assert opened.arrival == "portal"
    assert (
        refused(lambda: opening.open_service(service, participant=participant, language="ru", by=UserFactory.create()))
        == "role"
    )


def test_certificates_are_made_once_for_each_stage(service, participant, matter, monkeypatch):
    told = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))
    tasks.sweep()
    assert ("legal.serving.tasks.certify", service.pk, "arrived") in told
    tasks.certify(service.pk, "arrived")
    assert certifying.certify(service.pk, "arrived") is None
    assert certifying.certify(service.pk, "opened") is None
    opening.open_service(service, participant=participant, language="ru", by=participant.user)
    tasks.certify(service.pk, "opened")

    first, second = Certificate.objects.all()
    texts = []
    for made in (first, second):
        with storage.papers().opened(storage.key(made.file)) as kept:
            texts.append(pypdf.PdfReader(io.BytesIO(kept.read())).pages[0].extract_text())
    assert [made.sha256 == made.file.sha256 for made in (first, second)] == [True, True]
    assert all(matter.number in text for text in texts)
    assert ["Not yet, when this certificate" in text for text in texts] == [True, False]
    assert Notice.objects.filter(kind="serving.certified").count() == 2
    assert str(first).endswith("arrived")


@pytest.mark.django_db(transaction=True)
def test_certificate_is_made_once_while_what_was_served_is_opened(service, participant, matter):
    opened = partial(opening.open_service, service, participant=participant, language="ru", by=participant.user)
    made = partial(certifying.certify, service.pk, "arrived")

    certificates = at_once(made, made, opened)[:2]

    service.refresh_from_db()
    assert (len([one for one in certificates if one]), service.opened_in) == (1, "ru")
    assert Certificate.objects.count() == 1


def test_certificate_names_each_kind_of_thing(service, participant, matter, officer):
    from legal.serving.actions.answering import file, save  # noqa: PLC0415
    from legal.serving.printing import called  # noqa: PLC0415

    save(participant, text="No.", language="ru", version=0, by=participant.user)
    answer = file(participant, version=1, by=participant.user)
    message = MatterMessageFactory.create(matter=matter)
    paper = SidePaperFactory.create(matter=matter, party=None, side="", number=1, produced_by=officer)
    matter.refresh_from_db()
    second = serve(
        matter,
        participant.party,
        Bundle(messages=[message], papers=[paper], answers=[answer]),
        language="ru",
        by=officer,
    )

    named = [called(item) for item in second.items.all()]
    assert [word in line for word, line in zip(("Message of", "Delivery note", "Answer 1"), named, strict=True)] == [
        True
    ] * 3
    assert str(second.items.first()).startswith(str(second.pk))


def test_what_was_sent_arrives_when_the_invitation_is_accepted(agreed, matter, party, officer, bundle):
    service = serve(matter, party, bundle, language="ru", by=officer)

    accept(party.invitations.get().token, by=UserFactory.create(email=party.email))

    service.refresh_from_db()
    assert service.arrival == "portal"


def test_what_has_arrived_meanwhile_does_not_arrive_again(agreed, matter, party, officer, bundle):
    service = serve(matter, party, bundle, language="ru", by=officer)
    Delivery.objects.filter(notice__kind="serving.invitation").update(state=State.SENT, sent_at=timezone.now())
    seen_before = Service.objects.get(pk=service.pk)

    assert [arriving._look_for(service), arriving._look_for(seen_before)] == [True, False]


def test_second_notification_moves_nothing(service, participant, matter, party, officer):
    (second,) = notify(matter, [(party, "ru")], Bundle(submissions=[matter.submissions.get()]), by=officer)

    matter.refresh_from_db()
    assert (second.position, matter.state) == (2, "notified")


def test_message_of_the_applicant_is_told_to_the_other_side_while_it_is_agreed(service, participant, agreed, matter):
    said = {"audience": "everyone", "language": "en"}
    writing.write(matter, body="We propose to settle.", by=matter.begun_by, **said)
    assert Notice.objects.filter(kind="serving.message", user=participant.user).count() == 1

    withdraw_consent(agreed, by=matter.begun_by)
    writing.write(matter, body="Not for abroad.", by=matter.begun_by, **said)

    assert Notice.objects.filter(kind="serving.message", user=participant.user).count() == 1
