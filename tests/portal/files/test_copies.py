"""Small copies of pictures: of the file they come from nothing but the pixels is in them."""

import base64
import io
import json
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from portal.files import actions, copies, receiving
from portal.files.checking import squares as making
from portal.files.checking.verdicts import Fault, FaultyError
from portal.files.models import File
from portal.files.refusals import RefusedError
from portal.files.registry import Purpose
from tests.factories import UserFactory

TURNED = 6  # what is up lies on the right
PLACE = "47 rue de la Paix"


def picture(form: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (700, 900), **told: object) -> bytes:
    """A picture that is red above and blue below."""
    image = Image.new("RGB", size, "blue")
    image.paste((255, 0, 0), (0, 0, size[0], size[1] // 2))
    content = io.BytesIO()
    image.convert(mode).save(content, form, **told)
    return content.getvalue()


def made(content: bytes, side: int = 64) -> Image.Image:
    (square,) = making.squares(io.BytesIO(content), [side])
    return Image.open(io.BytesIO(square))


def colours(image: Image.Image) -> list[str]:
    """What is seen above, below, on the left and on the right."""
    side = image.width
    points = [(side // 2, 3), (side // 2, side - 4), (3, side // 2 - 8), (side - 4, side // 2 - 8)]
    return ["red" if red > blue else "blue" for red, _, blue in map(image.convert("RGB").getpixel, points)]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_copies_are_squares_of_the_sides_asked_for(form: str) -> None:
    small, large = making.squares(io.BytesIO(picture(form)), [128, 320])

    sizes = [Image.open(io.BytesIO(one)).size for one in (small, large)]

    assert sizes == [(128, 128), (320, 320)]
    assert len(small) < 4_000
    assert len(large) < 16_000


def test_picture_is_turned_upright_and_loses_what_it_tells_beside_its_pixels() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = TURNED
    exif[ExifTags.Base.ImageDescription] = PLACE
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = picture(exif=exif, icc_profile=profile, comment=PLACE.encode())
    assert PLACE.encode() in content

    (square,) = making.squares(io.BytesIO(content), [64])

    image = Image.open(io.BytesIO(square))
    assert colours(image)[2:] == ["blue", "red"]
    assert PLACE.encode() not in square
    assert (dict(image.getexif()), {"exif", "icc_profile", "xmp"} & set(image.info)) == ({}, set())


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "P"), ("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "1"), ("JPEG", "L"), ("JPEG", "CMYK")]
)
def test_picture_of_any_mode_can_be_shown(form: str, mode: str) -> None:
    assert made(picture(form, mode)).convert("RGB").size == (64, 64)


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_profile_that_does_not_fit_is_passed_over(profile: bytes) -> None:
    assert colours(made(picture(icc_profile=profile)))[:2] == ["red", "blue"]


def test_what_is_not_covered_is_white() -> None:
    content = io.BytesIO()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(content, "PNG")

    assert made(content.getvalue()).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "fault"), [(picture(size=(63, 900)), Fault.TOO_SMALL), (picture()[:900], Fault.DAMAGED)]
)
def test_picture_of_which_nothing_can_be_made_says_why(tmp_path: Path, content: bytes, fault: Fault) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)

    assert json.loads(making.main(path, [64])) == {"fault": fault}
    with pytest.raises(FaultyError):
        making.squares(io.BytesIO(content), [64])


def test_squares_are_printed_for_whoever_asked_in_the_order_of_their_sides(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(picture())

    told = [base64.b64decode(one) for one in json.loads(making.main(path, [64, 32]))["squares"]]

    assert [Image.open(io.BytesIO(one)).size for one in told] == [(64, 64), (32, 32)]


def test_picture_for_which_there_is_no_memory_is_one_that_expands(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "picture"
    path.write_bytes(picture())

    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(making, "_plain", exhausted)

    assert json.loads(making.main(path, [64])) == {"fault": Fault.EXPANDS}


@pytest.fixture
def received(db: None, settings, tmp_path: Path, monkeypatch) -> File:
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    monkeypatch.setitem(actions.registry.purposes, "tests.photo", Purpose("tests.photo", "Photo"))
    user = UserFactory.create()
    return actions.receive(io.BytesIO(picture()), name="a.jpg", owner=user, purpose="tests.photo", by=user)


def test_copies_are_made_in_a_process_of_their_own(received: File) -> None:
    small, large = copies.squares(received, 128, 320)

    assert [Image.open(io.BytesIO(one)).size for one in (small, large)] == [(128, 128), (320, 320)]
    with pytest.raises(RefusedError) as refusal:
        copies.squares(received, 1000)
    assert refusal.value.code == Fault.TOO_SMALL


def test_making_that_does_not_end_is_given_up(received: File, monkeypatch) -> None:
    monkeypatch.setattr(receiving, "PATIENCE", 0.001)

    with pytest.raises(RefusedError) as refusal:
        copies.squares(received, 128)

    assert refusal.value.code == Fault.TOO_LONG
