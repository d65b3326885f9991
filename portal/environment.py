"""Typed reading of environment variables: a wrong or missing one is named in the error."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
SMTP: Final = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over; without a host, nowhere."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: bool = False
    starttls: bool = False


def text(name: str, default: str | None = None, *, environ: Mapping[str, str] = os.environ) -> str:
    """The variable's value; `ImproperlyConfigured` naming it where it is unset and has no default."""
    value = environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set.")
    return value


def flag(name: str, *, default: bool = False, environ: Mapping[str, str] = os.environ) -> bool:
    """True for 1, true, yes, on; False for 0, false, no, off; anything else is an error naming the variable."""
    value = environ.get(name, "1" if default else "0").strip().lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} is neither true nor false: {value!r}.")


def number(name: str, default: int, *, environ: Mapping[str, str] = os.environ) -> int:
    """A whole number; an error naming the variable where it is none."""
    value = environ.get(name, str(default))
    try:
        return int(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not a whole number: {value!r}.") from error


def words(name: str, default: str = "", *, environ: Mapping[str, str] = os.environ) -> list[str]:
    """A list separated by commas, blanks dropped."""
    return [word.strip() for word in environ.get(name, default).split(",") if word.strip()]


def mail_server(name: str, *, environ: Mapping[str, str] = os.environ) -> MailServer:
    """An address as `smtp://user:password@host:587` (with STARTTLS, but for `?tls=no`) or `smtps://…`; unset: none."""
    value = environ.get(name, "")
    if not value:
        return MailServer()
    try:
        parts = urlsplit(value)
        host, port, default = parts.hostname or "", parts.port, SMTP[parts.scheme]
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"{name} is no address as smtp://user:password@host:587.") from error
    if not host:
        raise ImproperlyConfigured(f"{name} names no host.")
    open_text = parse_qs(parts.query).get("tls") == ["no"]
    return MailServer(
        host,
        port or default,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp" and not open_text,
    )
