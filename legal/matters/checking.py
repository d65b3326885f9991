"""Whether what was downloaded is what was submitted: plain files, no database, no network."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from legal.matters import chain
from legal.matters.freezing import ANSWER_FORMAT, MANIFEST_FORMAT

# What the commands tell of a manifest, and of each file in it.
MANIFEST_SAYS: Final = {"number": str, "position": int, "submitted_at": str, "submission": dict, "files": list}
FILE_SAYS: Final = {"name": str, "sha256": str}


def told(text: str) -> str:
    """Text of a file as a terminal may show it: what is not seen would move its cursor or turn its direction."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


class OtherHistoryError(Exception):
    """A history that does not go on from what an older file holds of it; `path` is that file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


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
    if not _says(record, MANIFEST_SAYS) or not all(_says(one, FILE_SAYS) for one in _listed(record)):
        raise NoSuchFormatError(str(path))
    return record


def _listed(manifest: Mapping[str, Any]) -> Sequence[Any]:
    return (manifest["submission"], *manifest["files"])


def _says(record: Any, wanted: Mapping[str, type]) -> bool:
    """Whether a record holds all of these, each of its type."""
    return isinstance(record, dict) and all(isinstance(record.get(name), kind) for name, kind in wanted.items())


def check(manifest: Mapping[str, Any], paths: Iterable[Path]) -> list[Checked]:
    """What each file is by its sum, whatever it is called by now."""
    listed = {file["sha256"]: file["name"] for file in _listed(manifest)}
    sums = [(path, sum_of(path)) for path in paths]
    return [Checked(path, found, listed.get(found, "")) for path, found in sums]


def check_history(path: Path, kept: Iterable[Path] = ()) -> tuple[str, int]:
    """The matter of a downloaded history and how many entries it has, all as they were written.

    It goes on from where it stood in each file that was `kept`: a history downloaded before, a manifest.
    `NoSuchFormatError` where a file is none, `BrokenChainError` where an entry was changed, taken out or put in,
    `OtherHistoryError` where what was kept is not the beginning of it.
    """
    history = _read(path, chain.FORMAT)
    try:
        count = chain.verify_whole(history)
        for one in kept:
            _require_goes_on(history["entries"], one)
        return str(history["number"] or history["matter"]), count
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NoSuchFormatError(str(path)) from error


def _require_goes_on(entries: Sequence[Mapping[str, Any]], kept: Path) -> None:
    """The sum of an entry tells those before it as well: one entry is compared."""
    position, found = _stood(kept)
    if position > len(entries):
        raise chain.MissingEntriesError(len(entries) + 1, position - len(entries), at_end=True)
    if position and entries[position - 1]["hash"] != found:
        raise OtherHistoryError(kept)


def _stood(path: Path) -> tuple[int, str]:
    """How many entries a history had, and the sum of the last, by a file that was kept."""
    record = _read(path, chain.FORMAT, MANIFEST_FORMAT, ANSWER_FORMAT)
    try:
        last = record["entries"][-1] if record["format"] == chain.FORMAT else record["history"]
        return int(last["position"]), str(last["hash"])
    except (KeyError, TypeError, IndexError, ValueError) as error:
        raise NoSuchFormatError(str(path)) from error


def _read(path: Path, *wanted: str) -> dict[str, Any]:
    try:
        record = json.loads(path.read_bytes(), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise NoSuchFormatError(str(path)) from error
    if not isinstance(record, dict) or record.get("format") not in wanted:
        raise NoSuchFormatError(str(path))
    return record


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A record of which no part is said twice: of two, one reader would take the first and another the last."""
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("A name stands twice in one record.")
    return record
