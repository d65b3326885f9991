"""What is marked for the tribunal alone is seen by who produced it and by the officer who has the file on the desk.

The marker stands in the name, the purpose and the file of an exhibit of each side; everybody else looks for it
everywhere.
"""

import io

import pypdf
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from legal.exhibits.models import Exhibit
from legal.matters import chain
from legal.matters.actions import receipts
from legal.matters.models import Declaration, Message, Produced, Submission
from legal.serving.actions import answering, certifying, handing_in
from legal.serving.evidence import readable
from legal.serving.models import Paper
from portal.files import storage
from portal.files.models import File
from portal.notices.mailing import mail
from portal.notices.models import Delivery, Notice
from portal.workflow.actions import release
from tests.factories import UserFactory
from tests.legal.matters.conftest import staff

pytestmark = pytest.mark.django_db
MARK = "zzmarkerzz"


@pytest.fixture
def theirs(service, participant, sent):
    """An exhibit of the respondent for the tribunal alone, filed with the answer."""
    file = sent(MARK, by=participant.user)
    File.objects.filter(pk=file.pk).update(name=f"{MARK}.pdf")
    file.refresh_from_db()
    facts = {"name": MARK, "purpose": MARK, "language": "ru", "audience": "tribunal"}
    paper = handing_in.hand_in(participant, file, facts=facts, by=participant.user)
    answering.save(participant, text="No.", language="ru", version=0, by=participant.user)
    answering.file(participant, version=1, by=participant.user)
    certifying.make_receipt(paper.matter.answers.get().pk)
    certifying.certify(service.pk, "arrived")
    return paper


@pytest.fixture
def ours(matter):
    """An exhibit of the applicant for the tribunal alone, submitted."""
    one = matter.produced.get(audience="tribunal")
    Exhibit.objects.filter(pk=one.exhibit_id).update(name=MARK, purpose=MARK)
    File.objects.filter(pk=one.exhibit.file_id).update(name=f"{MARK}.pdf")
    storage.papers().save(storage.key(one.exhibit.file), ContentFile(MARK.encode()))
    receipts.make(matter.submissions.get().pk)
    return one


def seen_by(client, addresses):
    """The addresses at which somebody finds the marker; what a page links to of files is downloaded, too."""
    found = []
    for address in addresses:
        answer = client.get(address, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if b"%PDF-" in body[:10]:
            body = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages).encode()
        if MARK.encode() in body:
            found.append(address)
    return found


def everywhere(matter, participant):
    """Every page of the matter, of each side and of the open part, and every file there is."""
    with translation.override("en"):
        of_matter = [
            reverse(f"matters:{name}", kwargs=matter.place)
            for name in ("matter", "history", "history-file", "submit", "exhibits")
        ]
        of_matter += [
            reverse(f"matters:{name}", kwargs=matter.place | {"position": 1}) for name in ("content", "manifest")
        ]
        of_matter += [reverse(f"serving:{name}", kwargs=matter.place) for name in ("consents", "outside")]
        of_side = [
            reverse(f"serving:{name}", args=[participant.key])
            for name in ("matter", "papers", "answer", "content", "manifest")
        ]
        of_side += [reverse("serving:service", args=[participant.key, 1]), reverse("serving:list")]
        for file in File.objects.all():
            # Those that a factory made have no bytes yet.
            if not storage.papers().exists(storage.key(file)):
                storage.papers().save(storage.key(file), ContentFile(b"A file."))
        files = [reverse("files:download", args=[file.pk]) for file in File.objects.all()]
        of_all = [one.get_absolute_url() for one in (*Submission.objects.all(), *matter.answers.all())]
        of_all += [reverse("notices:inbox"), f"/console/serving/service/matters/{matter.key}/"]
    return [*of_matter, *of_side, *files, *of_all]


def test_exhibit_of_the_respondent_is_seen_by_nobody_else(theirs, matter, participant, signed_in, officer):
    release(matter, by=officer)
    others = (matter.begun_by, officer, staff("view_every_matter"), UserFactory.create())

    places = everywhere(matter, participant)

    for person in others:
        assert seen_by(signed_in(person), places) == []
    assert seen_by(Client(), places) == []
    assert seen_by(signed_in(participant.user), places) != []


def test_exhibit_of_the_applicant_is_seen_by_nobody_else(ours, service, matter, participant, signed_in, officer):
    release(matter, by=officer)
    others = (participant.user, officer, staff("view_every_matter"), UserFactory.create())

    places = everywhere(matter, participant)

    for person in others:
        assert seen_by(signed_in(person), places) == []
    assert seen_by(Client(), places) == []
    assert seen_by(signed_in(matter.begun_by), places) != []


def test_officer_opens_it_from_their_own_desk_alone(theirs, ours, matter, officer):
    colleague = staff("view_matter")
    Declaration.objects.create(matter=matter, officer=colleague, conflict=False)
    auditor = staff("view_every_matter")

    for person, number in ((officer, 1), (colleague, 0), (auditor, 0)):
        assert Paper.objects.opened_to(person).filter(audience="tribunal").count() == number
        assert Paper.objects.visible_to(person).filter(audience="tribunal").count() == number
        assert Produced.objects.opened_to(person).filter(audience="tribunal").count() == number
        assert Submission.objects.listed_to_staff(person).count() == number


def test_it_stands_in_no_notice_no_mail_and_no_history(theirs, ours, matter):
    entries = str(chain.written_out(matter))
    mails = [str(mail(delivery).message()) for delivery in Delivery.objects.select_related("notice")]

    assert mails
    assert [MARK in text for text in (entries, str(list(Notice.objects.values())), *mails)] == [False] * (
        2 + len(mails)
    )


def test_sides_find_it_by_no_query(theirs, ours, matter):
    assert not Paper.objects.shown_to("applicant").filter(audience="tribunal").exists()
    assert not Produced.objects.shown_to("respondent").filter(audience="tribunal").exists()
    assert not Message.objects.shown_to("respondent").filter(body__contains=MARK).exists()


def test_who_is_not_signed_in_reads_nothing(service):
    assert not Paper.objects.visible_to(AnonymousUser()).exists()
    assert not readable(AnonymousUser()).exists()
