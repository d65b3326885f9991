"""What is for the tribunal or the institution alone is seen by who produced it and by staff who may read it.

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
from legal.handling.actions import writing as by_officer
from legal.matters import chain
from legal.matters.actions import receipts
from legal.matters.actions import writing as by_applicant
from legal.matters.models import Declaration, Message, Produced, Submission
from legal.serving.actions import answering, certifying, handing_in
from legal.serving.actions import writing as by_respondent
from legal.serving.evidence import readable
from legal.serving.models import Paper
from portal.files import storage
from portal.files.models import File
from portal.notices.mailing import mail
from portal.notices.models import Delivery, Notice
from portal.workflow.actions import release
from tests.factories import FeedFactory, UserFactory
from tests.legal.matters.conftest import staff

pytestmark = pytest.mark.django_db
MARK = "zzmarkerzz"
# Stands beside each word that marks what a side has written.
BESIDE = "camelthorn"


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
    return [address for address, body in read_by(client, addresses) if MARK in body]


def read_by(client, addresses):
    """What somebody is shown at each address, of a paper its text."""
    for address in addresses:
        answer = client.get(address, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if b"%PDF-" in body[:10]:
            yield address, "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
        else:
            yield address, body.decode(errors="replace")


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


def open_to_all(matter):
    """The feeds of deadlines, the open interface, and what the site finds by a word that stands beside each marker."""
    found = [reverse("deadlines-feed", args=[FeedFactory.create(enterprise=matter.enterprise).token])]
    rooms = [room for room in Client().get("/api/v1/openapi.json").json()["paths"] if "{" not in room]
    found += [f"{room}?q={BESIDE}" for room in rooms]
    with translation.override("en"):
        return [*found, f"{reverse('search:results')}?q={BESIDE}", f"{reverse('search:suggest')}?q={BESIDE}"]


@pytest.fixture
def written(service, participant, matter, officer, theirs, ours):
    """What each side and the institution have written for the institution, and sides for the tribunal, each marked."""
    said = {"language": "en"}
    for audience in ("institution", "tribunal"):
        ours_alone = {"body": f"zzapplicantzz {BESIDE}", "audience": audience}
        theirs_alone = {"body": f"zzrespondentzz {BESIDE}", "audience": audience}
        by_applicant.write(matter, by=matter.begun_by, **ours_alone, **said)
        by_respondent.write(participant, by=participant.user, **theirs_alone, **said)
    by_officer.write(matter, body=f"zzofficezz {BESIDE}", audience="institution", by=officer, **said)
    release(matter, by=officer)


@pytest.mark.parametrize(
    ("reader", "own", "others"),
    [
        ("applicant", "zzapplicantzz", ("zzrespondentzz", "zzofficezz")),
        ("respondent", "zzrespondentzz", ("zzapplicantzz", "zzofficezz")),
        ("auditor", None, ("zzapplicantzz", "zzrespondentzz", "zzofficezz")),
        ("nobody", None, ("zzapplicantzz", "zzrespondentzz", "zzofficezz", MARK)),
    ],
)
def test_what_is_written_for_the_institution_is_seen_by_no_other_side(
    written, matter, participant, signed_in, reader, own, others
):
    people = {"applicant": matter.begun_by, "respondent": participant.user, "auditor": staff("view_every_matter")}
    client = signed_in(people[reader]) if reader in people else Client()

    places = [*everywhere(matter, participant), *open_to_all(matter)]

    shown = list(read_by(client, places))
    assert [(mark, address) for address, body in shown for mark in others if mark in body] == []
    assert own is None or any(own in body for _address, body in shown)


def test_no_notice_and_no_mail_tells_what_was_written_for_the_institution(written):
    mails = [str(mail(delivery).message()) for delivery in Delivery.objects.select_related("notice")]
    told = str([str(list(Notice.objects.values())), *mails])

    assert mails
    assert [mark in told for mark in ("zzapplicantzz", "zzrespondentzz", "zzofficezz", BESIDE)] == [False] * 4


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
