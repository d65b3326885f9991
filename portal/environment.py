"""Typed reading of environment variables: a wrong or missing one is named in the error."""

import os
from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


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


def needed_by(reason: str, name: str, *, environ: Mapping[str, str] = os.environ) -> str:
    """The value of a variable that another one wants; an error naming both where only that is set."""
    value = environ.get(name, "")
    if environ.get(reason) and not value:
        raise ImproperlyConfigured(f"{name} is not set, which {reason} needs.")
    return value
