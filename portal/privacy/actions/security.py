"""The security log is written."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from portal.privacy.models import SecurityEvent


def record(
    kind: str, *, user: AbstractBaseUser | None, request: HttpRequest | None = None, detail: str = ""
) -> SecurityEvent:
    """Note what happened to an account; `user` is None where nobody is known by the name that was typed.

    The name itself is not noted: people type passwords where a name is asked for.
    """
    kind = SecurityEvent.Kind(kind)
    meta = request.META if request else {}
    return SecurityEvent.objects.create(
        kind=kind,
        user_id=user.pk if user else None,
        address=meta.get("REMOTE_ADDR") or None,
        agent=_printable(meta.get("HTTP_USER_AGENT", ""))[: SecurityEvent.LONGEST_AGENT],
        detail=detail[:100],
    )


def _printable(text: str) -> str:
    """A header holds what a stranger likes, a NUL too, which the database refuses."""
    return "".join(character for character in text if character.isprintable())
