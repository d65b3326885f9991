"""Files that arrive piece by piece and may be gone on with after a broken connection."""

import contextlib
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
from portal.files.receiving import Received
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
    locked = _locked(upload, by)
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
    """Check and keep an upload of which all has arrived; where it is refused, nothing of it is kept.

    `Upload.DoesNotExist` where somebody else has finished or ended it: of two that come at once, one keeps the file.
    """
    try:
        # The check may take a minute, in which nothing is locked.
        with receiving.apart(upload.pk) as path:
            return _kept(upload, _checked(upload.file, path), by)
    except FileNotFoundError:
        upload.refresh_from_db()
        raise
    except RefusedError:
        with contextlib.suppress(Upload.DoesNotExist):
            abandon(upload, by=by)
        raise


def _checked(file: File, path: Path) -> Received:
    wanted = registry.purposes[file.purpose]
    return receiving.checked(path, name=file.name, purpose=wanted, size=file.size, sha256=receiving.summed(path))


@transaction.atomic
def _kept(upload: Upload, arrived: Received, by: AbstractBaseUser) -> File:
    locked = _locked(upload, by)
    file, path = locked.file, receiving.part(locked.pk)
    file.expires_at = timezone.now() + UNCLAIMED
    keep(file, arrived)
    locked.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
    return file


@transaction.atomic
def abandon(upload: Upload, *, by: AbstractBaseUser) -> None:
    """End an upload; nothing of it is kept. `Upload.DoesNotExist` where it was finished meanwhile: the file stays."""
    drop(_locked(upload, by).file)


def _locked(upload: Upload, by: AbstractBaseUser) -> Upload:
    """The upload as it stands now; nobody else goes on with it, finishes or ends it until the transaction ends."""
    rows = Upload.objects.select_for_update(of=("self",)).select_related("file")
    return rows.get(pk=upload.pk, file__uploaded_by_id=by.pk)


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
