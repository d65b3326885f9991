"""Pictures: whole, still, of a size that can be opened, and nothing but pictures."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from PIL import Image, ImageFile

from .strangers import refuse_others
from .verdicts import Fault, FaultyError

# A sheet of A3 at 600 dots an inch has 70 million, a good telephone 50 million.
MOST_PIXELS: Final = 80_000_000
# A facsimile of many sheets: 46 of A4 at 300 dots an inch. The rest is measured, not opened.
MOST_OPENED: Final = 400_000_000
MOST_SHEETS: Final = 1_000
# The bytes before the first chunk, by which it was recognised.
PNG_SIGNATURE: Final = 8

# We measure by ourselves, and refuse; Pillow would only warn at first.
Image.MAX_IMAGE_PIXELS = None
ImageFile.LOAD_TRUNCATED_IMAGES = False


def check_jpeg(file: BinaryIO) -> None:
    # Telephones set a second picture behind the first, for depth or brightness: what follows is no fault by itself.
    _measure(file, "JPEG", sheets=1)
    refuse_others(file)


def check_png(file: BinaryIO) -> None:
    if b"acTL" in list(_chunks(file)):
        raise FaultyError(Fault.MOVING)
    if file.read(1):
        # Also what a careless program has left of the picture it cut a part out of.
        raise FaultyError(Fault.SECOND_FORMAT)
    _measure(file, "PNG")
    refuse_others(file)


def check_webp(file: BinaryIO) -> None:
    head = file.read(12)
    (length,) = struct.unpack("<4xL4x", head.ljust(12, b"\0"))
    size = file.seek(0, 2)
    if size < length + 8:
        raise FaultyError(Fault.DAMAGED)
    if size > length + 8:
        raise FaultyError(Fault.SECOND_FORMAT)
    if _measure(file, "WEBP") > 1:
        raise FaultyError(Fault.MOVING)
    refuse_others(file)


def check_tiff(file: BinaryIO) -> None:
    _measure(file, "TIFF")
    refuse_others(file)


def _measure(file: BinaryIO, format_: str, *, sheets: int = 0) -> int:
    """Open each sheet of a picture, never one that is too large; answer how many sheets it has."""
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about profiles and tags that do no harm
            with Image.open(file, formats=[format_]) as image:
                return _open_sheets(image, sheets or getattr(image, "n_frames", 1))
    except (FaultyError, MemoryError):
        raise
    except Exception as error:  # whatever a decoder stumbles over, in a hundred formats of errors
        raise FaultyError(Fault.DAMAGED) from error


def _open_sheets(image: Image.Image, sheets: int) -> int:
    if sheets > MOST_SHEETS:
        raise FaultyError(Fault.EXPANDS)
    opened = 0
    for sheet in range(sheets):
        image.seek(sheet)
        pixels = image.width * image.height
        if pixels > MOST_PIXELS:
            raise FaultyError(Fault.TOO_MANY_PIXELS)
        opened += pixels
        if opened <= MOST_OPENED:
            image.load()
    return sheets


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    """The kinds of the chunks of a PNG, each proved by its sum; ends after the last one."""
    file.seek(PNG_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        head = file.read(8)
        if len(head) < 8:
            raise FaultyError(Fault.DAMAGED)
        length, kind = struct.unpack(">L4s", head)
        body, sum_of_it = file.read(length), file.read(4)
        if sum_of_it != struct.pack(">L", zlib.crc32(kind + body)):
            raise FaultyError(Fault.DAMAGED)
        yield kind
