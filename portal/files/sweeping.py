"""What is left behind: by people who did not come back, by processes that were ended, by messages that were lost."""

import datetime
import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import UUID

from django.core.files.storage import Storage
from django.db import transaction

from portal import sending
from portal.files import receiving, storage
from portal.files.actions import drop
from portal.files.models import File, Upload
from portal.files.states import State

logger = logging.getLogger(__name__)

# Longer than any request or task takes: what is younger may belong to one that has not committed yet.
SETTLED: Final = datetime.timedelta(days=1)
AT_ONCE: Final = 500
PLACES: Final = {
    storage.QUARANTINE: {State.QUARANTINED, State.FAILED},
    storage.CLEAN: {State.CLEAN},
}


def send_to_scanner(*, at: datetime.datetime) -> int:
    """Tell the worker of each file in quarantine whose turn has come; how many."""
    waiting = File.objects.to_be_scanned(at=at).order_by("scan_after").values_list("pk", flat=True)[:AT_ONCE]
    for key in waiting:
        sending.send("portal.files.tasks.scan", str(key))
    return len(waiting)


def drop_unclaimed(*, at: datetime.datetime) -> int:
    """Remove files that nobody has handed in, and uploads that nobody has gone on with; how many."""
    dropped = 0
    for file in File.objects.unclaimed(at=at)[:AT_ONCE]:
        with transaction.atomic():
            # One that is handed in at this very moment stays.
            for row in File.objects.select_for_update().unclaimed(at=at).filter(pk=file.pk):
                drop(row)
                dropped += 1
    return dropped


def destroy_orphans(*, at: datetime.datetime) -> int:
    """Destroy bytes that belong to no file, or to one in another state; how many."""
    before, papers = at - SETTLED, storage.papers()
    found = 0
    for place, states in PLACES.items():
        for keys in _shelves(papers, place):
            known = set(File.objects.filter(pk__in=keys, state__in=states).values_list("pk", flat=True))
            for key in [key for key in keys if key not in known]:
                found += _destroyed(papers, f"{place}/{key.hex[:2]}/{key.hex}", before)
    return found


def clear_folders(*, at: datetime.datetime) -> int:
    """Remove pieces and copies that a process left on this machine when it was ended; how many."""
    known = {key.hex for key in Upload.objects.values_list("pk", flat=True)}
    found = 0
    for path in (*receiving.folder().iterdir(), *receiving.parts().iterdir()):
        # Of an upload that ends at this very moment the pieces may be gone.
        with suppress(FileNotFoundError):
            if path.name not in known and _changed(path) <= at - SETTLED:
                path.unlink()
                found += 1
    return found


def _shelves(papers: Storage, place: str) -> Iterator[list[UUID]]:
    """The keys in a place, one folder of it at a time."""
    try:
        folders, _ = papers.listdir(place)
    except FileNotFoundError:
        return
    for folder in folders:
        _, names = papers.listdir(f"{place}/{folder}")
        yield [UUID(hex=name) for name in names]


def _destroyed(papers: Storage, key: str, before: datetime.datetime) -> int:
    """Whether bytes were; those that are young stay, and those that somebody has removed meanwhile are gone."""
    try:
        is_young = papers.get_modified_time(key) > before
    except FileNotFoundError:
        return 0
    if is_young:
        return 0
    papers.delete(key)
    logger.warning("bytes without a file destroyed: %s", key)
    return 1


def _changed(path: Path) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
