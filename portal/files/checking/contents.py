"""Which checks a file of a type goes through."""

from importlib import import_module
from typing import BinaryIO, Final

import puremagic

from . import strangers
from .verdicts import Fault, FaultyError

HEAD: Final = 4096
# The module and its function; what a type needs is loaded for it alone.
CHECKS: Final = {
    "PDF": ("pdf", "check"),
    "JPEG": ("images", "check_jpeg"),
    "PNG": ("images", "check_png"),
    "TIFF": ("images", "check_tiff"),
    "WebP": ("images", "check_webp"),
    "DOCX": ("office", "check_docx"),
    "XLSX": ("office", "check_xlsx"),
    "ZIP": ("texts", "check_zip"),
}
# What Office makes of a document with a password, and what its documents were before.
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def check(file: BinaryIO, kind: str, mime: str) -> None:
    """Look into a file that claims to be of a type; `FaultyError` names what is wrong with it."""
    head = file.read(HEAD)
    module, function = CHECKS[kind]
    if module == "office" and head.startswith(COMPOUND):
        raise FaultyError(Fault.LOCKED)
    if mime not in recognised(head):
        raise FaultyError(Fault.OTHER_CONTENT)
    strangers.refuse_in_beginning(head, pdf=kind == "PDF")
    file.seek(0)
    getattr(import_module(f".{module}", __package__), function)(file)


def recognised(head: bytes) -> set[str]:
    """The types that the first bytes may be the beginning of."""
    try:
        return {match.mime_type for match in puremagic.magic_string(head)}
    except (puremagic.PureError, ValueError):
        return set()
