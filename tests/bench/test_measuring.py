import subprocess
import sys

import pytest

from bench.measuring import Times, run, timed
from bench.report import Line, document, milliseconds, table
from bench.texts import exchanges, short


def test_percentiles_are_times_that_were_measured():
    times = Times([0.1 * number for number in range(1, 21)])

    assert (times.p50, times.p95) == (pytest.approx(1.0), pytest.approx(1.9))


def test_every_thing_is_timed():
    seen = []

    times = timed(seen.append, ["a", "b"])

    assert (seen, len(times.seconds)) == (["a", "b"], 2)


def test_run_tells_how_a_program_ended(tmp_path):
    done = run([sys.executable, "-c", "print('said'); raise SystemExit(3)"], tmp_path / "log")

    assert (done.status, done.said, done.memory > 1_000_000, done.seconds > 0) == (3, "said\n", True, True)


def test_table_says_what_was_reached():
    lines = [Line("a", "1 ms", "b", "2 ms", reached=True), Line("c", "3 ms", reached=False), Line("d", "4")]

    assert table(lines) == (
        "| what | measured | compared with | to reach |  |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| a | 1 ms | b | 2 ms | reached |\n"
        "| c | 3 ms |  |  | **missed** |\n"
        "| d | 4 |  |  |  |"
    )


def test_document_is_the_table_with_its_notes():
    written = document([Line("a", "1")], "2025-11-24", ["A note."])

    assert (written.startswith("# Benchmarks\n"), written.endswith("\n- A note.\n")) == (True, True)


@pytest.mark.parametrize(("seconds", "said"), [(0.0032, "3.2 ms"), (0.14, "140 ms")])
def test_times_are_told_as_people_read_them(seconds, said):
    assert milliseconds(seconds) == said


def test_each_copy_of_a_text_has_other_characters_exchanged():
    first, second, third = exchanges("甲乙丙丁", 3)

    assert (first, sorted(second.values()), sorted(third.values())) == ({}, sorted("甲乙丙丁"), sorted("甲乙丙丁"))
    assert all(chr(one) != other for one, other in second.items())


def test_short_questions_are_preferred_terms(tmp_path):
    terms = tmp_path / "terms.tsv"
    terms.write_text(
        "topic\tzh\ten\tru\tnote\ncontract\t合同 | 契约\tcontract\tдоговор\t\ncontract\t\toffer\t\t\n", "utf-8"
    )

    assert (short(terms, "zh"), sorted(short(terms, "en"))) == (["合同"], ["contract", "offer"])


def test_absent_corpus_is_said_and_nothing_is_measured(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--corpus", str(tmp_path / "none"), "--var", str(tmp_path / "var")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, (tmp_path / "var").exists()) == (2, False)
    assert f"The official texts to measure with are not at {tmp_path / 'none'}" in done.stderr
