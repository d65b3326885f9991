"""What is done with files: received, handed in, removed, read."""

import datetime
import logging
from typing import BinaryIO

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from portal import sending
from portal.files import quota, receiving, registry, storage
from portal.files.models import File, Reading
from portal.files.receiving import Received
from portal.files.refusals import RefusedError
from portal.files.scanning import is_configured
from portal.files.states import State

logger = logging.getLogger(__name__)

# How long somebody has to hand in what they have sent.
UNCLAIMED: datetime.timedelta = datetime.timedelta(days=7)


def receive(
    content: receiving.Content,
    *,
    name: str,
    owner: models.Model,
    purpose: str,
    by: AbstractBaseUser,
    expires_at: datetime.datetime | None = None,
) -> File:
    """Take a file in for an owner: checked, summed, kept in quarantine until it is scanned.

    `RefusedError` says why it is not taken; then nothing of it is kept. With `expires_at` it is removed then, unless
    it has been handed in. Where no scanner is configured it is clean at once, and says that nobody has scanned it.
    """
    wanted = registry.purposes[purpose]
    with receiving.received(content, name=name, purpose=wanted) as arrived:
        file = File(
            purpose=purpose,
            owner_type=ContentType.objects.get_for_model(owner),
            owner_key=str(owner.pk),
            uploaded_by_id=by.pk,
            expires_at=expires_at,
            size=arrived.size,
        )
        with transaction.atomic():
            quota.hold_room(owner, size=arrived.size, name=arrived.name)
            keep(file, arrived)
    return file


def keep(file: File, arrived: Received) -> None:
    """Keep what has arrived as a file in quarantine, in the caller's transaction; the worker hears when it commits."""
    file.name, file.media_type, file.size = arrived.name, arrived.media.mime, arrived.size
    file.sha256, file.sensitive = arrived.sha256, registry.purposes[file.purpose].sensitive
    file.state, file.received_at, file.scan_after = State.QUARANTINED, timezone.now(), timezone.now()
    file.save()
    try:
        storage.put(file, arrived.path)
        scan_soon(file) if is_configured() else _pass_unscanned(file)
    except BaseException:
        storage.destroy(file)
        raise
    logger.info("file %s received for %s %s", file.pk, file.owner_type.model, file.owner_key)


def scan_soon(file: File) -> None:
    """Tell the worker of a file in quarantine; where the message is lost, the sweep comes to it."""
    transaction.on_commit(lambda: sending.send("portal.files.tasks.scan", str(file.pk)))


def _pass_unscanned(file: File) -> None:
    """Where no scanner is configured, our own checks are all there is: the file is served, and says so."""
    storage.release(file)
    file.state, file.scan_after = State.CLEAN, None
    file.save(update_fields=["state", "scan_after"])
    transaction.on_commit(lambda: storage.destroy(file, State.QUARANTINED))


@transaction.atomic
def hand_in(file: File, *, owner: models.Model, by: AbstractBaseUser) -> File:
    """Give a file from somebody's own shelf to an owner; whether they may is the affair of whoever calls.

    `PermissionDenied` where it is not theirs to give, `RefusedError` where it cannot be used or the owner has no room.
    """
    file = File.objects.select_for_update().get(pk=file.pk)
    if file.owner == owner and file.expires_at is None:
        return file
    if file.owner != by:
        raise PermissionDenied
    if file.state not in {State.QUARANTINED, State.CLEAN}:
        raise RefusedError("unusable", name=file.name)
    if owner != by:
        quota.hold_room(owner, size=file.size, name=file.name)
    file.owner, file.owner_key, file.expires_at = owner, str(owner.pk), None
    file.save(update_fields=["owner_type", "owner_key", "expires_at"])
    logger.info("file %s handed in to %s %s by user %s", file.pk, file.owner_type.model, file.owner_key, by.pk)
    return file


@transaction.atomic
def remove(file: File, *, by: AbstractBaseUser) -> None:
    """Remove a file with its bytes; `PermissionDenied` where the user may not change what its owner has handed in.

    One that is gone already is nothing to remove.
    """
    found = File.objects.select_for_update().filter(pk=file.pk).first()
    if found is None:
        return
    # Whose it is now: it may have been handed in since whoever asks has seen it.
    if found.owner is None or not registry.may_change(by, found.owner):
        raise PermissionDenied
    drop(found)
    logger.info("file %s removed by user %s", file.pk, by.pk)


def drop(file: File) -> None:
    """Take a file out, in the caller's transaction; its bytes are destroyed when that commits. Readings stay."""
    # The instance loses its key when it is deleted.
    gone = File(pk=file.pk)
    file.delete()
    transaction.on_commit(lambda: receiving.part(gone.pk).unlink(missing_ok=True))
    transaction.on_commit(lambda: storage.destroy(gone))


@transaction.atomic
def read(file: File, *, by: AbstractBaseUser, address: str | None) -> BinaryIO:
    """The bytes of a file, for somebody who may read it; of a sensitive one, the reading is recorded."""
    if not file.is_served:
        raise PermissionDenied
    content: BinaryIO = storage.papers().opened(storage.key(file))
    if file.sensitive:
        Reading.objects.create(file_id=file.pk, sha256=file.sha256, by_id=by.pk, address=address)
    return content
