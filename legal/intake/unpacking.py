"""An archive as a tree of files, in a folder nobody else may enter, for as long as a run reads it."""

import datetime
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings

from legal.intake.errors import UnreadError
from legal.intake.models import Intake
from portal.files import actions as files
from portal.files.checking import archive, texts

BLOCK: Final = 1024 * 1024
# No run takes so long: what is older was left by a worker that was killed.
SETTLED: Final = datetime.timedelta(hours=2)


def folder() -> Path:
    """Where archives are unpacked."""
    place: Path = settings.VAR_DIR / "intake"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


@contextmanager
def unpacked(intake: Intake) -> Iterator[Path]:
    """The files of an archive; `UnreadError` where it is not clean, or not what was uploaded."""
    with tempfile.TemporaryDirectory(prefix=f"{intake.pk}-", dir=folder()) as place:
        packed, tree = Path(place) / "archive.zip", Path(place) / "tree"
        _fetch(intake, packed)
        _unpack(packed, tree)
        yield tree


def clear(*, at: datetime.datetime) -> int:
    """Remove what killed workers left; how many folders."""
    left = [place for place in folder().iterdir() if _changed(place) <= at - SETTLED]
    for place in left:
        shutil.rmtree(place)
    return len(left)


def _fetch(intake: Intake, target: Path) -> None:
    """Copy the archive, if it is clean and every byte is one that was uploaded: those the checks have passed."""
    file = intake.file
    if file is None or not file.is_served:
        raise UnreadError(Intake.Failure.UNCLEAN)
    digest = hashlib.sha256()
    with (
        files.read(file, by=intake.imported_by or intake.brought_by, address=None) as source,
        target.open("wb") as kept,
    ):
        while block := source.read(BLOCK):
            digest.update(block)
            kept.write(block)
    if digest.hexdigest() != intake.sha256:
        raise UnreadError(Intake.Failure.ALTERED)


def _unpack(packed: Path, tree: Path) -> None:
    tree.mkdir()
    with (
        packed.open("rb") as file,
        archive.opened(file, most=texts.MOST_FILES, expanded=texts.MOST_EXPANDED) as package,
    ):
        for path, entry in texts.files(package).items():
            target = tree / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with package.open(entry) as source, target.open("xb") as kept:
                shutil.copyfileobj(source, kept)


def _changed(place: Path) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(place.stat().st_mtime, datetime.UTC)
