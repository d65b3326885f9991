"""The worker looks through an archive, imports it, gives up, and stops where it is no longer its own."""

import datetime
import io

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection
from django.utils import timezone
from psycopg import sql

from legal.intake import tasks
from legal.intake.actions import deciding, working
from legal.intake.errors import ForsakenError
from legal.intake.models import Finding, FoundLaw, Intake, Stage
from legal.intake.states import State
from legal.laws.models import Law
from portal.files import storage
from portal.files.models import File
from portal.history.models import Entry
from portal.notices.models import Notice
from tests.factories import JurisdictionFactory
from tests.legal.intake.archives import LAW, MIXED, WATER, brought, packed

pytestmark = pytest.mark.django_db

# What the worker writes about the import itself.
OWN = {"intake_intake", "intake_foundlaw", "intake_finding", "workflow_event", "history_entry", "pghistory_context"}
TOLD = {"notices_notice", "notices_delivery"}


def rows() -> dict[str, int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table)))
            found[table] = cursor.fetchone()[0]
    return found


def expired() -> None:
    Intake.objects.update(lease_until=timezone.now() - datetime.timedelta(seconds=1))


def test_dry_run_writes_nothing_of_any_law(intake, settings) -> None:
    before = rows()
    index = sorted(settings.SEARCH_INDEX_DIR.rglob("*"))

    tasks.work(intake.pk)

    changed = {table for table, count in rows().items() if count != before[table]}
    intake.refresh_from_db()
    assert intake.state == State.CHECKED
    assert changed <= OWN | TOLD
    assert sorted(settings.SEARCH_INDEX_DIR.rglob("*")) == index


def test_dry_run_tells_what_would_become_of_each_law(editor) -> None:
    intake = brought(packed(MIXED), by=editor)

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert intake.foreseen["laws"] == {"created": 2, "changed": 0, "removed": 0, "unchanged": 0}
    assert (intake.foreseen["rejections"], intake.foreseen["remarks"]) == (1, 1)
    assert sorted(intake.laws.values_list("stage", "outcome", "code", "slug", "title_ru")) == [
        ("check", 2, "cn", "forest", "Закон о лесе"),
        ("check", 2, "cn", "water", "Закон о воде"),
    ]
    assert sorted(intake.findings.values_list("file", "line", "rejected")) == [
        ("cn-broken/law.toml", 1, True),
        ("cn-forest", 1, False),
    ]


def test_only_laws_of_a_jurisdiction_are_taken(editor) -> None:
    intake = brought(by=editor, jurisdiction=JurisdictionFactory.create(code="kz"))

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.foreseen["laws"]["created"], intake.foreseen["rejections"]) == (0, 1)


def test_import_does_what_was_foreseen_and_is_its_orderers_in_the_history(checked, editors) -> None:
    colleague = editors()
    deciding.import_laws(checked, by=colleague)

    tasks.work(checked.pk)

    checked.refresh_from_db()
    assert (checked.state, checked.result, checked.differs) == (State.IMPORTED, checked.foreseen, False)
    assert (checked.lease_until, checked.worker) == (None, "")
    law = Law.objects.get()
    entry = Entry.objects.get(model="laws.law", key=str(law.pk), kind="insert", part="")
    assert (entry.by, entry.origin) == (colleague.pk, {"task": "legal.intake.tasks.work"})


def test_import_tells_what_was_really_done(editor) -> None:
    first, second = brought(by=editor), brought(by=editor)
    for intake in (first, second):
        tasks.work(intake.pk)
    for intake in (first, second):
        intake.refresh_from_db()
        deciding.import_laws(intake, by=editor)
        tasks.work(intake.pk)

    second.refresh_from_db()
    assert (second.foreseen["laws"]["created"], second.result["laws"]["unchanged"], second.differs) == (1, 1, True)
    assert list(second.laws.filter(stage=Stage.IMPORT).values_list("outcome", flat=True)) == [0]


def test_rejected_law_holds_up_no_other(editor) -> None:
    intake = brought(packed(MIXED), by=editor)
    tasks.work(intake.pk)
    intake.refresh_from_db()
    deciding.import_laws(intake, by=editor)

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert intake.state == State.IMPORTED
    assert sorted(Law.objects.values_list("slug", flat=True)) == ["forest", "water"]


@pytest.mark.parametrize(("state", "finding"), [("infected", "A virus"), ("failed", "")])
def test_archive_that_is_not_clean_is_never_read(editor, settings, folder, state, finding) -> None:
    settings.CLAMD_URL = "unix:///nowhere"
    intake = brought(by=editor)
    File.objects.update(state=state, finding=finding, scanner="ClamAV", scan_after=None)
    for path in (folder / "papers").rglob("*"):
        if path.is_file():
            path.unlink()  # whoever read it would stumble

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.state, intake.failure) == (State.FAILED, Intake.Failure.UNCLEAN)


def test_archive_that_waits_for_the_scanner_is_left_alone(editor, settings) -> None:
    settings.CLAMD_URL = "unix:///nowhere"
    intake = brought(by=editor)

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.state, intake.attempts) == (State.UPLOADED, 0)


def test_archive_that_was_removed_fails(intake) -> None:
    File.objects.all().delete()

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert intake.failure == Intake.Failure.UNCLEAN


def test_archive_found_infected_after_its_dry_run_is_not_imported(checked, editor) -> None:
    deciding.import_laws(checked, by=editor)
    File.objects.update(state="infected", finding="A virus", scanner="ClamAV")

    tasks.work(checked.pk)

    checked.refresh_from_db()
    assert (checked.failure, Law.objects.count()) == (Intake.Failure.UNCLEAN, 0)


def test_archive_that_is_another_than_was_looked_through_is_not_imported(checked, editor) -> None:
    deciding.import_laws(checked, by=editor)
    key = storage.key(checked.file)
    storage.papers().delete(key)
    storage.papers().save(key, io.BytesIO(packed(LAW | {"cn-water/law.toml": WATER.replace("水法", "火法")})))

    tasks.work(checked.pk)

    checked.refresh_from_db()
    assert (checked.failure, Law.objects.count()) == (Intake.Failure.ALTERED, 0)


class Meanwhile:
    """A folder to unpack in, before which something happens."""

    def __init__(self, place, happening) -> None:
        self.place, self.happening = place, happening

    def __truediv__(self, name: str):
        self.happening()
        return self.place / name


def out_of_time() -> None:
    raise SoftTimeLimitExceeded


def test_run_that_takes_too_long_says_so(intake, settings, folder) -> None:
    settings.VAR_DIR = Meanwhile(folder, out_of_time)

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.state, intake.failure) == (State.FAILED, Intake.Failure.TOO_LONG)


def test_run_that_breaks_says_so_and_is_reported(intake, folder) -> None:
    (folder / "intake").write_text("No folder.")

    with pytest.raises(FileExistsError):
        tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.state, intake.failure) == (State.FAILED, Intake.Failure.BROKEN)


def test_task_stops_where_the_archive_was_discarded_meanwhile(intake, editor, settings, folder) -> None:
    settings.VAR_DIR = Meanwhile(folder, lambda: deciding.discard(Intake.objects.get(), by=editor))

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.state, intake.failure) == (State.DISCARDED, "")


def test_task_stops_where_another_worker_has_taken_over(intake, settings, folder) -> None:
    def take_over() -> None:
        expired()
        working.claim(intake.pk, worker="quick")

    settings.VAR_DIR = Meanwhile(folder, take_over)

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.state, intake.worker) == (State.CHECKING, "quick")


def test_import_another_worker_has_is_not_taken(intake) -> None:
    working.claim(intake.pk, worker="one")

    assert working.claim(intake.pk, worker="two") is None


def test_message_given_out_again_takes_its_own_import_back(intake) -> None:
    working.claim(intake.pk, worker="one")

    taken = working.claim(intake.pk, worker="one")

    assert (taken.worker, taken.attempts) == ("one", 2)


def test_import_nobody_is_at_any_more_is_taken_up(intake) -> None:
    working.claim(intake.pk, worker="killed")
    expired()

    tasks.work(intake.pk)

    intake.refresh_from_db()
    assert (intake.state, intake.attempts) == (State.CHECKED, 2)


def test_import_that_was_interrupted_too_often_is_given_up(intake) -> None:
    for worker in ("one", "two", "three"):
        assert working.claim(intake.pk, worker=worker)
        expired()

    assert working.claim(intake.pk, worker="four") is None
    intake.refresh_from_db()
    assert (intake.state, intake.failure) == (State.FAILED, Intake.Failure.GONE)


@pytest.mark.parametrize("pk", [0, None])
def test_nothing_is_taken_where_nothing_is_to_be_done(checked, pk) -> None:
    assert working.claim(checked.pk if pk is None else pk, worker="one") is None


def test_what_a_worker_has_found_out_too_late_is_not_kept(intake) -> None:
    mine = working.claim(intake.pk, worker="slow")
    expired()
    working.claim(intake.pk, worker="quick")

    with pytest.raises(ForsakenError):
        working.work(mine)
    working.fail(mine, Intake.Failure.BROKEN)

    intake.refresh_from_db()
    assert (intake.state, intake.worker, intake.failure) == (State.CHECKING, "quick", "")
    assert (FoundLaw.objects.count(), Finding.objects.count()) == (0, 0)


def test_editor_hears_of_the_end_who_is_not_looking_on(checked, editor) -> None:
    deciding.import_laws(checked, by=editor)
    tasks.work(checked.pk)

    assert list(Notice.objects.order_by("created_at").values_list("kind", "user", "params__name")) == [
        ("intake.checked", editor.pk, "laws.zip"),
        ("intake.imported", editor.pk, "laws.zip"),
    ]
