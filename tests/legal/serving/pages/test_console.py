"""Who has the file on the desk serves documents and invites; others of the staff read what arrived."""

import datetime

import pytest
from django.contrib import admin
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from legal.matters.models import Declaration
from legal.matters.models.matter import WRITTEN_IN
from legal.serving.actions import answering, certifying, opening
from legal.serving.models import Invitation, Paper, Service
from portal.workflow.actions import release
from tests.factories import MatterMessageFactory, SidePaperFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(officer):
    client = Client()
    cache.clear()
    signed_in_staff(client, officer)
    return client


def at(matter, act=""):
    return f"/console/serving/service/matters/{matter.key}/{act}"


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_page_shows_whose_consent_lacks(client, matter, party, language):
    client.cookies["django_language"] = language

    answer = client.get(at(matter))

    assert answer.status_code == 200
    assert party.name in answer.text
    assert [agreed for _party, agreed in answer.context["parties"]] == [False]


@pytest.mark.parametrize("form", ["form", "invite"])
def test_what_is_typed_into_has_a_frame(client, matter, form):
    fields = client.get(at(matter)).context[form]

    typed = [field for field in fields if field.widget_type in {"text", "email", "select"}]
    assert typed
    assert [field.name for field in typed if "border" not in field.field.widget.attrs.get("class", "")] == []


def test_what_can_be_served_is_called_by_what_it_is(client, service, matter, party, participant):
    answering.save(participant, text="No.", language="ru", version=0, by=participant.user)
    answering.file(participant, version=1, by=participant.user)
    MatterMessageFactory.create(matter=matter, body="We ask for a hearing in June.")
    paper = SidePaperFactory.create(party=party, name="Notice")
    Paper.objects.filter(pk=paper.pk).update(party=None, side="")

    form = client.get(at(matter)).context["form"]

    names = ("submissions", "messages", "answers", "papers")
    said = [str(label) for name in names for _key, label in form.fields[name].choices]
    starts = ("Submission 1, ", "Message of ", f"Answer of {participant.party}, ", "1. Notice")
    assert [label.startswith(start) for label, start in zip(said, starts, strict=True)] == [True] * 4
    assert said[1].endswith(": We ask for a hearing in June.")


def test_documents_are_served_with_a_paper_of_the_institution(client, agreed, matter, party, officer, sent):
    message = MatterMessageFactory.create(matter=matter)
    file = sent(by=officer)

    answer = client.post(
        at(matter),
        {
            "parties": [str(party.position)],
            f"language_{party.position}": "ru",
            "submissions": [matter.submissions.get().pk],
            "messages": [message.pk],
            "paper-file": str(file.pk),
            "paper_name": "Notice of arbitration",
            "paper_language": "ru",
        },
        follow=True,
    )

    assert answer.status_code == 200
    service = Service.objects.get()
    assert (service.items.count(), Paper.objects.get().name) == (3, "Notice of arbitration")
    matter.refresh_from_db()
    assert matter.state == "notified"
    assert party.email in answer.text


def test_what_is_refused_or_wrong_is_shown_again(client, matter, party, officer, sent):
    sending = {"parties": [str(party.position)], f"language_{party.position}": "ru"}

    nobody = client.post(at(matter), {f"language_{party.position}": "ru"})
    unsaid = client.post(at(matter), sending | {"paper-file": str(sent(by=officer).pk)})
    refused = client.post(at(matter), sending | {"submissions": [matter.submissions.get().pk]})

    assert [answer.status_code for answer in (nobody, unsaid, refused)] == [422] * 3
    assert list(nobody.context["form"].errors) == ["parties"]
    assert list(unsaid.context["form"].errors) == ["paper_name", "paper_language"]
    assert "the applicant has not agreed" in refused.text
    assert not Service.objects.exists()


def test_somebody_is_invited_sent_again_and_shut_out(client, agreed, matter, party):
    typed = {"invite-party": party.pk, "invite-email": "a@romashka.example", "invite-language": "ru"}

    client.post(at(matter, "invite/"), typed)
    twice = client.post(at(matter, "invite/"), typed, follow=True)
    wrong = client.post(at(matter, "invite/"), typed | {"invite-email": "nobody"})
    Invitation.objects.update(sent_at=timezone.now() - datetime.timedelta(hours=1))
    key = {"invitation": Invitation.objects.get().pk}
    client.post(at(matter, "resend/"), key)
    client.post(at(matter, "revoke/"), key)

    assert "This address has been invited already." in twice.text
    assert wrong.status_code == 422
    assert Invitation.objects.get().standing == "revoked"
    assert client.post(at(matter, "revoke/"), {}).status_code == 404
    assert client.get(at(matter, "revoke/"))["Location"] == at(matter)


def test_access_of_who_takes_part_is_ended(client, participant, matter):
    client.post(at(matter, "revoke/"), {"invitation": participant.invitation_id})

    participant.refresh_from_db()
    assert participant.revoked_at is not None


def test_colleague_without_the_file_on_the_desk_reads_and_serves_nothing(client, matter, officer, service):
    from legal.serving.actions import answering  # noqa: PLC0415

    seat = service.party.participants.get()
    answering.save(seat, text="No.", counterclaim="More.", language="ru", version=0, by=seat.user)
    answering.file(seat, version=1, by=seat.user)
    release(matter, by=officer)

    page = client.get(at(matter))

    assert "Documents are served by whoever has the file on the desk." in page.text
    assert "More." in page.text
    assert client.post(at(matter), {}).status_code == 302


def test_exhibits_of_an_answer_are_opened_and_those_for_the_tribunal_alone_from_the_desk(
    client, matter, officer, service
):
    from legal.serving.actions import answering  # noqa: PLC0415

    seat = service.party.participants.get()
    for audience in ("everyone", "tribunal"):
        SidePaperFactory.create(matter=matter, party=service.party, name=f"For {audience}", audience=audience)
    answering.save(seat, text="No.", counterclaim="", language="ru", version=0, by=seat.user)
    answering.file(seat, version=1, by=seat.user)
    filed = Paper.objects.exclude(answer=None)

    links = [f'href="/en/files/{paper.file_id}/"' in client.get(at(matter)).text for paper in filed]
    release(matter, by=officer)
    later = client.get(at(matter)).text

    assert links == [True, True]
    assert ("For everyone" in later, "For tribunal" in later) == (True, False)


def test_page_asks_for_the_declaration_first(client, matter):
    assert Declaration.objects.filter(matter=matter).count() == 1
    assert client.get("/console/serving/service/matters/" + "2" * 12 + "/").status_code == 404


def test_list_has_the_services_of_matters_one_may_read(client, service, rf, officer):
    request = rf.get("/")
    request.user = officer
    shown = admin.site._registry[Service]

    assert list(shown.get_queryset(request)) == [service]
    assert list(service.certificates.all()) == []
    assert service.get_absolute_url() == "/console/serving/service/"


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_file_of_the_matter_shows_who_was_served_and_in_which_language_it_was_opened(
    client, service, participant, matter, language
):
    certifying.certify(service.pk, "arrived")
    opening.open_service(service, participant=participant, language="ru", by=participant.user)
    certifying.certify(service.pk, "opened")
    client.cookies["django_language"] = language

    page = client.get(reverse("admin:handling_file", args=[matter.key])).text

    certificates = service.certificates.values_list("file_id", flat=True)
    with translation.override(language):
        opened = str(dict(WRITTEN_IN)["ru"])
    assert [str(service.party) in page, opened in page, at(matter) in page] == [True, True, True]
    assert [f"/files/{file}/" in page for file in certificates] == [True, True]


def test_file_says_that_nothing_was_served_yet(client, matter):
    assert "Nothing so far." in client.get(reverse("admin:handling_file", args=[matter.key])).text
