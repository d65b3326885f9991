"""Files that arrive piece by piece and may be gone on with after a broken connection."""

import datetime
import os
from pathlib import Path
from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from portal.files import names, quota, receiving, registry
from portal.files.actions import UNCLAIMED, drop, keep
from portal.files.models import File, Upload
from portal.files.refusals import RefusedError
from portal.files.states import State

# Nobody goes on with an upload after so long without a piece of it.
LEFT: Final = datetime.timedelta(days=1)
# The day begins anew once in so long, and not with each piece: every change of a file is kept in the history.
RENEWED: Final = datetime.timedelta(hours=1)


class OffsetError(Exception):
    """The piece does not begin where the last one ended: somebody else has sent it meanwhile, or one was lost."""


class TooMuchError(Exception):
    """The pieces are longer together than was said at the beginning."""


@transaction.atomic
def begin(*, name: str, size: int, purpose: str, by: AbstractBaseUser) -> Upload:
    """Begin an upload to the user's own shelf, for which room is kept; `RefusedError` where it cannot be taken."""
    wanted = registry.purposes[purpose]
    shown = names.cleaned(name)
    kind = receiving.claimed(shown, wanted)
    receiving.refuse_size(size, shown, wanted)
    quota.hold_room(by, size=size, name=shown)
    file = File.objects.create(
        owner_type=ContentType.objects.get_for_model(by),
        owner_key=str(by.pk),
        purpose=purpose,
        name=shown,
        media_type=kind.mime,
        size=size,
        sensitive=wanted.sensitive,
        state=State.RECEIVING,
        uploaded_by_id=by.pk,
        expires_at=timezone.now() + LEFT,
    )
    return Upload.objects.create(file=file)


@transaction.atomic
def append(upload: Upload, piece: bytes, *, offset: int, by: AbstractBaseUser) -> int:
    """Add a piece that begins at the offset; answer where the next one begins.

    Of two that come at once one waits for the other, and is then refused by `OffsetError`. `TooMuchError` where the
    upload becomes longer than was said. What has been answered for is on the disk.
    """
    locked = (
        Upload.objects.select_for_update(of=("self",))
        .select_related("file")
        .get(pk=upload.pk, file__uploaded_by_id=by.pk)
    )
    if locked.offset != offset:
        raise OffsetError
    if offset + len(piece) > locked.file.size:
        raise TooMuchError
    _write(receiving.part(locked.pk), piece, offset)
    locked.offset = offset + len(piece)
    locked.save(update_fields=["offset"])
    until = timezone.now() + LEFT
    File.objects.filter(pk=locked.pk, expires_at__lte=until - RENEWED).update(expires_at=until)
    return locked.offset


def finish(upload: Upload, *, by: AbstractBaseUser) -> File:
    """Check and keep an upload of which all has arrived; where it is refused, nothing of it is kept."""
    try:
        return _finished(upload, by)
    except RefusedError:
        abandon(upload, by=by)
        raise


@transaction.atomic
def _finished(upload: Upload, by: AbstractBaseUser) -> File:
    locked = (
        Upload.objects.select_for_update(of=("self",))
        .select_related("file")
        .get(pk=upload.pk, file__uploaded_by_id=by.pk)
    )
    file, path = locked.file, receiving.part(locked.pk)
    wanted = registry.purposes[file.purpose]
    arrived = receiving.checked(path, name=file.name, purpose=wanted, size=file.size, sha256=receiving.summed(path))
    file.expires_at = timezone.now() + UNCLAIMED
    keep(file, arrived)
    locked.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
    return file


@transaction.atomic
def abandon(upload: Upload, *, by: AbstractBaseUser) -> None:
    """End an upload; nothing of it is kept."""
    drop(File.objects.get(pk=upload.pk, uploaded_by_id=by.pk))


def _write(path: Path, piece: bytes, offset: int) -> None:
    """Write at the offset, over what a process has left that ended in the middle; back when it is on the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.ftruncate(descriptor, offset)
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.seek(offset)
            file.write(piece)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
