"""The archive of a bundle, put together piece by piece while it is sent: the same bytes each time."""

import hashlib
import io
import logging
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from django.utils import timezone

from legal.bundles.models import MANIFEST_NAME, Bundle
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File

logger = logging.getLogger(__name__)
PIECE: Final = 256 * 1024
SUMS_NAME: Final = "SHA256SUMS"
READABLE: Final = 0o644 << 16


class AlteredFileError(Exception):
    """The bytes of a file are not those that were received; the archive breaks off."""


class _Outflow(io.RawIOBase):
    """What is written to it and not yet taken."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: Any) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def stream(bundle: Bundle, *, by: User, address: str | None) -> Iterator[bytes]:
    """The archive in pieces; the reading of a sensitive file is recorded. `AlteredFileError` where one has changed."""
    out = _Outflow()
    at = timezone.localtime(bundle.made_at).timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, pieces in _contents(bundle, by=by, address=address):
            entry = zipfile.ZipInfo(path, date_time=at)
            entry.external_attr = READABLE
            with archive.open(entry, "w", force_zip64=True) as to:
                for piece in pieces:
                    to.write(piece)
                    yield out.taken()
    yield out.taken()


def _contents(bundle: Bundle, *, by: User, address: str | None) -> Iterator[tuple[str, Iterator[bytes]]]:
    sums = "".join(f"{part['sha256']}  {part['path']}\n" for part in bundle.listed)
    yield MANIFEST_NAME, iter([bundle.manifest.encode()])
    yield SUMS_NAME, iter([f"{sums}{bundle.sha256}  {MANIFEST_NAME}\n".encode()])
    kept = File.objects.in_bulk(bundle.sources.values(), field_name="pk")
    known = {str(pk): file for pk, file in kept.items()}
    for part in bundle.listed:
        path = part["path"]
        if path in bundle.texts:
            yield path, iter([bundle.texts[path].encode()])
        else:
            yield path, _read(known[bundle.sources[path]], part["sha256"], by=by, address=address)


def _read(file: File, sha256: str, *, by: User, address: str | None) -> Iterator[bytes]:
    summed = hashlib.sha256()
    with files.read(file, by=by, address=address) as content:
        while piece := content.read(PIECE):
            summed.update(piece)
            yield piece
    if summed.hexdigest() != sha256:
        logger.error("file %s is not what was received", file.pk)
        raise AlteredFileError(str(file.pk))
