"""A copy of everything: made by one worker at a time, of one person's data alone."""

import datetime
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from celery.contrib.testing.worker import start_worker
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection, transaction
from django.db.utils import DataError, IntegrityError
from django.utils import timezone

from portal.celery import app
from portal.notices.models import Notice
from portal.privacy import tasks
from portal.privacy.actions import exports
from portal.privacy.models import DataExport, Purpose, SecurityEvent
from tests.at_once import at_once
from tests.factories import ConsentFactory, DataExportFactory, RetentionRuleFactory, SecurityEventFactory
from tests.portal.privacy.copies import made_copy, opened

State = DataExport.State
PATIENCE = 60
PROJECT = Path(__file__).parents[3]
# The worker's task, in a process of its own that can be killed.
WORKER = """
import django, sys
django.setup()
from django.conf import settings
from portal.privacy import tasks
settings.MEDIA_ROOT = sys.argv[1]
tasks.make(int(sys.argv[2]))
"""


def test_copy_holds_data_for_programs_and_a_page_to_read(person):
    ConsentFactory.create(user=person, text__version=7)

    copy = opened(made_copy(person, "ru"))

    assert sorted(copy) == ["data.json", "index.html", "portal.css"]
    data = json.loads(copy["data.json"])
    assert data["account"][0]["email"] == "aigerim@example.org"
    assert [row["version"] for row in data["consents"]] == [7]
    assert '<html lang="ru">' in copy["index.html"].decode()
    assert "Айгерим С." in copy["index.html"].decode()


def test_copy_tells_hours_as_the_persons_clock_shows_them(person):
    person.time_zone = "Asia/Almaty"
    person.save()
    SecurityEventFactory.create(user=person, at=datetime.datetime(2026, 7, 1, 20, 30, tzinfo=datetime.UTC))

    page = opened(made_copy(person, "ru"))["index.html"].decode()

    assert "2 июля 2026" in page
    assert "1:30" in page


def test_copy_holds_nothing_of_anybody_else(person, other):
    named = {"recipient": "赵兰的律师", "aim": "赵兰的合同"}
    ConsentFactory.create(user=other, text__purpose=Purpose.SHARING, **named)
    SecurityEventFactory.create(user=other, address="198.51.100.99", agent="赵兰的浏览器")
    made_copy(other)
    SecurityEventFactory.create(user=None, address="198.51.100.98", agent="A stranger's")

    text = b"".join(opened(made_copy(person)).values()).decode()

    leaked = ["zhao.lan", "赵兰", "198.51.100.99", "198.51.100.98", "stranger"]
    assert [part for part in leaked if part in text] == []
    assert "aigerim@example.org" in text


def test_person_is_told_when_it_is_ready(person):
    made_copy(person)

    notice = Notice.objects.get()
    assert (notice.user, notice.kind) == (person, "privacy.copy-ready")
    assert SecurityEvent.objects.get().kind == "export-made"


def test_asked_for_twice_it_is_made_once(person):
    first = exports.ask(person, language="ru", by=person)
    second = exports.ask(person, language="en", by=person)

    assert (first, second.language) == (second, "ru")
    assert SecurityEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_asked_for_four_times_at_once_it_is_made_once(person):
    at_once(*[lambda: exports.ask(person, language="en", by=person)] * 4)

    assert DataExport.objects.count() == 1


def test_two_unfinished_copies_of_one_person_cannot_be(person):
    DataExportFactory.create(user=person)

    with pytest.raises(IntegrityError, match="one_at_a_time"):
        DataExportFactory.create(user=person)


def test_worker_leaves_alone_what_another_has(person):
    export = exports.ask(person, language="en", by=person)
    exports.claim(export.pk, worker="the other")

    tasks.make(export.pk)

    assert DataExport.objects.values_list("state", "worker").get() == (State.MAKING, "the other")


def test_task_given_out_again_takes_its_own_copy_back(person):
    export = exports.ask(person, language="en", by=person)
    exports.claim(export.pk, worker="the same")

    assert exports.claim(export.pk, worker="the same").attempts == 2


def test_copy_taken_over_meanwhile_is_nobodys(person, tmp_path):
    export = exports.claim(exports.ask(person, language="en", by=person).pk, worker="slow")
    DataExport.objects.update(worker="quick")

    exports.make(export)

    assert DataExport.objects.values_list("state", "file").get() == (State.MAKING, "")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not Notice.objects.exists()


def test_task_that_breaks_says_so_and_is_reported(person, settings):
    settings.MEDIA_ROOT = "/dev/null"
    export = exports.ask(person, language="en", by=person)

    with pytest.raises(OSError, match="/dev/null"):
        tasks.make(export.pk)

    assert DataExport.objects.get().state == State.FAILED


def test_copy_that_nobody_could_be_told_of_leaves_no_file(person, settings, tmp_path):
    export = exports.ask(person, language="en", by=person)
    settings.SITE_URL = f"https://{'x' * 120}.example"  # of which no Message-ID can be made

    with pytest.raises(DataError):
        tasks.make(export.pk)

    assert DataExport.objects.values_list("state", "file").get() == (State.FAILED, "")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


class Slow:
    """A folder for whose files the time runs out."""

    def __fspath__(self):
        raise SoftTimeLimitExceeded


def test_task_that_takes_too_long_says_so(person, settings):
    settings.MEDIA_ROOT = Slow()
    export = exports.ask(person, language="en", by=person)

    tasks.make(export.pk)

    assert DataExport.objects.get().state == State.FAILED


def test_sweep_sends_what_is_lost_and_gives_up_what_was_tried_often(person, other):
    past = timezone.now() - datetime.timedelta(hours=1)
    lost = DataExportFactory.create(user=person, sent_at=past)
    broken = DataExportFactory.create(user=other, state="making", lease_until=past, attempts=3)
    before = timezone.now()

    tasks.sweep()

    lost.refresh_from_db()
    broken.refresh_from_db()
    assert (lost.state, lost.sent_at >= before) == (State.WAITING, True)
    assert (broken.state, broken.lease_until) == (State.FAILED, None)


def is_waited_for(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_locks WHERE relation = %s::regclass AND NOT granted", [table])
        return cursor.rowcount == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_copy_of_a_worker_killed_before_its_row_was_finished_is_destroyed(person, tmp_path):
    export = exports.ask(person, language="en", by=person)
    command = [sys.executable, "-c", WORKER, str(tmp_path), str(export.pk)]
    worker = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(PROJECT)})
    with transaction.atomic():
        # No notice can be written: the worker stops there, with the file kept and nothing of it committed.
        connection.cursor().execute("LOCK TABLE notices_notice IN SHARE MODE")
        deadline = time.monotonic() + PATIENCE
        while not is_waited_for("notices_notice"):
            assert time.monotonic() < deadline
        worker.kill()
        worker.wait()
    [orphan] = (tmp_path / "exports").iterdir()

    young = exports.destroy_orphans(at=timezone.now())
    stayed = orphan.exists()
    old = exports.destroy_orphans(at=timezone.now() + DataExport.LEASE)

    assert DataExport.objects.values_list("state", "file").get() == (State.MAKING, "")
    assert (young, stayed, old, orphan.exists()) == (0, True, 1, False)


def test_sweep_destroys_what_no_row_names_and_nothing_else(person, tmp_path):
    export = made_copy(person)
    kept, orphan = Path(export.file.path), tmp_path / "exports" / "orphan.zip"
    orphan.write_bytes(b"personal data")
    long_ago = (timezone.now() - DataExport.LEASE).timestamp()
    for path in (kept, orphan):
        os.utime(path, (long_ago, long_ago))

    tasks.sweep()

    assert (kept.exists(), orphan.exists()) == (True, False)


def test_orphan_that_goes_meanwhile_is_nobodys_affair(db, tmp_path):
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "gone.zip").symlink_to(tmp_path / "nowhere")

    assert exports.destroy_orphans(at=timezone.now()) == 0


def test_removed_copy_takes_its_file_along(person, django_capture_on_commit_callbacks):
    export = made_copy(person)
    path = export.file.path

    with django_capture_on_commit_callbacks(execute=True):
        exports.remove(export)

    with pytest.raises(FileNotFoundError):
        open(path, "rb").close()  # noqa: PTH123
    assert not DataExport.objects.exists()


def test_copy_without_a_rule_never_ends(person):
    export = made_copy(person)

    assert exports.expires_at(export) is None
    assert not exports.is_past(export)


def test_copy_ends_after_the_days_of_its_rule(person):
    RetentionRuleFactory.create(kind="data-export", days=7, ground="working")
    export = made_copy(person)

    young = exports.is_past(export)
    export.made_at -= datetime.timedelta(days=7)

    assert (young, exports.is_past(export)) == (False, True)
    assert str(export) == f"{person.pk} {export.asked_at:%Y-%m-%d}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_worker_makes_what_is_asked_for(person):
    with start_worker(app, perform_ping_check=False, pool="solo"):
        export = exports.ask(person, language="en", by=person)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not export.is_over:
            export.refresh_from_db()

    assert export.state == State.READY
