"""The one door to reading: a path in, laws and rejections out."""

from collections.abc import Iterator
from pathlib import Path

from legal.laws.parsing.records import ParsedLaw, Rejection


def read_tree(path: Path, jurisdiction: str | None = None) -> Iterator[ParsedLaw | Rejection]:
    """Every law below a path, one at a time: law folders and national files, recognised by themselves."""
    yield from ()
