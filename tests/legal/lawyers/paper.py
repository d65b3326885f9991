"""A paper as it is sent, what was told and what happened."""

import datetime
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from legal.lawyers.papers import LICENCE
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


def told(kind: str) -> set[str]:
    """The addresses of those who were told something."""
    return {notice.user.email for notice in Notice.objects.filter(kind=f"lawyers.{kind}") if notice.user}


def moves(subject: Any) -> list[str]:
    """What happened to a record, by the names of the moves."""
    return [event.move for event in Event.objects.of(subject)]
