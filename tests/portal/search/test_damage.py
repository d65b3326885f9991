"""Each file of the index damaged in each way: every page answers, and the index mends itself."""

import datetime
import io
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from portal.pages import health
from portal.search import actions, reading
from portal.search.damage import sound
from portal.search.documents import Document
from portal.search.models import Progress
from portal.search.reading import folder
from portal.search.searching import search
from portal.search.tasks import check
from portal.search.writing import Writing
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db

FILES = ["*.term", "*.store", "*.idx", "*.pos", "*.fast", "*.fieldnorm", "meta.json", ".managed.json"]


def overwritten(at: Callable[[int], int]) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        content = bytearray(file.read_bytes())
        start = at(len(content))
        content[start : start + 64] = b"\xff" * len(content[start : start + 64])
        with file.open("r+b") as opened:  # in its place, under whoever reads it
            opened.write(content)

    return damage


def cut(share: float) -> Callable[[Path], None]:
    return lambda file: file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)]) and None


WAYS: dict[str, Callable[[Path], None]] = {
    "header": overwritten(lambda size: 0),
    "middle": overwritten(lambda size: size // 2),
    "footer": overwritten(lambda size: size - 64),
    "last bytes": overwritten(lambda size: size - 8),
    "half": cut(0.5),
    "nothing left": cut(0),
    "gone": Path.unlink,
}


@pytest.fixture
def shelf(notes: Notes) -> Path:
    """The Chinese shelf of an index of two hundred notes; three of them are of force majeure."""
    for key in range(1, 201):
        text = "不可抗力免责" if key in {3, 70, 150} else f"违约金过高第{key}条之{key % 7}"
        notes.add(key, text, facets={"jurisdiction": ["cn"]})
    actions.apply()
    notes.rows.pop(200)
    actions.record("notes", [200], wake=False)
    actions.apply()
    return shelf_in_use()


def shelf_in_use() -> Path:
    state = folder().state()
    assert state is not None
    return folder().path(state.generation) / "now-zh"


def one(shelf: Path, pattern: str) -> Path:
    return min(shelf.glob(pattern))


def found() -> list[int]:
    return sorted(each.key for each in search("不可抗力", language="zh", counted=True).found)


@pytest.fixture
def cold(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as a process finds it that has just begun."""
    monkeypatch.setattr(reading, "readers", {})
    return shelf


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("pattern", FILES)
def test_damage_fails_no_page_and_is_mended(client: Client, cold: Path, pattern: str, way: str) -> None:
    WAYS[way](one(cold, pattern))

    answers = [
        client.get(address, {"q": "不可抗力"}).status_code
        for address in ("/zh-hans/search/", "/zh-hans/search/suggest/")
    ]
    actions.apply()
    check()

    assert (answers, found()) == ([200, 200], [3, 70, 150])
    # Tantivy's list of its files is read by a writer alone, and made again where it is gone.
    assert pattern == ".managed.json" or shelf_in_use() != cold


@pytest.mark.parametrize("pattern", ["*.term", "*.fast"])
def test_damage_met_by_a_search_is_told_once_and_the_next_sweep_mends_it(
    client: Client, cold: Path, pattern: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The first is a ValueError of Tantivy's, the second a panic."""
    for file in cold.glob(pattern):
        WAYS["header"](file)

    with caplog.at_level(logging.ERROR):
        page = client.get("/en/search/", {"q": "不可抗力"}).content.decode()
        again = client.get("/en/search/", {"q": "不可抗力"}).content.decode()
    told = [line for line in caplog.messages if "damaged" in line]
    unknown = Progress.objects.get().generation
    works = health.index()
    actions.apply(wait=False)

    assert found() == [3, 70, 150]
    assert ["The index of the laws is being built" in one for one in (page, again)] == [True, True]
    assert (len(told), unknown, works, health.index()) == (1, "", False, True)


def test_damage_met_by_the_writer_is_mended_at_once(cold: Path, notes: Notes) -> None:
    for file in cold.glob("*.fast"):
        file.unlink()
    notes.add(201, "不可抗力通知")
    actions.record("notes", [201], wake=False)

    actions.apply()

    assert found() == [3, 70, 150, 201]


def test_damage_done_while_the_writer_works_is_mended_at_once(
    cold: Path, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = notes.documents

    def documents(owners: Sequence[int] | None) -> Iterator[Document]:
        for file in cold.glob("*.term"):
            file.unlink()
        yield from read(owners)

    monkeypatch.setattr(notes, "documents", documents)
    notes.add(201, "不可抗力通知")
    actions.record("notes", [3, 201], wake=False)

    actions.apply()

    assert found() == [3, 70, 150, 201]


def test_damage_is_mended_by_reindexing(cold: Path) -> None:
    one(cold, "*.term").write_bytes(b"")

    call_command("reindex", stdout=io.StringIO())

    assert found() == [3, 70, 150]


@pytest.mark.parametrize("way", ["header", "gone"])
def test_find_builds_a_damaged_index_first(cold: Path, way: str) -> None:
    WAYS[way](one(cold, "*.term"))
    out, said = io.StringIO(), io.StringIO()

    call_command("find", "不可抗力", "--json", stdout=out, stderr=said)

    assert sorted(row["number"] for row in json.loads(out.getvalue())) == ["150", "3", "70"]


def test_sound_index_is_left_alone(shelf: Path) -> None:
    check()

    assert shelf_in_use() == shelf


def test_failure_of_our_own_is_not_taken_for_damage(shelf: Path) -> None:
    def wrong(_: reading.Reader) -> int:
        return int("none")

    with pytest.raises(ValueError, match="none"):
        reading.read(wrong)
    with pytest.raises(ZeroDivisionError):
        reading.read(lambda _: 1 // 0)

    assert found() == [3, 70, 150]


def test_source_that_fails_is_not_taken_for_damage(shelf: Path, notes: Notes) -> None:
    notes.add(201, "不可抗力通知", facets={"jurisdiction": ["\ud800"]})
    actions.record("notes", [201], wake=False)

    with pytest.raises(ValueError, match="Expected Str"):
        actions.apply()

    assert (shelf_in_use(), found()) == (shelf, [3, 70, 150])


def test_shelf_that_a_killed_writer_began_is_begun_anew(shelf: Path, notes: Notes) -> None:
    """It had committed the shelf, and not yet written down that there is one."""
    state = folder().state()
    assert state is not None
    beside = Writing(folder(), state, datetime.date(2026, 1, 1))
    notes.add(201, "Непреодолимая сила", language="ru")
    beside.add("notes", notes.documents([201]))
    beside.commit()
    actions.record("notes", [201], wake=False)

    actions.apply()

    view = reading.reader()
    assert view is not None
    assert view.shelves["now-ru"].num_docs == 1


def test_view_that_fails_while_a_writer_is_at_work_is_given_up_for_the_moment_and_told(
    shelf: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def wrong(_: reading.Reader) -> int:
        return int("none")

    with folder().locked():
        meanwhile = reading.read(wrong)

    assert (meanwhile, found()) == (None, [3, 70, 150])
    assert caplog.messages == ["A search failed while the search index was written."]


def test_files_of_a_segment_with_deleted_documents_are_looked_through_too(shelf: Path) -> None:
    state = folder().state()
    assert state is not None
    before = sound(folder(), state)
    one(shelf, "*.del").unlink()

    assert (before, sound(folder(), state)) == (True, False)
