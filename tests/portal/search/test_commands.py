import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.search import actions
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db


def find(*arguments: str) -> str:
    out = io.StringIO()
    call_command("find", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_results_are_printed_as_json(notes: Notes) -> None:
    notes.add(1, "A contract is kept", language="en")
    actions.apply()

    rows = json.loads(find("contract", "--language", "en", "--json"))

    assert [{**row, "score": None} for row in rows] == [
        {"law": "xx-notes", "number": "1", "edition": "2020-01-01", "title": "Notes", "language": "en", "score": None}
    ]


def test_lost_index_is_built_first(notes: Notes) -> None:
    notes.add(1, "合同")

    assert len(json.loads(find("合同", "--json"))) == 1


def test_works_are_printed_in_the_language_asked(notes: Notes) -> None:
    notes.add(7, whole=True, texts={"zh": "合同法"})

    assert [row["language"] for row in json.loads(find("合同法", "--json", "--language", "zh-hans"))] == ["zh"]


def test_limit_is_kept_and_people_get_lines(notes: Notes) -> None:
    for key in range(1, 6):
        notes.add(key, f"合同之{key}")

    assert len(find("合同", "--limit", "3").splitlines()) == 3


def test_results_are_of_the_jurisdictions_asked_for(notes: Notes) -> None:
    notes.add(1, "合同一", facets={"jurisdiction": ["cn"]})
    notes.add(2, "合同二", facets={"jurisdiction": ["kz"]})

    assert [row["number"] for row in json.loads(find("合同", "--json", "--jurisdiction", "kz"))] == ["2"]


def test_file_of_queries_gives_one_list_a_line(notes: Notes, tmp_path: Path) -> None:
    notes.add(1, "合同")
    path = tmp_path / "queries.jsonl"
    path.write_text('{"query": "合同", "language": "zh"}\n\n{"query": "нет"}\n', encoding="utf-8")

    assert [len(json.loads(line)) for line in find("--file", str(path)).splitlines()] == [1, 0]


@pytest.mark.parametrize("line", ["[]", "{", '{"q": "x"}'])
def test_line_that_is_no_query_is_named(notes: Notes, tmp_path: Path, line: str) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text(line)

    with pytest.raises(CommandError, match="Line 1 "):
        find("--file", str(path))


@pytest.mark.parametrize("line", [b'{"query": null}', b'{"query": "a", "language": 5}', b'{"query": ["a"]}'])
def test_line_whose_words_are_no_text_is_named(notes: Notes, tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_bytes(line)

    with pytest.raises(CommandError, match=r"Line 1 has a query or a language that is no text\."):
        call_command("find", "--file", str(path))


def test_file_in_another_encoding_is_named_by_its_line(notes: Notes, tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_bytes('{"query": "合同"}'.encode("gb18030"))

    with pytest.raises(CommandError, match=r"Line 1 is no JSON object with a query\."):
        call_command("find", "--file", str(path))


def test_file_that_cannot_be_read_is_named(notes: Notes, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none cannot be read: No such file or directory\."):
        call_command("find", "--file", str(tmp_path / "none"))


@pytest.mark.parametrize("arguments", [(), ("x", "--language", "kk")])
def test_what_cannot_be_asked_is_refused(notes: Notes, arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        find(*arguments)


def test_reindex_tells_how_much_it_indexed(notes: Notes) -> None:
    notes.add(1, "合同")
    out = io.StringIO()

    call_command("reindex", stdout=out)

    assert out.getvalue() == "1 passages and titles indexed.\n"
