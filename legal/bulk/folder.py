"""The folder of the files: each is named by what it holds, and the list of them is exchanged at once."""

import fcntl
import gzip
import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path
from typing import Final

from pydantic import AwareDatetime, BaseModel

LIST: Final = "manifest.json"
LOCK: Final = ".lock"
NAME: Final = r"^(laws|cases)-[-a-zA-Z0-9_]{1,12}-[0-9a-f]{16}\.jsonl\.gz$"
LEVEL: Final = 6


class File(BaseModel):
    """A file of the open data: what it holds, how large it is, and the sum of its bytes."""

    kind: str
    jurisdiction: str
    name: str
    records: int
    size: int
    sha256: str


class Manifest(BaseModel):
    """The files there are, when they were made, and the names of those before, which readers may still be at."""

    made: AwareDatetime | None = None
    files: list[File] = []
    before: list[str] = []


class BusyError(Exception):
    """Somebody else is making the files."""


def manifest(folder: Path) -> Manifest:
    """The files there are; an empty list before any were made."""
    try:
        return Manifest.model_validate_json((folder / LIST).read_bytes())
    except FileNotFoundError:
        return Manifest()


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder against whoever else makes files; `BusyError` where it is held."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("ab") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield


def write(folder: Path, kind: str, jurisdiction: str, lines: Iterator[bytes]) -> File | None:
    """Write the lines into a file named by its sum; None, and no file, where there are none."""
    with replaced(folder) as (stream, keep):
        records = 0
        # Neither name nor time of its making goes into the file: they would make the same data other bytes.
        with gzip.GzipFile("", "wb", LEVEL, stream, mtime=0) as packed:
            for line in lines:
                packed.write(line + b"\n")
                records += 1
        if not records:
            return None
        stream.seek(0)
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        name = f"{kind}-{jurisdiction}-{digest[:16]}.jsonl.gz"
        size = stream.seek(0, os.SEEK_END)
        keep(name)
        return File(kind=kind, jurisdiction=jurisdiction, name=name, records=records, size=size, sha256=digest)


def exchange(folder: Path, new: Manifest) -> None:
    """Put the new list in the place of the old one; files that neither names are taken away after."""
    with replaced(folder) as (stream, keep):
        stream.write(new.model_dump_json(indent=1).encode() + b"\n")
        keep(LIST)
    named = {LIST, LOCK, *new.before, *(file.name for file in new.files)}
    for path in folder.iterdir():
        if path.name not in named:
            path.unlink()


@contextmanager
def replaced(folder: Path) -> Iterator[tuple[BufferedRandom, Callable[[str], None]]]:
    """A new file, and what gives it a name once it is whole and on the disk; one that gets none is gone."""
    descriptor, place = tempfile.mkstemp(dir=folder, prefix=".new-")
    with os.fdopen(descriptor, "w+b") as stream:

        def keep(name: str) -> None:
            stream.flush()
            os.fsync(stream.fileno())
            Path(place).replace(folder / name)

        try:
            yield stream, keep
        finally:
            with suppress(FileNotFoundError):
                Path(place).unlink()


def found(folder: Path, name: str) -> Path | None:
    """Where a file of that name is; None where there is none of the open data."""
    path = folder / name
    return path if re.fullmatch(NAME, name) and path.is_file() else None
