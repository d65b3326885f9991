"""Which checks a file of a type goes through."""

from collections.abc import Callable
from typing import BinaryIO, Final

import puremagic

from portal.files.checking import images, office, pdf, strangers
from portal.files.checking.verdicts import Fault, FaultyError
from portal.files.media import DOCX, JPEG, PDF, PNG, TIFF, WEBP, XLSX

HEAD: Final = 4096
Check = Callable[[BinaryIO], None]
CHECKS: Final[dict[str, Check]] = {
    PDF.mime: pdf.check,
    JPEG.mime: images.check_jpeg,
    PNG.mime: images.check_png,
    TIFF.mime: images.check_tiff,
    WEBP.mime: images.check_webp,
    DOCX.mime: office.check_docx,
    XLSX.mime: office.check_xlsx,
}
# How formats begin that take documents along under a password, or are their forerunners.
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def check(file: BinaryIO, mime: str) -> None:
    """Look into a file that claims to be of a type; `FaultyError` names what is wrong with it."""
    head = file.read(HEAD)
    if mime in {DOCX.mime, XLSX.mime} and head.startswith(COMPOUND):
        # What Office makes of a document with a password.
        raise FaultyError(Fault.LOCKED)
    if mime not in recognised(head):
        raise FaultyError(Fault.OTHER_CONTENT)
    strangers.refuse_in_beginning(head, pdf=mime == PDF.mime)
    file.seek(0)
    CHECKS[mime](file)


def recognised(head: bytes) -> set[str]:
    """The types that the first bytes may be the beginning of."""
    try:
        return {match.mime_type for match in puremagic.magic_string(head)}
    except (puremagic.PureError, ValueError):
        return set()
