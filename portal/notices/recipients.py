"""Who is told: a user, or somebody who has no account yet."""

import hashlib
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody without an account, written to by e-mail alone, in this language."""

    email: str
    language: str


Recipient = AbstractBaseUser | Outsider


def zone(user: AbstractBaseUser) -> ZoneInfo:
    """The time zone a user lives in; the portal's where a user has none."""
    return ZoneInfo(getattr(user, "time_zone", settings.TIME_ZONE))


def fingerprint(email: str) -> str:
    """What an address is known by where it need not be kept itself."""
    return hashlib.sha256(email.strip().casefold().encode()).hexdigest()


def reader(request: HttpRequest) -> AbstractBaseUser:
    """The user whose inbox a request is for; `PermissionDenied` for nobody."""
    if not isinstance(request.user, AbstractBaseUser):
        raise PermissionDenied
    return request.user
