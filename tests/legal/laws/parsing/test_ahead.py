"""The files of a tree read by another process."""

import os
import signal
import struct
from collections.abc import Iterator
from multiprocessing import Pipe, active_children
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from legal.laws.parsing.ahead import heard, read_ahead, tell
from legal.laws.parsing.tree import read_tree
from tests.legal.laws.importing.trees import articles, law_folder

LAWS = 3


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Laws, and a file that is none."""
    for number in range(LAWS):
        text = articles("中华人民共和国水法", "一般规定。" * 1000, "附则。")
        law_folder(tmp_path, {"2020-01-01.zh.md": text}, name=f"cn-water-law-{number}")
    (tmp_path / "空.md").write_text("")
    return tmp_path


@pytest.fixture
def line() -> Iterator[tuple[Connection, Connection]]:
    """Both ends of a line; telling ignores Ctrl-C, which a test must not."""
    before = signal.getsignal(signal.SIGINT)
    here, there = Pipe()
    with here, there:
        yield here, there
    signal.signal(signal.SIGINT, before)


def test_another_process_reads_what_would_be_read_here(tree: Path) -> None:
    read = list(read_ahead(tree, "cn"))

    here = list(read_tree(tree, "cn"))
    assert len(here) == LAWS + 1
    assert read[1:] == here[1:]
    assert read[0].reason == here[0].reason


def test_the_process_ends_where_nobody_listens_any_more(tree: Path) -> None:
    reading = read_ahead(tree)

    next(reading)
    reading.close()

    assert active_children() == []


def test_all_is_told_in_order_to_the_end(tree: Path, line: tuple[Connection, Connection]) -> None:
    here, there = line

    tell(there, tree, None)

    assert [type(told).__name__ for told in heard(here)] == ["Rejection", *["ParsedLaw"] * LAWS]


def test_nothing_is_told_to_a_closed_line(tree: Path, line: tuple[Connection, Connection]) -> None:
    here, there = line
    here.close()

    tell(there, tree, None)

    assert there.closed


@pytest.mark.parametrize("begun", [b"", struct.pack("!i", 1000) + b"half a law"])
def test_a_process_that_ends_too_soon_is_no_end_of_the_tree(line: tuple[Connection, Connection], begun: bytes) -> None:
    here, there = line
    os.write(there.fileno(), begun)
    there.close()

    with pytest.raises(RuntimeError, match="ended before"):
        list(heard(here))
