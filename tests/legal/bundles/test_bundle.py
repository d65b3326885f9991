"""A bundle holds everything of a matter, is the same each time, and is handed over as it was put together."""

import hashlib
import io
import json
import subprocess
import zipfile

import pytest
from django.utils import timezone

from legal.bundles import courses
from legal.bundles.actions import assembling
from legal.bundles.archive import AlteredFileError, stream
from legal.exhibits.models import Exhibit
from legal.matters.actions import receipts
from legal.matters.models import Entry
from legal.serving.models import Answer, AnswerReceipt, Certificate, Paper, Service
from portal.files import storage
from portal.files.models import File, Reading
from portal.workflow.actions import release
from portal.workflow.errors import NotAllowedError
from tests.factories import JurisdictionFactory, MatterMessageFactory, PaperFactory
from tests.legal.bundles.evidence import an_exhibit, lay

pytestmark = pytest.mark.django_db


def archive_of(bundle, officer):
    return b"".join(stream(bundle, by=officer, address=None))


def names_in(content):
    return zipfile.ZipFile(io.BytesIO(content)).namelist()


def code(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


def test_bundle_holds_what_was_submitted_and_written(matter, officer):
    MatterMessageFactory.create(matter=matter, body="Please hurry.")
    authority = PaperFactory.create(owner=matter, purpose="matters.authority", name="доверенность.pdf", size=3)
    lay(authority, b"xyz")
    File.objects.filter(pk=authority.pk).update(sha256=hashlib.sha256(b"xyz").hexdigest())

    bundle = assembling.assemble(matter, by=officer)
    opened = zipfile.ZipFile(io.BytesIO(archive_of(bundle, officer)))

    assert opened.testzip() is None
    assert opened.namelist()[:3] == ["manifest.json", "SHA256SUMS", "index.html"]
    assert {
        "submissions/1/open.json",
        "sealed/submissions/1/submission.json",
        "sealed/submissions/1/manifest.json",
        "papers/001-доверенность.pdf",
        "exhibits/001-Contract 7.pdf",
        "sealed/exhibits/002.pdf",
        "messages.json",
        "history.json",
    } <= set(opened.namelist())
    assert opened.read("exhibits/001-Contract 7.pdf") == b"the contract"
    first = json.loads(opened.read("messages.json"))["messages"][0]
    assert (first["by"], first["body"]) == ("applicant", "Please hurry.")


def test_what_is_not_sealed_has_no_word_of_what_is_for_the_tribunal_alone(matter, officer):
    mark = "Price list"
    MatterMessageFactory.create(matter=matter, audience="tribunal", body=f"{mark} said.")
    MatterMessageFactory.create(matter=matter, audience="institution", body="Please hurry.")

    bundle = assembling.assemble(matter, by=officer)
    opened = zipfile.ZipFile(io.BytesIO(archive_of(bundle, officer)))

    found = [name for name in opened.namelist() if mark.encode() in opened.read(name)]
    assert found == [
        "sealed/submissions/1/submission.json",
        "sealed/submissions/1/manifest.json",
        "sealed/messages.json",
    ]
    assert mark not in str(opened.namelist())
    assert [one["name"] for one in json.loads(opened.read("submissions/1/open.json"))["exhibits"]] == ["Contract 7"]
    assert json.loads(opened.read("messages.json"))["messages"][0]["body"] == "Please hurry."


def test_table_of_contents_is_in_three_languages_and_leads_to_the_exhibits(matter, officer):
    index = assembling.assemble(matter, by=officer).texts["index.html"]

    assert [f'lang="{language}"' in index for language in ("zh-Hans", "en", "ru")] == [True] * 3
    assert [words in index for words in ("目录", "Table of contents", "Содержание")] == [True] * 3
    assert index.count('href="exhibits/001-Contract%207.pdf"') == 3


def test_table_of_contents_calls_an_exhibit_as_it_was_submitted(matter, officer):
    Exhibit.objects.filter(name="Contract 7").update(name="Called anew")

    index = assembling.assemble(matter, by=officer).texts["index.html"]

    assert ("Contract 7" in index, "Called anew" in index) == (True, False)


def test_archive_is_the_same_each_time_and_verifies_with_sha256sum(matter, officer, tmp_path):
    bundle = assembling.assemble(matter, by=officer)
    first, second = archive_of(bundle, officer), archive_of(bundle, officer)
    assert first == second

    zipfile.ZipFile(io.BytesIO(first)).extractall(tmp_path / "opened")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "opened", capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_reading_of_what_is_sensitive_is_recorded(matter, officer):
    archive_of(assembling.assemble(matter, by=officer), officer)

    assert Reading.objects.filter(by=officer).count() == 2


def test_archive_breaks_off_where_a_file_is_not_what_was_received(matter, officer):
    bundle = assembling.assemble(matter, by=officer)
    file = matter.produced.get(number=1).exhibit.file
    storage.papers().delete(storage.key(file))
    lay(file, b"something else")

    with pytest.raises(AlteredFileError):
        archive_of(bundle, officer)


def test_bundle_is_put_together_at_the_desk_alone(matter, officer):
    release(matter, by=officer)

    assert code(lambda: assembling.assemble(matter, by=officer)) == "free"


def test_bundle_waits_until_every_file_is_clean(matter, officer):
    PaperFactory.create(
        owner=matter, purpose="matters.authority", state="quarantined", scan_after=timezone.now(), scanned_at=None
    )

    assert code(lambda: assembling.assemble(matter, by=officer)) == "scanning"


def test_matter_that_is_handed_to_nobody_has_no_bundle(matter, officer, monkeypatch):
    monkeypatch.delitem(courses._COURSES, matter.kind)

    assert code(lambda: assembling.assemble(matter, by=officer)) == "course"


def test_move_that_the_table_does_not_have_is_refused():
    with pytest.raises(KeyError):
        courses.register("tests-matter", move="leap", receiver=lambda matter: None)


def test_nothing_goes_abroad_without_consent(matter, officer, china):
    type(china).objects.filter(pk=china.pk).update(code="sg")
    china = JurisdictionFactory.create(code="cn")
    matter.parties.all().update(country=china)
    courses.register(
        matter.kind,
        move="hand-over",
        receiver=lambda held: courses_receiver("An institution abroad", "sg"),
    )

    assert code(lambda: assembling.assemble(matter, by=officer)) == "consent"


def courses_receiver(name, country):
    from legal.serving.consent import of_institution  # noqa: PLC0415
    from portal.reference.models import Jurisdiction  # noqa: PLC0415

    return of_institution(name, Jurisdiction.objects.get(code=country))


def test_matter_is_handed_over_with_the_sum_of_what_was_handed(matter, officer):
    bundle = assembling.assemble(matter, by=officer)
    archive_of(bundle, officer)

    event = assembling.hand_over(bundle, by=officer)

    matter.refresh_from_db()
    assert (matter.state, event.details) == ("handed-over", {"position": 1, "sha256": bundle.sha256})
    assert Entry.objects.filter(matter=matter, what="tests.bundled.hand-over").count() == 1


def test_bundle_that_lacks_what_came_since_is_not_handed_over(matter, officer):
    bundle = assembling.assemble(matter, by=officer)
    MatterMessageFactory.create(matter=matter)

    assert code(lambda: assembling.hand_over(bundle, by=officer)) == "stale"
    assert assembling.assemble(matter, by=officer).position == 2


def test_paper_no_side_has_filed_yet_stays_out(matter, officer):
    party = matter.parties.get(own=False)
    for number, side in ((1, "respondent"), (2, "")):
        file = PaperFactory.create(owner=matter.enterprise, purpose="exhibits.exhibit", name=f"paper {number}.pdf")
        Paper.objects.create(
            matter=matter,
            party=party if side else None,
            side=side,
            number=number,
            name="Paper",
            language="ru",
            audience="everyone",
            file=file,
            sha256=file.sha256,
            produced_by=officer,
        )

    listed = [part["path"] for part in assembling.assemble(matter, by=officer).listed]

    assert "institution/002-paper 2.pdf" in listed
    assert not [path for path in listed if "paper 1" in path]
    assert not Certificate.objects.exists()


def test_exhibit_that_was_not_submitted_stays_out(matter, officer):
    an_exhibit(matter, "Not yet", b"later")

    listed = [part["path"] for part in assembling.assemble(matter, by=officer).listed]

    assert not [path for path in listed if "Not yet" in path]


def test_receipts_answers_and_certificates_are_in_it(matter, officer):
    receipts.make(matter.submissions.get().pk)
    party, at = matter.parties.get(own=False), timezone.now()
    made = {"matter": matter, "party": party, "by": officer, "language": "ru", "position": 1}
    answered = Answer.objects.create(
        **made, side="respondent", text="No.", content="{}", manifest="{}", sha256="0" * 64, token="word", at=at
    )
    silent = Answer.objects.create(
        **made | {"position": 2},
        side="respondent",
        text="",
        content="{}",
        manifest="{}",
        sha256="0" * 64,
        token="2",
        at=at,
    )
    paper = PaperFactory.create(owner=matter.enterprise, purpose="exhibits.exhibit", name="invoice.pdf")
    AnswerReceipt.objects.create(answer=answered, file=PaperFactory.create(owner=answered), made_at=at)
    Paper.objects.create(
        matter=matter,
        party=party,
        side="respondent",
        number=1,
        name="Invoice",
        language="ru",
        audience="tribunal",
        file=paper,
        sha256=paper.sha256,
        answer=answered,
        produced_by=officer,
    )
    service = Service.objects.create(**made, sent_at=at)
    Certificate.objects.create(
        service=service, stage="arrived", file=PaperFactory.create(owner=service), sha256="0" * 64, made_at=at
    )

    bundle = assembling.assemble(matter, by=officer)

    listed = {part["path"] for part in bundle.listed}
    assert listed >= {
        "sealed/submissions/1/receipt.pdf",
        "answers/1/answer.json",
        "answers/1/manifest.json",
        "answers/1/receipt.pdf",
        "answers/2/answer.json",
        "sealed/answers/1/001.pdf",
        "service/001-arrived.pdf",
    }
    assert f"answers/{silent.position}/receipt.pdf" not in listed
    assert str(bundle) == f"{matter.number}-1.zip"
