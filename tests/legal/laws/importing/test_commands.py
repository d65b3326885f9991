"""The two commands as an operator runs them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from legal.laws.importing.progress import language_of_operator
from legal.laws.management.commands import import_laws
from legal.laws.models import Law
from tests.legal.laws.importing.trees import articles, imported, law_folder

TEXT = {"2020-01-01.zh.md": articles("中华人民共和国水法", "一般规定。", "附则。")}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def run(*arguments: str) -> tuple[int, str]:
    """Exit status and what was printed."""
    out = StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=out)
    except SystemExit as stopped:
        return int(stopped.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_import_prints_its_summary(tmp_path: Path) -> None:
    law_folder(tmp_path, TEXT)

    status, printed = run("import_laws", str(tmp_path))

    assert status == 0
    assert printed.splitlines() == [
        "Laws: 1 created, 0 changed, 0 removed, 0 unchanged",
        "Editions: 1 created, 0 changed, 0 removed, 0 unchanged",
        "Provisions: 3 created, 0 changed, 0 removed, 0 unchanged",
        "Texts: 3 created, 0 changed, 0 removed, 0 unchanged",
        "Numbers repeated in the text and kept: 0",
        "Editions whose entry into force is not known: 0",
        "0 laws or files were rejected.",
    ]


def test_texts_and_places_that_changed_are_counted(tmp_path: Path) -> None:
    law_folder(tmp_path, TEXT)
    run("import_laws", str(tmp_path))
    law_folder(tmp_path, {"2020-01-01.zh.md": articles("中华人民共和国水法", "一般规定。", "新的附则。", "附则。")})

    status, printed = run("import_laws", str(tmp_path))

    assert status == 0
    assert printed.splitlines()[:4] == [
        "Laws: 0 created, 1 changed, 0 removed, 0 unchanged",
        "Editions: 0 created, 1 changed, 0 removed, 0 unchanged",
        "Provisions: 1 created, 0 changed, 0 removed, 3 unchanged",
        "Texts: 1 created, 1 changed, 0 removed, 2 unchanged",
    ]


def test_a_large_tree_is_read_by_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_laws, "MANY", 2)
    for name in ("cn-water-law", "cn-soil-law"):
        law_folder(tmp_path, TEXT, name=name, title={"zh": name})

    status, printed = run("import_laws", str(tmp_path))

    assert status == 0
    assert printed.startswith("Laws: 2 created, 0 changed, 0 removed, 0 unchanged\n")


def test_dry_run_says_so_and_rejections_end_with_a_status(tmp_path: Path) -> None:
    folder = law_folder(tmp_path, {"2020-01-01.zh.md": ""}, topics='["fishing"]')
    law_folder(
        tmp_path, {"2020-01-01.zh.md": TEXT["2020-01-01.zh.md"] + "第二条 重复。\n"}, name="cn-b", topics='["fishing"]'
    )

    status, printed = run("import_laws", str(tmp_path), "--dry-run", "--jurisdiction", "cn")

    lines = printed.splitlines()
    assert status == 1
    assert lines[0] == "This was a dry run: nothing was written."
    assert lines[5] == "Numbers repeated in the text and kept: 1"
    assert lines[7:] == [
        f"{tmp_path / 'cn-b'}:1: There is no topic “fishing”: the law was taken without it.",
        "1 law or file was rejected.",
        f"{folder / '2020-01-01.zh.md'}:1: The file is empty.",
    ]
    assert not Law.objects.exists()


def test_export_writes_the_laws_asked_for(tmp_path: Path) -> None:
    law_folder(tmp_path / "in", TEXT)
    law_folder(tmp_path / "in", TEXT, name="kz-water", title={"zh": "水法"})
    imported(tmp_path / "in")

    everything = run("export_laws", str(tmp_path / "all"))
    one = run("export_laws", str(tmp_path / "one"), "--jurisdiction", "kz", "--law", "water")
    none = run("export_laws", str(tmp_path / "none"), "--law", "nothing")

    assert everything == (0, f"2 laws were written to {tmp_path / 'all'}.\n")
    assert one == (0, f"1 law was written to {tmp_path / 'one'}.\n")
    assert none == (1, "There is no such law.\n")
    assert [folder.name for folder in (tmp_path / "one").iterdir()] == ["kz-water"]


def test_export_to_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    law_folder(tmp_path / "in", TEXT)
    imported(tmp_path / "in")
    (tmp_path / "file").touch()

    with pytest.raises(CommandError) as refused:
        run("export_laws", str(tmp_path / "file"))

    assert str(refused.value) == f"Nothing can be written to {tmp_path / 'file'}: File exists."


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LC_MESSAGES": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_operator_is_addressed_in_the_language_of_the_terminal(environ: dict[str, str], language: str) -> None:
    assert language_of_operator(environ) == language


def test_single_file_and_missing_path(tmp_path: Path) -> None:
    file = tmp_path / "水法.md"
    file.write_text("# 水法\n\n2019年8月26日 通过\n\n<!-- INFO END -->\n\n第一条 一般规定。\n")

    assert run("import_laws", str(file))[0] == 0
    assert run("import_laws", str(tmp_path / "nothing"))[0] == 1
