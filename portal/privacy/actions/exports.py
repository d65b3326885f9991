"""How a copy of everything held about a person comes about: asked for, made by one worker, taken away, swept."""

import datetime
import logging
import tempfile
from typing import Final

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from portal import sending
from portal.notices.actions import notify
from portal.privacy.actions.security import record
from portal.privacy.archive import write
from portal.privacy.models import DataExport, RetentionRule, SecurityEvent
from portal.privacy.models.exports import FOLDER
from portal.privacy.notices import COPY_READY

logger = logging.getLogger(__name__)

State = DataExport.State
DONE = 100
# What the retention rules call these copies.
KIND: Final = "data-export"


@transaction.atomic
def ask(
    user: AbstractBaseUser, *, language: str, by: AbstractBaseUser, request: HttpRequest | None = None
) -> DataExport:
    """Ask for a copy in a language; the one that is being made already where there is one. It is written to the log."""
    get_user_model().objects.select_for_update(no_key=True).get(pk=user.pk)
    unfinished = DataExport.objects.unfinished().filter(user_id=user.pk).first()
    if unfinished:
        return unfinished
    export = DataExport.objects.create(user_id=user.pk, language=language)
    record(SecurityEvent.Kind.EXPORT_MADE, user=user, request=request)
    logger.info("copy %s of the data of user %s asked for by user %s", export.pk, user.pk, by.pk)
    _send(export)
    return export


def claim(pk: int, *, worker: str) -> DataExport | None:
    """Take a copy for one worker; None where another has it, it is made, or it is gone.

    A message given out again after its process died carries the same name, and takes its own copy back at once.
    """
    now = timezone.now()
    free = DataExport.objects.filter(pk=pk, state=State.WAITING)
    mine = DataExport.objects.filter(pk=pk, state=State.MAKING, worker=worker)
    forsaken = DataExport.objects.forsaken(at=now).filter(pk=pk)
    with transaction.atomic():
        export = (free | mine | forsaken).select_for_update().first()
        if export is None:
            return None
        export.state, export.worker, export.progress = State.MAKING, worker, 0
        export.attempts += 1
        export.lease_until = now + DataExport.LEASE
        export.save(update_fields=["state", "worker", "progress", "attempts", "lease_until"])
    return export


def make(export: DataExport) -> None:
    """Make the copy, keep it and tell the person. Its language and the person's time zone must be active."""
    with tempfile.TemporaryFile() as made:
        for done in write(made, export.user):
            _mine(export).update(progress=done, lease_until=timezone.now() + DataExport.LEASE)
        made.seek(0)
        export.file.save("personal-data.zip", File(made), save=False)
    kept = False
    try:
        kept = _finish(export)
    finally:
        # Another worker took it over, the account is gone, or it came to nothing: this file is nobody's.
        if not kept:
            export.file.storage.delete(str(export.file.name))


@transaction.atomic
def _finish(export: DataExport) -> bool:
    """The copy is there and its person is told; False where it is not this worker's any more."""
    fields = {"state": State.READY, "progress": DONE, "lease_until": None, "file": export.file.name}
    is_mine = bool(_mine(export).update(**fields, made_at=timezone.now()))
    if is_mine:
        notify(COPY_READY, to=[export.user], key=str(export.pk))
    return is_mine


def fail(export: DataExport) -> None:
    """Give a copy up: the person may ask for it again."""
    _mine(export).update(state=State.FAILED, lease_until=None)


def sweep() -> None:
    """Send copies again that nobody is making; give up those that were tried often enough."""
    now = timezone.now()
    with transaction.atomic():
        for export in DataExport.objects.forsaken(at=now).select_for_update(skip_locked=True):
            if export.attempts >= DataExport.ATTEMPTS:
                _set(export, state=State.FAILED)
            else:
                _set(export, state=State.WAITING, sent_at=now)
                _send(export)


def destroy_orphans(*, at: datetime.datetime) -> int:
    """Destroy copies that no row names, as a process leaves them that was killed beside its work; how many.

    What is younger than a lease may be of a worker that has not finished its row yet.
    """
    names = [f"{FOLDER}/{name}" for name in _folder()]
    known = set(DataExport.objects.filter(file__in=names).values_list("file", flat=True))
    orphans = [name for name in names if name not in known and _is_older(name, at - DataExport.LEASE)]
    for name in orphans:
        default_storage.delete(name)
        logger.warning("copy of personal data without a row destroyed: %s", name)
    return len(orphans)


def _folder() -> list[str]:
    """What lies where copies are kept, before the rows are read: a copy made meanwhile is not among it."""
    try:
        return default_storage.listdir(FOLDER)[1]
    except FileNotFoundError:
        return []


def _is_older(name: str, than: datetime.datetime) -> bool:
    """Whether it was written before that; not so of one that is gone meanwhile."""
    try:
        return default_storage.get_modified_time(name) <= than
    except FileNotFoundError:
        return False


def remove(export: DataExport) -> None:
    """Remove a copy, its file once that is certain."""
    if export.file:
        storage, name = export.file.storage, str(export.file.name)
        transaction.on_commit(lambda: storage.delete(name))
    export.delete()


def expires_at(export: DataExport) -> datetime.datetime | None:
    """When a copy that is ready will be removed; None where nothing says so."""
    days = RetentionRule.objects.filter(kind=KIND).values_list("days", flat=True).first()
    return export.made_at + datetime.timedelta(days=days) if export.made_at and days is not None else None


def is_past(export: DataExport) -> bool:
    """Whether a copy should be gone already: it is given to nobody, though the worker may be away."""
    end = expires_at(export)
    return end is not None and end <= timezone.now()


def note_taken(*, by: AbstractBaseUser, request: HttpRequest) -> None:
    """A copy was downloaded; it is written to the log."""
    record(SecurityEvent.Kind.EXPORT_TAKEN, user=by, request=request)


def _mine(export: DataExport) -> models.QuerySet[DataExport]:
    return DataExport.objects.filter(pk=export.pk, state=State.MAKING, worker=export.worker)


def _set(export: DataExport, **fields: object) -> None:
    DataExport.objects.filter(pk=export.pk).update(progress=0, lease_until=None, worker="", **fields)


def _send(export: DataExport) -> None:
    """Tell the worker after commit. Where the broker is away, the sweep sends it a moment later."""
    transaction.on_commit(lambda: sending.send("portal.privacy.tasks.make", export.pk), robust=True)
