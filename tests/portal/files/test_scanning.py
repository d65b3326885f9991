"""With a real ClamAV: nothing is served before it was scanned, and what it finds is destroyed."""

import io
import tempfile
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from portal.files import checks, judging, scanning, storage, tasks
from portal.files.models import File
from portal.files.states import State
from portal.notices import kinds
from portal.notices.models import Notice
from tests.portal.files import sound
from tests.portal.files.clamav import EICAR, NAME, Daemon
from tests.portal.files.conftest import left

pytestmark = [pytest.mark.django_db]


@pytest.fixture(scope="module")
def clamd():
    # The path of a socket has room for a hundred characters.
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
        Path(folder).chmod(0o755)
        daemon = Daemon(Path(folder))
        daemon.start()
        yield daemon
        daemon.stop()


@pytest.fixture
def scanner(clamd, settings):
    settings.CLAMD_URL = clamd.url
    return clamd


@pytest.fixture
def away(settings, tmp_path):
    settings.CLAMD_URL = f"unix://{tmp_path}/nobody.sock"


def infected_picture():
    return sound.picture(comment=EICAR)


def test_file_waits_in_quarantine_and_is_clean_when_scanned(
    scanner, received, folder, django_capture_on_commit_callbacks
):
    file = received()
    before = left(folder)
    with django_capture_on_commit_callbacks(execute=True):
        tasks.scan(str(file.pk))

    after = File.objects.get()
    assert (file.state, file.is_served, before) == (State.QUARANTINED, False, [f"papers/{storage.key(file)}"])
    assert (after.state, after.is_scanned, after.scan_after) == (State.CLEAN, True, None)
    assert after.scanner.startswith("ClamAV ")
    assert left(folder) == [f"papers/clean/{file.pk.hex[:2]}/{file.pk.hex}"]


def test_infected_file_is_destroyed_and_its_sender_told(
    scanner, received, user, folder, django_capture_on_commit_callbacks
):
    file = received(infected_picture(), name="фото.jpg")
    with django_capture_on_commit_callbacks(execute=True):
        tasks.scan(str(file.pk))

    after = File.objects.get()
    assert (after.state, after.finding, after.is_served) == (State.INFECTED, f"{NAME}.UNOFFICIAL", False)
    assert left(folder) == []
    [notice] = Notice.objects.all()
    assert (notice.user, notice.kind, notice.params) == (user, "files.infected", {"name": "фото.jpg"})
    assert kinds.BY_SLUG[notice.kind].address(notice).endswith("/files/")
    assert list(File.objects.of(user)) == []


def test_infected_file_of_a_deleted_account_is_destroyed_all_the_same(scanner, received, user):
    file = received(infected_picture(), name="фото.jpg")
    File.objects.update(uploaded_by=None)

    judging.scan(file)

    assert (File.objects.get().state, Notice.objects.count()) == (State.INFECTED, 0)


@pytest.mark.usefixtures("away")
def test_file_stays_in_quarantine_while_the_scanner_is_away(received):
    file = received()
    pauses = []
    for _attempt in range(9):
        File.objects.update(scan_after=timezone.now())
        tasks.scan(str(file.pk))
        pauses.append(round((File.objects.get().scan_after - timezone.now()).total_seconds() / 60))

    after = File.objects.get()
    assert (after.state, after.scan_attempts, after.is_served) == (State.QUARANTINED, 9, False)
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert "nobody.sock" in after.finding


def test_file_that_waited_is_scanned_when_the_scanner_is_back(scanner, received, settings, tmp_path, worker_hears):
    settings.CLAMD_URL = f"unix://{tmp_path}/nobody.sock"
    file = received()
    tasks.scan(str(file.pk))
    settings.CLAMD_URL = scanner.url

    tasks.sweep_quarantine()
    too_early = worker_hears()
    File.objects.update(scan_after=timezone.now())
    tasks.sweep_quarantine()
    tasks.scan(str(file.pk))

    assert (too_early, worker_hears()) == ([], [("portal.files.tasks.scan", [str(file.pk)])])
    assert File.objects.get().state == State.CLEAN


def test_file_too_large_for_the_scanner_is_not_served(scanner, received, purpose, monkeypatch):
    large = sound.picture("PNG", (800, 700), compress_level=0)
    monkeypatch.setattr("portal.files.receiving.refuse_size", lambda *_: None)
    file = received(large, name="large.png")

    judging.scan(file)

    after = File.objects.get()
    assert (after.state, after.is_served) == (State.FAILED, False)
    assert after.finding.startswith("Heuristics.Limits.Exceeded")


def test_file_whose_bytes_have_changed_is_not_served(scanner, received):
    file = received()
    Path(storage.papers().path(storage.key(file))).write_bytes(b"other bytes")

    judging.scan(file)

    after = File.objects.get()
    assert (after.state, after.finding) == (State.FAILED, "The bytes of the file are not those that were received.")


def test_file_whose_bytes_are_gone_is_not_served(scanner, received):
    file = received()
    storage.destroy(file)

    judging.scan(file)

    assert (File.objects.get().state, File.objects.get().finding) == (State.FAILED, "The bytes of the file are gone.")


def test_file_that_was_removed_meanwhile_is_nothing_to_scan(scanner, received, user):
    file = received()
    File.objects.all().delete()

    tasks.scan(str(file.pk))
    judging.scan(file)

    assert File.objects.count() == 0


def test_verdict_on_a_file_that_is_gone_changes_nothing(scanner, received):
    file = received()
    File.objects.all().delete()

    judging._conclude(file, State.CLEAN, scanning.Verdict("", "scanner"))

    assert File.objects.count() == 0


def test_file_removed_while_the_scanner_is_away_is_nothing_to_wait_for(away, received):
    file = received()
    File.objects.all().delete()

    judging._postpone(file, "away")

    assert File.objects.count() == 0


def test_failed_file_is_scanned_again_by_hand(scanner, received, user):
    file = received()
    content = Path(storage.papers().path(storage.key(file)))
    content.rename(content.with_suffix(".away"))
    judging.scan(file)
    content.with_suffix(".away").rename(content)

    sent = judging.scan_again(file, by=user)
    said_before = File.objects.get().finding
    judging.scan(file)

    assert (sent, said_before, File.objects.get().state) == (True, "", State.CLEAN)
    assert judging.scan_again(file, by=user) is False


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("stream: broken ERROR", scanning.UnscannableError),
        ("INSTREAM size limit exceeded. ERROR", scanning.UnscannableError),
        (None, scanning.AwayError),
    ],
)
def test_scanner_that_cannot_say_is_not_believed(settings, speaking, answer, error):
    settings.CLAMD_URL = speaking(answer)

    with pytest.raises(error):
        scanning.scan(io.BytesIO(b"bytes"))


def test_scanner_answers_or_not(scanner, settings):
    there = scanning.answers()
    settings.CLAMD_URL = "tcp://127.0.0.1:9"

    assert (there, scanning.answers()) == (True, False)


def test_address_of_no_scanner_is_an_error(settings):
    settings.CLAMD_URL = "http://clamd"

    with pytest.raises(ImproperlyConfigured, match="CLAMD_URL"):
        scanning.answers()


def test_installation_without_a_scanner_is_told_so(settings):
    without = [warning.id for warning in checks.scanner()]
    settings.CLAMD_URL = "tcp://clamd"

    assert (without, checks.scanner()) == ([checks.UNSCANNED], [])


def test_installation_without_a_scanner_serves_after_its_own_checks(received, worker_hears):
    file = received()

    tasks.sweep_quarantine()

    assert (file.state, file.is_served, file.is_scanned, worker_hears()) == (State.CLEAN, True, False, [])
