"""What becomes of a file in quarantine when the scanner has spoken, or cannot."""

import datetime
import hashlib
import logging
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone

from portal.files import scanning, storage
from portal.files.actions import scan_soon
from portal.files.models import File
from portal.files.scanning import AwayError, UnscannableError, Verdict
from portal.files.states import State, sources
from portal.notices.actions import notify

logger = logging.getLogger(__name__)

# After the first failure, then twice as long each time, up to the last.
FIRST_PAUSE: Final = datetime.timedelta(minutes=1)
LAST_PAUSE: Final = datetime.timedelta(hours=1)
# Somebody is at it for so long at most; then the sweep gives it out again.
LEASE: Final = datetime.timedelta(minutes=35)


class Summing:
    """Bytes on their way to the scanner, summed up: what it sees is what was received, or it is not believed."""

    def __init__(self, content: Any) -> None:
        self._content, self._digest = content, hashlib.sha256()

    def read(self, size: int, /) -> bytes:
        block: bytes = self._content.read(size)
        self._digest.update(block)
        return block

    @property
    def sum(self) -> str:
        return self._digest.hexdigest()


def scan(file: File) -> None:
    """Have a file in quarantine scanned, and let what was found decide; where the scanner is away it stays there."""
    if not _taken(file):
        return
    try:
        verdict = _asked(file)
    except AwayError as error:
        _postpone(file, str(error))
    except UnscannableError as error:
        _conclude(file, State.FAILED, Verdict(str(error), ""))
    else:
        _conclude(file, State.INFECTED if verdict.finding else State.CLEAN, verdict)


def _taken(file: File) -> bool:
    """Whether it is ours to scan: it waits, and nobody else has been given it."""
    now = timezone.now()
    waiting = File.objects.to_be_scanned(at=now).filter(pk=file.pk)
    return bool(waiting.update(scan_after=now + LEASE, scan_attempts=models.F("scan_attempts") + 1))


def _asked(file: File) -> Verdict:
    try:
        with storage.papers().opened(storage.key(file, state=State.QUARANTINED)) as content:
            summing = Summing(content)
            verdict = scanning.scan(summing)
    except FileNotFoundError as error:
        raise UnscannableError("The bytes of the file are gone.") from error
    if summing.sum != file.sha256:
        raise UnscannableError("The bytes of the file are not those that were received.")
    return verdict


@transaction.atomic
def _conclude(file: File, state: State, verdict: Verdict) -> None:
    row = File.objects.select_for_update().filter(pk=file.pk, state__in=sources(state)).first()
    if row is None:
        return  # removed meanwhile
    row.state, row.scan_after, row.scanned_at = state, None, timezone.now()
    row.scanner, row.finding = verdict.scanner[:200], verdict.finding[:200]
    if state == State.CLEAN:
        storage.release(row)
    row.save(update_fields=["state", "scan_after", "scanned_at", "scanner", "finding"])
    if state == State.INFECTED:
        transaction.on_commit(lambda: storage.destroy(row))
        _tell(row)
    if state == State.CLEAN:
        transaction.on_commit(lambda: storage.destroy(row, State.QUARANTINED))
    log = logger.info if state == State.CLEAN else logger.warning
    log("file %s is %s: %s", row.pk, state, verdict.finding)


def _tell(file: File) -> None:
    """Whoever sent it hears that it was destroyed, once."""
    if file.uploaded_by is not None:
        notify("files.infected", to=[file.uploaded_by], about=file, params={"name": file.name}, key=str(file.pk))


def _postpone(file: File, reason: str) -> None:
    waiting = File.objects.filter(pk=file.pk, state=State.QUARANTINED)
    attempts = waiting.values_list("scan_attempts", flat=True).first()
    if attempts is None:
        return  # removed meanwhile
    pause = min(FIRST_PAUSE * 2 ** min(attempts - 1, 10), LAST_PAUSE)
    waiting.update(scan_after=timezone.now() + pause, finding=reason[:200])
    logger.warning("file %s could not be scanned, next in %s: %s", file.pk, pause, reason)


@transaction.atomic
def scan_again(file: File, *, by: AbstractBaseUser) -> bool:
    """Have a file that waits, or could not be scanned, scanned now; whether it was one of those."""
    row = File.objects.select_for_update().filter(pk=file.pk, state__in=[State.QUARANTINED, State.FAILED]).first()
    if row is None:
        return False
    row.state, row.scan_after, row.finding = State.QUARANTINED, timezone.now(), ""
    row.save(update_fields=["state", "scan_after", "finding"])
    scan_soon(row)
    logger.info("file %s sent to the scanner again by user %s", row.pk, by.pk)
    return True
