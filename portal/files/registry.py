"""What other apps tell of files in their `papers.py`: for which purposes there are files, and who may read whose."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from portal.files.media import SCANS, MediaType

Owners = Callable[[Any], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a file is for: how it is called, of which types, how many bytes, whether each reading is recorded."""

    slug: str
    label: str | Promise
    media: Sequence[MediaType] = SCANS
    largest: int = 20 * 1024 * 1024
    sensitive: bool = False

    @property
    def types(self) -> str:
        """The accepted types, as people call them."""
        return ", ".join(media.label for media in self.media)

    @property
    def accept(self) -> str:
        """The same for the `accept` of a file field."""
        return ",".join(suffix for media in self.media for suffix in media.suffixes)


@dataclass(frozen=True, slots=True)
class Access:
    """Of which rows of a model a user may read the files, and of which add and remove them."""

    readable: Owners
    changeable: Owners | None = None


purposes: dict[str, Purpose] = {}
accesses: dict[type[Model], list[Access]] = {}


def register(*new: Purpose) -> None:
    """Add purposes; a second registration of the same slug takes its place."""
    for purpose in new:
        if purpose.largest > settings.FILES_LARGEST:
            raise ImproperlyConfigured(f"{purpose.slug} allows larger files than FILES_LARGEST does.")
        purposes[purpose.slug] = purpose


def allow(model: type[Model], *, readable: Owners, changeable: Owners | None = None) -> None:
    """Let users read the files of those rows that `readable(user)` answers, beside whatever others have allowed.

    `changeable(user)` answers the rows whose files the user may remove, or take a file of theirs to.
    """
    access = Access(readable, changeable)
    if access not in accesses.setdefault(model, []):
        accesses[model].append(access)


def readable_by(user: AbstractBaseUser) -> Iterator[QuerySet[Any]]:
    """The rows whose files the user may read, one query set for each that allows it."""
    for allowed in accesses.values():
        for access in allowed:
            yield access.readable(user)


def may_read(user: AbstractBaseUser, owner: Model) -> bool:
    """Whether the user may read the owner's files: what `FileQuerySet.visible_to` answers, asked of one owner."""
    return any(access.readable(user).filter(pk=owner.pk).exists() for access in accesses.get(type(owner), []))


def may_change(user: AbstractBaseUser, owner: Model) -> bool:
    """Whether the user may remove the owner's files, and take one to it."""
    allowed = accesses.get(type(owner), [])
    return any(access.changeable(user).filter(pk=owner.pk).exists() for access in allowed if access.changeable)
