"""An archive of texts, as folders of law are packed: nothing but text, under names that every disk can keep."""

import codecs
import posixpath
import stat
import unicodedata
import zipfile
from functools import partial
from typing import BinaryIO, Final

from . import archive
from .verdicts import Fault, FaultyError

MOST_FILES: Final = 20_000
MOST_EXPANDED: Final = 400 * 1024 * 1024
ENDINGS: Final = (".toml", ".md", ".txt", ".json")
# In bytes for one part of a path, as disks keep them; in parts for a whole path.
LONGEST_PART: Final = 255
DEEPEST: Final = 20
UTF8: Final = 0x800
UNREADABLE: Final = {"Cc", "Cs"}
BLOCK: Final = 1024 * 1024
# What a Mac adds to an archive by itself: it is passed over where it is what it seems, and nobody unpacks it.
MAC_FOLDER: Final = "__MACOSX/"
MAC_FILE: Final = ".DS_Store"
MAC_BEGINNINGS: Final = (b"\0\x05\x16\x07", b"\0\0\0\x01Bud1")
MAC_LARGEST: Final = 64 * 1024


def check_zip(file: BinaryIO) -> None:
    """Look through an archive of texts; `FaultyError` names what is wrong with it."""
    with archive.opened(file, most=MOST_FILES, expanded=MOST_EXPANDED, excess=Fault.TOO_MUCH) as package:
        for entry in files(package).values():
            _check_text(package, entry)
        for entry in package.infolist():
            if _is_of_a_mac(entry):
                _check_mac(package, entry)


def files(package: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The texts of an archive by their paths, which are composed, lead nowhere else and do not get in each other's way.

    `FaultyError` where one does, or where there is something other than texts and folders.
    """
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in package.infolist():
        path = _path(entry)
        if not entry.is_dir() and not _is_of_a_mac(entry):
            found[_add(path, found)] = entry
    _refuse_in_each_others_way(list(found))
    return found


def _add(path: str, found: dict[str, zipfile.ZipInfo]) -> str:
    if not path.endswith(ENDINGS):
        raise FaultyError(Fault.OTHER_ENTRIES)
    if path in found:
        raise FaultyError(Fault.TWICE)
    return path


def _path(entry: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise FaultyError(Fault.LINKS)
    name = unicodedata.normalize("NFC", _name(entry))
    if archive.OUTSIDE.search(name):
        raise FaultyError(Fault.OUTSIDE)
    parts = name.rstrip("/").split("/")
    if len(parts) > DEEPEST or not all(_can_be_kept(part) for part in parts):
        raise FaultyError(Fault.NAME)
    return posixpath.normpath(name)


def _can_be_kept(part: str) -> bool:
    return 0 < len(part.encode(errors="replace")) <= LONGEST_PART and not UNREADABLE & set(
        map(unicodedata.category, part)
    )


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was given: in UTF-8, whether it says so or not, else as Windows packs Chinese names."""
    if entry.flag_bits & UTF8:
        return entry.orig_filename
    for encoding in ("utf-8", "gb18030"):
        try:
            # zipfile takes what does not say for the first encoding there was, which keeps every byte.
            return entry.orig_filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    raise FaultyError(Fault.NAME)


def _refuse_in_each_others_way(paths: list[str]) -> None:
    """Two names that differ in capitals alone are one on some disks; and no file stands where a folder does."""
    folded = {path.casefold() for path in paths}
    if len(folded) < len(paths):
        raise FaultyError(Fault.TWICE)
    for path in folded:
        while path := posixpath.dirname(path):
            if path in folded:
                raise FaultyError(Fault.TWICE)


def _check_text(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with package.open(entry) as part:
        block = part.read(BLOCK)
        if archive.is_foreign(block):
            raise FaultyError(Fault.ATTACHMENTS)
        for more in (block, *iter(partial(part.read, BLOCK), b""), b""):
            _decode(decoder, more)


def _decode(decoder: codecs.IncrementalDecoder, block: bytes) -> None:
    try:
        text = decoder.decode(block, final=not block)
    except UnicodeDecodeError as error:
        raise FaultyError(Fault.NOT_TEXT) from error
    if "\0" in text:
        raise FaultyError(Fault.NOT_TEXT)


def _is_of_a_mac(entry: zipfile.ZipInfo) -> bool:
    return entry.orig_filename.startswith(MAC_FOLDER) or posixpath.basename(entry.orig_filename) == MAC_FILE


def _check_mac(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    if entry.file_size > MAC_LARGEST or not (entry.is_dir() or package.read(entry).startswith(MAC_BEGINNINGS)):
        raise FaultyError(Fault.OTHER_ENTRIES)
