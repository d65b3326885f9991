"""What the files app holds about a person: what they sent, and which sensitive files they read."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import IO, Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from portal.files import storage
from portal.files.actions import drop
from portal.files.models import File, Reading
from portal.files.states import State


def held_about(user: AbstractBaseUser) -> Iterator[Mapping[str, Any]]:
    """Their own files, whole; what they sent to others, by name; what they read, by its checksum."""
    sent = File.objects.filter(uploaded_by_id=user.pk) | _own(user)
    yield {
        "slug": "files",
        "heading": _("Files you sent"),
        "labels": {
            "name": _("name"),
            "purpose": _("purpose"),
            "size": _("bytes"),
            "sha256": _("SHA-256"),
            "state": _("state"),
            "received_at": _("received"),
        },
        "rows": (_row(file) for file in sent.distinct()),
        "files": (_opened(file) for file in _own(user).filter(state=State.CLEAN)),
    }
    yield {
        "slug": "readings",
        "heading": _("Sensitive files you read"),
        "labels": {"sha256": _("SHA-256"), "address": _("from the address"), "at": _("read at")},
        "rows": Reading.objects.filter(by_id=user.pk).values("sha256", "address", "at"),
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Any, ...]]:
    """Files on their own shelf are erased; what was handed in, and who read what, is kept."""
    if own := _own(user).count():
        yield _("Files you have not handed in"), own, "", ""
    if handed_in := _handed_in(user).count():
        why = _("They belong to those they were handed in to, and may be evidence.")
        yield _("Files you handed in"), handed_in, why, _("until their owner's records end")
    if readings := Reading.objects.filter(by_id=user.pk).count():
        why = _("The law asks for a record of who read sensitive data.")
        yield _("Records of sensitive files you read"), readings, why, _("for as long as security logs are kept")


def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """Remove the files on the user's own shelf, with their bytes when the transaction commits."""
    for file in _own(user):
        drop(file)


def _own(user: AbstractBaseUser) -> QuerySet[File]:
    return File.objects.belonging_to(user)


def _handed_in(user: AbstractBaseUser) -> QuerySet[File]:
    return File.objects.filter(uploaded_by_id=user.pk).exclude(pk__in=_own(user))


def _row(file: File) -> dict[str, Any]:
    return {
        "name": file.name,
        "purpose": file.purpose_label,
        "size": file.size,
        "sha256": file.sha256,
        "state": file.get_state_display(),
        "received_at": file.received_at,
    }


def _opened(file: File) -> tuple[str, Callable[[], IO[bytes]]]:
    return file.name, partial(storage.papers().opened, storage.key(file))
