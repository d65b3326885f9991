"""A paper as it is sent, and everything that was told."""

import datetime
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from enterprises.papers import PURPOSES
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.notices.models import Notice
from portal.workflow.models import Event


def picture() -> bytes:
    """A small picture, which is a paper as good as any."""
    content = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(content, "PNG")
    return content.getvalue()


def upload(name: str = "licence.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture(), "image/png")


def sent(by: User, purpose: str) -> File:
    """A file on somebody's own shelf."""
    until = timezone.now() + datetime.timedelta(days=1)
    slug = PURPOSES[purpose].slug
    return files.receive(upload(), name="licence.png", owner=by, purpose=slug, by=by, expires_at=until)


def told(kind: str) -> set[str]:
    """The addresses of those who were told something."""
    return {
        notice.user.email if notice.user else notice.email
        for notice in Notice.objects.filter(kind=f"enterprises.{kind}")
    }


def moves(subject: Any) -> list[str]:
    """What happened to a record, by the names of the moves."""
    return [event.move for event in Event.objects.of(subject)]
