"""Whether what was downloaded is what was submitted: plain files, no database, no network."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from legal.matters import chain
from legal.matters.freezing import ANSWER_FORMAT, MANIFEST_FORMAT

MANIFEST_SAYS: Final = {"number", "position", "submitted_at", "submission", "files"}


class NoSuchFormatError(Exception):
    """A file is not what the portal writes."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what it is: a name of the manifest, or "" where nothing of the manifest has its sum."""

    path: Path
    sha256: str
    listed_as: str


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(path: Path) -> dict[str, Any]:
    """A manifest of whatever a side has handed in, as a record; `NoSuchFormatError` where the file is none."""
    record = _read(path, MANIFEST_FORMAT, ANSWER_FORMAT)
    if not record.keys() >= MANIFEST_SAYS:
        raise NoSuchFormatError(str(path))
    return record


def check(manifest: Mapping[str, Any], paths: Iterable[Path]) -> list[Checked]:
    """What each file is by its sum, whatever it is called by now."""
    listed = {file["sha256"]: file["name"] for file in (manifest["submission"], *manifest["files"])}
    sums = [(path, sum_of(path)) for path in paths]
    return [Checked(path, found, listed.get(found, "")) for path, found in sums]


def check_history(path: Path) -> tuple[str, int]:
    """The matter of a downloaded history and how many entries it has, all as they were written.

    `NoSuchFormatError` where the file is none, `BrokenChainError` where an entry was changed, taken out or put in.
    """
    history = _read(path, chain.FORMAT)
    try:
        return str(history["number"] or history["matter"]), chain.verify(history["entries"], history["matter"])
    except (KeyError, TypeError, AttributeError) as error:
        raise NoSuchFormatError(str(path)) from error


def _read(path: Path, *wanted: str) -> dict[str, Any]:
    try:
        record = json.loads(path.read_bytes())
    except ValueError as error:
        raise NoSuchFormatError(str(path)) from error
    if not isinstance(record, dict) or record.get("format") not in wanted:
        raise NoSuchFormatError(str(path))
    return record
