"""A file on its way in: written down for the time it is checked, counted, summed up, cut off where it is too long."""

import hashlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol
from uuid import UUID, uuid4

from django.conf import settings
from django.http import UnreadablePostError
from django.template.defaultfilters import filesizeformat

from portal.files import media, names
from portal.files.checking.verdicts import Fault
from portal.files.media import MediaType
from portal.files.refusals import RefusedError
from portal.files.registry import Purpose

BLOCK: Final = 1024 * 1024
# More than the processor time the check is given: it may have to wait for its turn.
PATIENCE: Final = 60
# So many files a process has checked at a time, each in up to a gigabyte.
CHECKS: Final = threading.BoundedSemaphore(2)


class Content(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Received:
    """A file that has arrived and was found in order; its bytes are at `path` until the receiving ends."""

    path: Path
    name: str
    media: MediaType
    size: int
    sha256: str


def folder() -> Path:
    """Where files are for a moment, on the disk of this machine; nobody else may enter."""
    place: Path = settings.VAR_DIR / "receiving"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def parts() -> Path:
    """Where the pieces of a file are that is sent piece by piece, until all have arrived."""
    place: Path = settings.VAR_DIR / "uploads"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def part(key: UUID) -> Path:
    """Where the pieces of one file are."""
    return parts() / key.hex


@contextmanager
def apart(key: UUID) -> Iterator[Path]:
    """The pieces of one file under a name of their own, whoever takes the first one away meanwhile.

    `FileNotFoundError` where somebody has taken it already.
    """
    path = folder() / uuid4().hex
    os.link(part(key), path)
    try:
        # Both names are of one file: a sweep is not to take it for one that was left long ago.
        os.utime(path)
        yield path
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def received(content: Any, *, name: str, purpose: Purpose) -> Iterator[Received]:
    """Take a file in and check it; `RefusedError` where it is not what the purpose asks for. Nothing is left behind."""
    shown = names.cleaned(name)
    claimed(shown, purpose)
    refuse_size(getattr(content, "size", None), shown, purpose)
    with tempfile.NamedTemporaryFile(dir=folder()) as spool:
        size, sha256 = _written(content, spool, shown, purpose)
        spool.flush()
        yield checked(Path(spool.name), name=shown, purpose=purpose, size=size, sha256=sha256)


def claimed(name: str, purpose: Purpose) -> MediaType:
    """The type that the name claims; `RefusedError` where the purpose does not accept it."""
    kind = media.named(name)
    if kind is None or kind not in purpose.media:
        raise RefusedError("other-type", name=name, types=purpose.types)
    return kind


def refuse_size(size: int | None, name: str, purpose: Purpose) -> None:
    """Refuse what says of itself that it is empty or too large; None says nothing."""
    if size == 0:
        raise RefusedError("empty", name=name)
    if size is not None and size > purpose.largest:
        raise RefusedError("too-large", name=name, largest=filesizeformat(purpose.largest))


def checked(path: Path, *, name: str, purpose: Purpose, size: int, sha256: str) -> Received:
    """What lies at the path, looked into in a process of its own; `RefusedError` where something is wrong with it."""
    kind = claimed(name, purpose)
    fault = _fault(path, kind)
    if fault:
        raise RefusedError(fault, name=name)
    return Received(path, name, kind, size, sha256)


def summed(path: Path) -> str:
    """The SHA-256 of what lies at the path."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _written(content: Content, spool: Any, name: str, purpose: Purpose) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    while block := _read(content, name):
        size += len(block)
        refuse_size(size, name, purpose)
        digest.update(block)
        spool.write(block)
    refuse_size(size, name, purpose)
    return size, digest.hexdigest()


def _read(content: Content, name: str) -> bytes:
    try:
        return content.read(BLOCK)
    except UnreadablePostError as error:
        raise RefusedError("broken-off", name=name) from error


def _fault(path: Path, kind: MediaType) -> str:
    """What the checking process says; one that ran out of time or was ended by the system has found a bomb."""
    said = confined("checking", str(path), kind.label, kind.mime)
    return Fault.TOO_LONG if said is None else said


def confined(module: str, *arguments: str) -> str | None:
    """What a module of `checking` prints in a process of its own; None where it ran out of time or was ended."""
    with CHECKS:
        try:
            done = subprocess.run(  # noqa: S603 - our own module; the paths and the types are ours too
                [sys.executable, "-m", module, *arguments],
                cwd=Path(__file__).parent,
                env={"LANG": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
    if done.returncode < 0:
        return None
    if done.returncode:
        raise RuntimeError(f"The check of a file failed: {done.stderr}")
    return done.stdout
