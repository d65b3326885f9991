"""The arithmetic of the benchmark, which nobody would notice to be wrong."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.bench.measuring import Row, Times, additions, percentile, settled, spend, turns, within
from tests.bench.report import lines, sections, write
from tests.bench.searching import questions


def test_percentile_is_the_value_that_so_many_do_not_pass() -> None:
    assert [percentile(range(1, 101), share) for share in (0.5, 0.95, 1.0)] == [50, 95, 100]
    assert percentile([7.0], 0.95) == 7.0


def test_figures_are_medians_of_the_runs() -> None:
    assert settled([[1.0, 9.0], [2.0, 8.0], [3.0, 100.0]]) == Times(2.0, 9.0)


def test_calls_take_turns_and_the_first_run_warms_up() -> None:
    called: list[str] = []

    figures = turns([lambda item: called.append(f"a{item}"), lambda item: called.append(f"b{item}")], [1, 2], runs=1)

    assert called == ["a1", "b1", "a2", "b2"] * 2
    assert len(figures) == 2


def test_bound_in_seconds_holds_what_is_done_inside() -> None:
    with within(60):
        additions()
    with pytest.raises(AssertionError, match=r"s, of 0\.00 s allowed"), within(0.001):
        additions()


def test_program_is_measured_with_its_status(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('done'); raise SystemExit(3)"]

    spent, status = spend(command, tmp_path / "log", folder=tmp_path)

    assert (status, (tmp_path / "log").read_text()) == (3, "done\n")
    assert spent.seconds > 0
    assert spent.cpu > 0
    assert spent.resident > 1_000_000


def test_table_is_markdown_with_columns_in_line() -> None:
    rows = [Row("Import", "9 s", "", "< 120 s", reached=True), Row("Search", "90 ms", "1 ms", "≤ 15 ms", reached=False)]

    assert lines(rows) == [
        "| what   | measured | beside | to reach | reached |",
        "| ------ | -------- | ------ | -------- | ------- |",
        "| Import | 9 s      |        | < 120 s  | yes     |",
        "| Search | 90 ms    | 1 ms   | ≤ 15 ms  | **no**  |",
    ]


def test_part_that_is_measured_again_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    document = tmp_path / "benchmarks.md"
    document.write_text("# How fast\n\n## Law and search\n\nMeasured long ago.\n\n| a table |\n\n## How\n\nSo.\n")

    write(document, "crowd", "Measured today.")
    write(document, "crowd", "Measured again.")

    found = sections(document.read_text())
    assert list(found) == ["Law and search", "Enterprises and their members", "How it is measured"]
    assert found["Law and search"] == "Measured long ago.\n\n| a table |"
    assert found["Enterprises and their members"] == "Measured again."


def test_questions_are_asked_in_three_languages() -> None:
    spoken = Counter(question.language for question in questions())

    assert min(spoken[language] for language in ("zh", "en", "ru")) >= 60
    assert len(set(questions())) == sum(spoken.values())
