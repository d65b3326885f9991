"""A paper as it is sent, what was told and what happened."""

import datetime
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import ExifTags, Image

from legal.lawyers.papers import LICENCE, PHOTO
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.files.registry import Purpose
from portal.notices.models import Notice
from portal.workflow.models import Event


def upload(colour: str = "white") -> SimpleUploadedFile:
    """A small picture, which is a paper as good as any."""
    content = io.BytesIO()
    Image.new("RGB", (20, 20), colour).save(content, "PNG")
    return SimpleUploadedFile("licence.png", content.getvalue(), "image/png")


def sent(by: User, purpose: Purpose = LICENCE, colour: str = "white") -> File:
    """A file on somebody's own shelf."""
    until = timezone.now() + datetime.timedelta(days=1)
    return files.receive(upload(colour), name="licence.png", owner=by, purpose=purpose.slug, by=by, expires_at=until)


def portrait(colour: str = "red", side: int = 400) -> SimpleUploadedFile:
    """A photo large enough to be shown, whose file tells where it was taken."""
    content, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    Image.new("RGB", (side, side + 100), colour).save(content, "JPEG", exif=exif)
    return SimpleUploadedFile("portrait.jpg", content.getvalue(), "image/jpeg")


def photographed(by: User, **wanted: Any) -> File:
    """A photo on somebody's own shelf."""
    until = timezone.now() + datetime.timedelta(days=1)
    sent = portrait(**wanted)
    return files.receive(sent, name="portrait.jpg", owner=by, purpose=PHOTO.slug, by=by, expires_at=until)


def colour_of(photo: Any) -> str:
    """What a photo of one colour shows."""
    with Image.open(io.BytesIO(bytes(photo))) as image:
        red, green, blue = image.convert("RGB").getpixel((10, 10))
    return "red" if red > 200 > max(green, blue) else "blue" if blue > 200 > max(red, green) else "another"


def told(kind: str) -> set[str]:
    """The addresses of those who were told something."""
    return {notice.user.email for notice in Notice.objects.filter(kind=f"lawyers.{kind}") if notice.user}


def moves(subject: Any) -> list[str]:
    """What happened to a record, by the names of the moves."""
    return [event.move for event in Event.objects.of(subject)]
