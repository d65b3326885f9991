import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from portal.accounts.models import User
from portal.files import admin
from portal.files.models import File, Reading
from portal.files.states import State
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    return signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))


def waiting(file):
    """The file as it is while a scanner is asked."""
    File.objects.filter(pk=file.pk).delete()
    file.state, file.scan_after = State.QUARANTINED, timezone.now()
    file.save(force_insert=True)
    return file


def scan_again(staff, file):
    address = "/console/files/file/"
    return staff.post(address, {"action": "scan_again", "_selected_action": str(file.pk)})


@pytest.mark.parametrize("count", [1, 3])
def test_list_shows_each_file_in_a_fixed_number_of_queries(staff, received, count, django_assert_max_num_queries):
    for number in range(count):
        received(name=f"{number}.pdf")
    staff.get("/console/files/file/")

    with django_assert_max_num_queries(15):
        page = staff.get("/console/files/file/").text

    assert page.count("Not scanned for viruses") == count


@pytest.mark.parametrize("model", ["file", "reading"])
def test_list_is_never_counted(staff, model):
    with CaptureQueriesContext(connection) as asked:
        staff.get(f"/console/files/{model}/")

    assert [query["sql"] for query in asked if 'COUNT(*) AS "__count" FROM "files' in query["sql"]] == []


def test_file_and_its_readings_are_shown_and_cannot_be_changed(staff, received, user):
    file = received()
    Reading.objects.create(file=file, sha256=file.sha256, by=user)

    shown = staff.get(f"/console/files/file/{file.pk}/change/").text
    readings = staff.get("/console/files/reading/").text
    posted = staff.post(f"/console/files/file/{file.pk}/change/", {"name": "other.pdf"})
    gone = staff.post(f"/console/files/file/{file.pk}/delete/", {"post": "yes"})

    assert (file.sha256 in shown, file.sha256 in readings) == (True, True)
    assert (posted.status_code, gone.status_code, File.objects.get().name) == (403, 403, file.name)
    assert staff.get("/console/files/file/add/").status_code == 403


def test_file_is_sent_to_the_scanner_again(staff, received, settings, worker_hears, django_capture_on_commit_callbacks):
    file = waiting(received())
    settings.CLAMD_URL = "tcp://127.0.0.1:9"

    with django_capture_on_commit_callbacks(execute=True):
        response = scan_again(staff, file)

    assert [str(message) for message in get_messages(response.wsgi_request)] == ["1 file was sent to the scanner."]
    assert worker_hears() == [("portal.files.tasks.scan", [str(file.pk)])]


def test_whoever_may_only_look_has_nothing_scanned(client, received, settings, worker_hears):
    auditor = User.objects.create_user("auditor@portal.example", language="en", is_staff=True)
    auditor.user_permissions.add(Permission.objects.get(codename="view_file"))
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    file = waiting(received())

    scan_again(signed_in_staff(client, auditor), file)

    assert worker_hears() == []


def test_installation_without_a_scanner_says_so(staff, received):
    response = scan_again(staff, received())

    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "This installation has no virus scanner."
    ]


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"state": State.CLEAN, "scanner": "ClamAV 1"}, "Nothing found"),
        ({"state": State.CLEAN}, "Not scanned for viruses"),
        ({"state": State.QUARANTINED}, "–"),
        ({"state": State.QUARANTINED, "finding": "away"}, "The scanner does not answer; it is asked again"),
        ({"state": State.INFECTED, "finding": "A.Virus"}, "A.Virus"),
    ],
)
def test_virus_check_is_told_in_words(fields, label):
    translation.activate("en")

    assert str(admin.scan_label(File(**fields))) == label


def test_owner_that_is_gone_is_shown_by_its_number(staff, received):
    other = User.objects.create_user("gone@portal.example")
    file = received(owner=other)
    number = str(other.pk)
    other.delete()

    assert number in staff.get(f"/console/files/file/{file.pk}/change/").text
