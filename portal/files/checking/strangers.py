"""Traces of a second format in a file that is read as the first: what one program shows as a picture, another runs."""

import mmap
import re
import struct
from typing import BinaryIO, Final

from .verdicts import Fault, FaultyError

# The directory of an archive ends its file; a comment of 65,535 bytes at most may follow.
END_OF_DIRECTORY: Final = b"PK\x05\x06"
LONGEST_END: Final = 22 + 65_535
# Long enough never to come about by chance in a picture.
OTHERS: Final = re.compile(
    rb"%PDF-[12]\.|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x7fELF[\x01\x02][\x01\x02]\x01"
    rb"|This program cannot be run in DOS mode"
)
MARKUP: Final = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<script|<iframe|<\?php\s|<svg\s+(?:xmlns|on)|<%@\s*page|javascript:\w|#!/(?:usr/)?bin/",
    re.IGNORECASE,
)
BEGINNING: Final = 1024


def refuse_archive(file: BinaryIO) -> None:
    """No archive ends here: a JAR or ZIP set behind something else is opened from its end."""
    size = file.seek(0, 2)
    start = max(0, size - LONGEST_END)
    file.seek(start)
    tail = file.read()
    at = tail.find(END_OF_DIRECTORY)
    while at >= 0:
        if _ends_archive(file, tail[at : at + 22], start + at):
            raise FaultyError(Fault.SECOND_FORMAT)
        at = tail.find(END_OF_DIRECTORY, at + 1)


def _ends_archive(file: BinaryIO, record: bytes, position: int) -> bool:
    """Whether such a record points at a directory that is there; the signature alone comes about by chance."""
    if len(record) < 22:
        return False
    entries, length = struct.unpack("<10xHL6x", record)
    file.seek(max(0, position - length))
    return entries == 0 or file.read(4) == b"PK\x01\x02"


def refuse_others(file: BinaryIO) -> None:
    """Nowhere in a picture does a document, an archive, a program or a page begin."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if OTHERS.search(content):
            raise FaultyError(Fault.SECOND_FORMAT)
        if MARKUP.search(content):
            raise FaultyError(Fault.PROGRAM)
    refuse_archive(file)


def refuse_in_beginning(head: bytes, *, pdf: bool) -> None:
    """In the first bytes, from which some programs guess the format, are no page, no script, no PDF that is none."""
    if MARKUP.search(head[:BEGINNING]):
        raise FaultyError(Fault.PROGRAM)
    if not pdf and b"%PDF-" in head[:BEGINNING]:
        raise FaultyError(Fault.SECOND_FORMAT)
