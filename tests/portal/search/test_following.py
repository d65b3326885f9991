import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import transaction

from portal import sending
from portal.search import actions
from portal.search.folder import LOCK, POINTER, STATE
from portal.search.models import Change, Progress
from portal.search.reading import folder, open_all, reader
from portal.search.searching import search
from portal.search.tasks import apply as apply_task
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db


def found(query: str) -> list[int]:
    return [one.key for one in search(query, language="zh").found]


def change(*keys: int) -> None:
    actions.record("notes", keys, wake=False)


def test_changed_row_is_found_once_its_change_is_applied(notes: Notes) -> None:
    notes.add(1, "不可抗力免责")
    change(1)

    assert (actions.apply(), found("不可抗力"), Change.objects.count()) == (True, [1], 0)


def test_row_that_is_gone_is_found_no_more(notes: Notes) -> None:
    notes.add(1, "不可抗力免责")
    notes.add(2, "不可抗力通知")
    actions.apply()
    del notes.rows[1]
    change(1)

    actions.apply()

    assert found("不可抗力") == [2]


def test_row_that_changed_in_two_batches_is_read_once(notes: Notes, monkeypatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 2)
    for key in range(1, 4):
        notes.add(key, "不可抗力免责")
    actions.apply()
    read: list[int] = []
    change(1, 2, 1, 3)

    actions.apply(report=read.append)

    assert (len(read), found("不可抗力"), Change.objects.count()) == (3, [1, 2, 3], 0)


def test_row_that_changed_has_its_new_words_only(notes: Notes) -> None:
    notes.add(1, "不可抗力免责")
    actions.apply()
    notes.add(1, "违约金过高")
    change(1)

    actions.apply()

    assert (found("不可抗力"), found("违约金")) == ([], [1])


def test_words_of_every_row_are_found_after_rows_have_changed(notes: Notes) -> None:
    for key in range(1, 5):
        notes.add(key, f"合同之{key}")
    notes.add(5, "duty of customs", language="en")
    actions.apply()
    change(1, 2)

    actions.apply()

    assert sorted(found("合同 customs")) == [1, 2, 3, 4, 5]


def test_change_of_an_unknown_source_is_passed_over(notes: Notes) -> None:
    actions.apply()
    notes.add(1, "不可抗力免责")
    actions.record("gone", [1], wake=False)
    change(1)

    actions.apply()

    assert (Change.objects.count(), found("不可抗力")) == (0, [1])


def test_rows_say_what_they_are() -> None:
    assert [str(Change(source="notes", key=3)), str(Progress(generation="a", applied=2))] == ["notes:3", "a 2"]


def test_reader_of_an_index_that_goes_away_is_given_up(notes: Notes, index_dir: Path) -> None:
    actions.apply()
    before = reader()
    (index_dir / POINTER).unlink()

    assert (before is None, reader()) == (False, None)


def test_changes_come_in_batches_and_none_is_left(notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 2)
    actions.apply()
    for key in range(1, 6):
        notes.add(key, "不可抗力", wording=f"{key}")
    change(1, 2, 3, 4, 5)

    actions.apply()

    assert sorted(found("不可抗力")) == [1, 2, 3, 4, 5]


def test_deleted_folder_is_built_again(notes: Notes, index_dir: Path) -> None:
    notes.add(1, "不可抗力免责")
    actions.apply()
    shutil.rmtree(index_dir)
    lost = search("不可抗力", language="zh")

    actions.apply()

    assert (lost.ready, found("不可抗力")) == (False, [1])


def test_damaged_shelf_is_built_again(notes: Notes, index_dir: Path) -> None:
    notes.add(1, "不可抗力免责")
    actions.apply()
    state = folder().state()
    assert state is not None
    for file in (index_dir / state.generation / "now-zh").glob("*.*"):
        file.write_bytes(b"") if file.name == "meta.json" else file.unlink()
    (index_dir / state.generation / STATE).touch()
    damaged = search("不可抗力", language="zh").ready

    actions.apply()

    assert (damaged, found("不可抗力")) == (False, [1])


@pytest.mark.parametrize("content", ["", "[]", '{"generation": "x"}'])
def test_pointer_that_makes_no_sense_means_a_lost_index(notes: Notes, index_dir: Path, content: str) -> None:
    notes.add(1, "不可抗力免责")
    actions.apply()
    (index_dir / POINTER).write_text(content)

    actions.apply()

    assert found("不可抗力") == [1]


def test_index_of_another_format_is_built_again(notes: Notes, index_dir: Path) -> None:
    actions.apply()
    state = folder().state()
    assert state is not None
    path = index_dir / state.generation / STATE
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 0}))
    notes.add(1, "不可抗力免责")

    actions.apply()

    assert found("不可抗力") == [1]


def test_index_put_back_from_an_old_copy_is_built_again(notes: Notes, index_dir: Path, tmp_path: Path) -> None:
    actions.apply()
    shutil.copytree(index_dir, tmp_path / "copy")
    for key in (1, 2):
        notes.add(key, "不可抗力", wording=f"{key}")
        change(key)
        actions.apply()
    shutil.rmtree(index_dir)
    shutil.copytree(tmp_path / "copy", index_dir)

    actions.apply()

    assert sorted(found("不可抗力")) == [1, 2]


def test_writer_killed_before_the_database_knew_leaves_its_changes_to_be_applied_again(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.apply()
    notes.add(1, "不可抗力免责")
    change(1)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(actions, "settle", killed)
        with pytest.raises(KeyboardInterrupt):
            actions.apply()
    generation = Progress.objects.get().generation
    left = Change.objects.count()

    actions.apply()

    assert (left, Change.objects.count(), found("不可抗力")) == (1, 0, [1])
    assert Progress.objects.get().generation == generation


def test_lock_of_a_killed_process_does_not_stand_in_the_way(notes: Notes, index_dir: Path) -> None:
    index_dir.mkdir()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl,sys; f=open(sys.argv[1],'a'); fcntl.flock(f,2); print('held',flush=True); sys.stdin.read()",
            str(index_dir / LOCK),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    holder.stdout.readline()
    busy = actions.apply(wait=False)
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    holder.stdin.close()

    assert (busy, actions.apply(wait=False)) == (False, True)


def test_changes_made_while_the_index_is_rebuilt_are_not_lost(notes: Notes) -> None:
    notes.add(1, "不可抗力免责")

    def meanwhile(_: int) -> None:
        if 2 not in notes.rows:
            notes.add(2, "不可抗力通知")
            change(2)

    actions.rebuild(report=meanwhile)

    assert (sorted(found("不可抗力")), Change.objects.count()) == ([1, 2], 0)


def test_rebuilding_leaves_one_generation(notes: Notes, index_dir: Path) -> None:
    actions.rebuild()
    actions.rebuild()

    assert len([path for path in index_dir.iterdir() if path.is_dir()]) == 1


def test_reader_is_kept_until_something_is_written(notes: Notes) -> None:
    actions.apply()
    first, again = reader(), reader()
    notes.add(1, "不可抗力免责")
    change(1)
    actions.apply()

    assert (first is again, reader() is first) == (True, False)


def test_view_of_a_state_written_again_meanwhile_is_not_kept(notes: Notes) -> None:
    """A writer came between: its terms must not be missed until it comes again."""
    actions.apply()
    read = folder().state()
    assert read is not None
    actions.record(actions.TERMS, [0], wake=False)
    actions.apply()

    views = [open_all(folder(), state) for state in (read, folder().state()) if state]

    assert [bool(view.stamp) for view in views if view] == [False, True]


def test_changed_terms_are_taken_up(notes: Notes) -> None:
    actions.apply()
    before = reader()
    actions.record(actions.TERMS, [0], wake=False)

    actions.apply()

    after = reader()
    assert before is not None
    assert after is not None
    assert before.version != after.version


def test_the_worker_applies_changes(notes: Notes) -> None:
    notes.add(1, "不可抗力免责")
    change(1)

    apply_task()

    assert found("不可抗力") == [1]


@pytest.mark.django_db(transaction=True)
def test_the_worker_is_told_after_commit_and_its_absence_harms_nothing(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda *_, **__: told.append(1))

    with transaction.atomic():
        actions.record("notes", [1])
        before = list(told)

    assert (before, told) == ([], [1])


def test_lock_file_is_no_lock(index_dir: Path, notes: Notes) -> None:
    index_dir.mkdir()
    with (index_dir / LOCK).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)

    assert actions.apply(wait=False)
