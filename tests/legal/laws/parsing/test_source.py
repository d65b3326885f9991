"""Files as lines, and the normalisation under which nothing is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.parsing import source
from legal.laws.parsing.records import ParsedProvision, ParsedText, ReadingError


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("好\n".encode("gb18030"), 1, "The file is not encoded in UTF-8."),
        (b"fine\nalso \xff", 2, "The file is not encoded in UTF-8."),
        (b"fine\nand \0", 2, "The file contains a NUL byte, so it is not text."),
    ],
)
def test_garbled_file_is_rejected_with_its_line(
    write: Callable[[str, bytes], Path], content: bytes, line: int, reason: str
) -> None:
    file = write("a.txt", content)

    with pytest.raises(ReadingError) as error:
        source.read(file)

    assert (error.value.rejection.line, error.value.rejection.reason) == (line, reason)


def test_missing_file_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as error:
        source.read(tmp_path / "none.md")

    assert error.value.rejection.reason == "The file cannot be read: No such file or directory."


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")

    with pytest.raises(ReadingError) as error:
        source.read(tmp_path / "pipe.md")

    assert error.value.rejection.reason == "The file cannot be read: not an ordinary file."


def test_file_too_large_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "large.md"
    with file.open("wb") as opened:
        opened.truncate(source.LARGEST + 1)

    with pytest.raises(ReadingError) as error:
        source.read(file)

    assert error.value.rejection.reason == "The file is larger than 67108864 bytes."


def test_byte_order_mark_is_no_word(write: Callable[[str, str], Path]) -> None:
    assert source.read(write("a.md", "\ufeff# 法")) == "# 法"


def test_lines_of_markdown_know_their_number_level_and_gap() -> None:
    text = "---\na: b\n---\n# 法\r\n\n第一条　为了  这。\r第二条\n##\n"

    assert source.lines(text, markdown=True) == [
        source.Line(4, "法", 1, after_gap=True),
        source.Line(6, "第一条 为了 这。", 0, after_gap=True),
        source.Line(7, "第二条", 0, after_gap=False),
    ]


def test_plain_text_keeps_its_number_signs() -> None:
    assert source.lines("# 1", markdown=False) == [source.Line(1, "# 1", 0, after_gap=True)]


def test_normalising_leaves_out_markup_alone() -> None:
    text = "---\na: b\n---\n# Law\n\n2020 adopted <!-- INFO END -->\n\n## Part  One\nA\u00adB\u3000C\n"

    assert source.normalise(text, markdown=True) == "Law 2020 adopted Part One A\u00adB C"


def test_text_of_joins_provisions_as_they_are_printed() -> None:
    printed = [
        ParsedProvision(ProvisionKind.ARTICLE, "article-1", "1", "第一条", "（目的）", "为了。", tight=(True, True)),
        ParsedProvision(ProvisionKind.ARTICLE, "article-2", "2", "Article 2", "Scope", "All\ngoods."),
        ParsedProvision(ProvisionKind.PARAGRAPH, "paragraph-1"),
    ]
    text = ParsedText("zh", TextStatus.OFFICIAL, "", "", printed, [])

    assert source.text_of(text) == "第一条（目的）为了。 Article 2 Scope All goods."
    assert source.text_of(printed) == source.text_of(text)
