"""The one door to reading: a path in, cases and rejections out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.cases.parsing.lines import read_lines
from legal.cases.parsing.records import ParsedCase
from legal.cases.parsing.toml_files import read_file
from legal.laws.parsing.records import ReadingError, Rejection

TOML: Final = ".toml"
LINES: Final = (".jsonl", ".ndjson")


def files_of(path: Path) -> list[Path]:
    """The files of cases at or below a path, in the order of their paths."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix in (TOML, *LINES) and file.is_file())


def read_cases(path: Path, jurisdiction: str) -> Iterator[ParsedCase | Rejection]:
    """Every case at or below a path, one at a time; what cannot be read comes as a `Rejection`.

    Cases in JSON Lines that name no jurisdiction are of the one given.
    """
    if not path.exists():
        yield Rejection(path, 1, _("There is no such file or folder."))
        return
    for file in files_of(path):
        yield from _read(file, jurisdiction)


def _read(file: Path, jurisdiction: str) -> Iterator[ParsedCase | Rejection]:
    if file.suffix in LINES:
        yield from read_lines(file, jurisdiction)
        return
    if file.suffix != TOML:
        yield Rejection(file, 1, _("The name of a file of cases ends in .toml, .jsonl or .ndjson."))
        return
    try:
        yield read_file(file)
    except ReadingError as error:
        yield error.rejection
