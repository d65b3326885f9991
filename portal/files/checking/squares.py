"""Pictures made anew of their pixels alone: upright, square, small, with nothing else of the file they come from.

`python -m checking.squares <path> <side>…` prints them as JSON, in base64, or the fault for which there are none.
"""

import base64
import io
import json
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from PIL import Image, ImageCms, ImageOps

from .limits import confine
from .verdicts import Fault, FaultyError

FORMATS: Final = ("JPEG", "PNG", "WEBP")
# A little above the middle, where the face is in a portrait.
CENTRE: Final = (0.5, 0.4)
# A portrait of 320 pixels takes about ten kilobytes so.
QUALITY: Final = 80
# The modes that a picture can be made smaller in as it stands.
SCALABLE: Final = {"L", "LA", "RGB", "RGBA", "CMYK"}


def squares(file: BinaryIO, sides: Sequence[int]) -> list[bytes]:
    """The picture as squares of so many pixels a side, in WebP; `FaultyError` "too-small" rather than blown up."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about profiles and tags, of which nothing is kept
            with Image.open(file, formats=FORMATS) as image:
                plain = _plain(_large_enough(image, max(sides)), 2 * max(sides))
        return [_written(plain, side) for side in sides]
    except (FaultyError, MemoryError):
        raise
    except Exception as error:  # whatever a decoder stumbles over, in a hundred formats of errors
        raise FaultyError(Fault.DAMAGED) from error


def _large_enough(image: Image.Image, side: int) -> Image.Image:
    if min(image.size) < side:
        raise FaultyError(Fault.TOO_SMALL)
    return image


def _plain(image: Image.Image, least: int) -> Image.Image:
    """The pixels upright, in the colours of screens, on white; of a large picture no more of them than needed."""
    image.draft("RGB", (least, least))
    held = image if image.mode in SCALABLE else image.convert("RGBA")
    held = held.reduce(max(1, min(held.size) // least))
    return _on_white(ImageOps.exif_transpose(held), image.info.get("icc_profile"))


def _on_white(image: Image.Image, profile: bytes | None) -> Image.Image:
    page = Image.new("RGB", image.size, "white")
    page.paste(_for_screens(image, profile), mask=image.getchannel("A") if "A" in image.mode else None)
    return page


def _for_screens(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as screens show them without being told; a profile that does not fit is passed over."""
    plain = image if image.mode in {"RGB", "CMYK", "L"} else image.convert("RGB")
    if profile:
        try:
            given, wanted = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            made: Any = ImageCms.profileToProfile(plain, given, wanted, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            return plain.convert("RGB")
        return made  # type: ignore[no-any-return]  # a picture, as it is not made in place
    return plain.convert("RGB")


def _written(image: Image.Image, side: int) -> bytes:
    # Made anew: what a picture carries beside its pixels would be written with it.
    square = Image.new("RGB", (side, side))
    square.paste(ImageOps.fit(image, (side, side), Image.Resampling.LANCZOS, centering=CENTRE))
    made = io.BytesIO()
    square.save(made, "WEBP", quality=QUALITY, method=6)
    return made.getvalue()


def main(path: Path, sides: Sequence[int]) -> str:
    """The squares of a picture, or its fault, as JSON."""
    try:
        with path.open("rb") as file:
            made = squares(file, sides)
    except FaultyError as error:
        return json.dumps({"fault": error.fault})
    except MemoryError:
        return json.dumps({"fault": Fault.EXPANDS})
    return json.dumps({"squares": [base64.b64encode(one).decode() for one in made]})


if __name__ == "__main__":  # pragma: no cover - in the process of its own, where nothing is recorded
    confine()
    sys.stdout.write(main(Path(sys.argv[1]), [int(side) for side in sys.argv[2:]]))
