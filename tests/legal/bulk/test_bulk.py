"""The whole corpus as files: the same data, the same bytes, and no moment without whole files."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from legal.bulk import actions, folder
from legal.bulk.folder import BusyError
from legal.bulk.tasks import make
from legal.laws.models import ProvisionText
from portal.reference.models import Jurisdiction
from tests.factories import CaseFactory, JurisdictionFactory, LawFactory
from tests.portal.api.samples import a_case, a_law

# What is made is read at one moment, in a transaction of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def place(settings: Settings, tmp_path: Path) -> Path:
    cache.clear()
    settings.OPEN_DATA_DIR = tmp_path / "open-data"
    return settings.OPEN_DATA_DIR


def lines(place: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress((place / name).read_bytes()).splitlines()]


def test_files_hold_the_corpus_by_jurisdiction(place: Path) -> None:
    a_case(a_law())
    LawFactory.create(slug="another")
    CaseFactory.create(jurisdiction=JurisdictionFactory.create(code="sg"), slug="foreign")
    Jurisdiction.objects.create(code="xx", name_en="Nothing there")

    files = actions.make()

    assert [(file.kind, file.jurisdiction, file.records) for file in files] == [
        ("laws", "cn", 2),
        ("cases", "cn", 1),
        ("cases", "sg", 1),
    ]
    another, sample = lines(place, files[0].name)
    assert (another["law"]["slug"], another["editions"]) == ("another", [])
    assert [edition["edition"]["slug"] for edition in sample["editions"]] == ["2010-01-01", "2020-01-01"]
    chapter, article = sample["editions"][0]["provisions"]
    assert (chapter["parent"], article["parent"]) == (None, "chapter-1")
    assert {text["language"]: text["body"] for text in article["texts"]} == {
        "en": "2010 en",
        "ru": "2010 ru",
        "zh": "2010 zh",
    }
    (case,) = lines(place, files[1].name)
    assert (case["slug"], case["applies"][0]["law"], case["texts"][0]["language"]) == ("sample", "sample", "zh")


def test_line_says_nothing_that_hangs_on_the_day_or_the_asker(place: Path) -> None:
    a_law()

    (law,) = lines(place, actions.make()[0].name)

    assert not {"title", "status", "edition", "url"} & set(law["law"])
    assert not {"current", "url"} & set(law["editions"][0]["edition"])
    assert not {"law", "url"} & set(law["editions"][0]["provisions"][0])


def test_sum_in_the_list_of_the_night_is_that_of_the_file(place: Path) -> None:
    a_law()

    make()
    (file,) = folder.manifest(place).files
    content = (place / file.name).read_bytes()

    assert (hashlib.sha256(content).hexdigest(), len(content)) == (file.sha256, file.size)


def test_same_data_gives_the_same_bytes(place: Path) -> None:
    a_case(a_law())

    first = [(file, (place / file.name).read_bytes()) for file in actions.make()]
    second = [(file, (place / file.name).read_bytes()) for file in actions.make()]

    assert first == second


def test_file_of_the_night_before_can_still_be_read_and_older_ones_are_gone(place: Path) -> None:
    a_law()
    names = []
    for body in ("one", "two", "three"):
        ProvisionText.objects.update(body=body)
        names.append(actions.make()[0].name)

    assert len(set(names)) == 3
    assert sorted(path.name for path in place.iterdir()) == sorted([folder.LIST, folder.LOCK, *names[1:]])


def test_what_fails_leaves_the_files_as_they_were(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_law()
    before = actions.make()
    ProvisionText.objects.update(body="new")

    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(folder, "exchange", broken)
    with pytest.raises(OSError, match="full"):
        actions.make()

    assert folder.manifest(place).files == before
    assert (place / before[0].name).is_file()


def test_corpus_without_anything_gives_an_empty_list(place: Path, client: Client) -> None:
    untouched = client.get("/api/v1/bulk").json()
    actions.make()
    made = client.get("/api/v1/bulk").json()

    assert untouched == {"made": None, "files": []}
    assert (made["files"], made["made"] is not None) == ([], True)


def test_only_one_makes_them_at_a_time(place: Path) -> None:
    a_law()

    with folder.held(place):
        with pytest.raises(BusyError):
            actions.make()
        with pytest.raises(CommandError, match="being made already"):
            call_command("make_open_data")
        make()

    assert folder.manifest(place).files == []


def test_command_tells_what_it_made(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_law()

    call_command("make_open_data")

    (file,) = folder.manifest(place).files
    assert capsys.readouterr().out == f"{file.sha256}  {file.name}  1 records, {file.size} bytes\n"


def test_files_are_listed_and_handed_out(client: Client, place: Path) -> None:
    a_law()
    (made,) = actions.make()

    listed = client.get("/api/v1/bulk")
    (file,) = listed.json()["files"]
    response = client.get(file["url"], headers={"accept": "application/gzip"})

    assert file == {**made.model_dump(), "url": f"http://testserver/api/v1/bulk/{made.name}"}
    assert listed.has_header("Last-Modified")
    assert response.getvalue() == (place / made.name).read_bytes()  # type: ignore[attr-defined]
    assert {name: response[name] for name in ("Content-Type", "Content-Length", "Cache-Control")} == {
        "Content-Type": "application/gzip",
        "Content-Length": str(made.size),
        "Cache-Control": "public, max-age=31536000, immutable",
    }
    assert response["Content-Disposition"] == f'attachment; filename="{made.name}"'


def test_file_that_is_held_is_not_sent_again(client: Client) -> None:
    a_law()
    (made,) = actions.make()

    response = client.get(f"/api/v1/bulk/{made.name}", headers={"if-none-match": f'"{made.name}"'})

    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize(
    ("name", "status"), [("laws-cn-0123456789abcdef.jsonl.gz", 404), ("manifest.json", 422), (".lock", 422)]
)
def test_nothing_else_of_the_folder_is_handed_out(client: Client, name: str, status: int) -> None:
    assert client.get(f"/api/v1/bulk/{name}").status_code == status


def test_corpus_is_read_at_one_moment_and_not_written() -> None:
    with actions.one_moment(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')")

        assert cursor.fetchone() == ("repeatable read", "on")
