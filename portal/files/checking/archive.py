"""An archive, such as the one around an Office document: opened only where it is as small and plain as it should be."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from .verdicts import Fault, FaultyError

MOST_ENTRIES: Final = 5_000
MOST_EXPANDED: Final = 200 * 1024 * 1024
# XML of a spreadsheet shrinks to a fiftieth; what shrinks to less than a two-hundredth holds nothing but repetition.
MOST_RATIO: Final = 200
SMALL: Final = 1024 * 1024
ENCRYPTED: Final = 0x1
END: Final = struct.Struct("<4s16xH")
METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What zipfile raises of an archive that is broken, or of a dialect that Office does not write.
UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
OUTSIDE: Final = re.compile(r"^/|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|\0")
FOREIGN: Final = (b"PK\x03\x04", b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x1f\x8b")


@contextmanager
def opened(
    file: BinaryIO, *, most: int = MOST_ENTRIES, expanded: int = MOST_EXPANDED, excess: Fault = Fault.EXPANDS
) -> Iterator[zipfile.ZipFile]:
    """The archive, its entries plausible and each proved by its sum; `FaultyError` for whatever it is else.

    `most` entries, of so many bytes together when `expanded`; `excess` is the fault of one that has more.
    """
    try:
        with zipfile.ZipFile(file) as package:
            sizes = [entry.file_size for entry in package.infolist()]
            if len(sizes) > most or sum(sizes) > expanded:
                raise FaultyError(excess)
            _check_shape(file, package)
            yield package
    except UNREADABLE as error:
        raise FaultyError(Fault.DAMAGED) from error


def in_memory(body: bytes) -> BinaryIO:
    return io.BytesIO(body)


def is_foreign(body: bytes) -> bool:
    """Whether a part is an archive, a program or a document of its own."""
    return body.startswith(FOREIGN)


def refuse_strange_names(package: zipfile.ZipFile) -> None:
    """No name stands twice, and none leads out of the archive: no program that writes documents makes such."""
    names = [entry.filename.lower() for entry in package.infolist()]
    if len(set(names)) < len(names) or any(OUTSIDE.search(name) for name in names):
        raise FaultyError(Fault.DAMAGED)


def _check_shape(file: BinaryIO, package: zipfile.ZipFile) -> None:
    entries = sorted(package.infolist(), key=lambda entry: entry.header_offset)
    for entry in entries:
        _check_entry(entry)
    _check_layout(file, package, entries)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise FaultyError(Fault.LOCKED)
    if entry.compress_type not in METHODS:
        raise FaultyError(Fault.DAMAGED)
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * entry.compress_size:
        raise FaultyError(Fault.EXPANDS)


def _check_layout(file: BinaryIO, package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """One entry after the other from the first byte to the directory, none twice, and nothing behind."""
    file.seek(-END.size, io.SEEK_END)
    signature, comment = END.unpack(file.read())
    if signature != b"PK\x05\x06" or comment or not entries or entries[0].header_offset != 0:
        raise FaultyError(Fault.SECOND_FORMAT)
    end = package.start_dir
    for entry in reversed(entries):
        if entry.header_offset + _length(file, entry) > end:
            raise FaultyError(Fault.EXPANDS)
        end = entry.header_offset


def _length(file: BinaryIO, entry: zipfile.ZipInfo) -> int:
    """The bytes of an entry with its header, as it stands before its content."""
    file.seek(entry.header_offset)
    header = file.read(30)
    name, extra = struct.unpack("<26xHH", header)
    return 30 + int(name) + int(extra) + entry.compress_size
