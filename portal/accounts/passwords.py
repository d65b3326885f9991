"""Passwords known from breaches are refused: they stand in a filter of fingerprints, asked without any network.

docs/decisions/breached-passwords.md says which list it was made of, how often it errs, and why nothing but the whole
password is looked up.
"""

import hashlib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rbloom import Bloom

FILTER: Final = Path(__file__).parent / "data" / "breached-passwords.bloom"
# What is shorter is refused before it is looked up, so the filter holds none.
SHORTEST: Final = 12


class BreachedPasswordValidator:
    """Refuses a password that is, in any case of its letters, in the list of breached ones."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if is_breached(password):
            raise ValidationError(
                _(
                    "This password is in lists of passwords that were stolen elsewhere and published."
                    " Choose another one."
                ),
                code="password_breached",
            )

    def get_help_text(self) -> str:
        return _("Your password must not be one that is known from breaches elsewhere.")


def is_breached(password: str) -> bool:
    """Whether a password is in the filter; of those that are not in the list, one in ten thousand seems to be."""
    return len(password) >= SHORTEST and plain(password) in _filter()


def plain(password: str) -> str:
    """A password as it is listed and looked up: whoever tries a list tries capitals too."""
    return unicodedata.normalize("NFKC", password).casefold()


def fingerprint(password: str) -> int:
    """The 128 bits of a password that decide which bits of the filter are its own; the same on every machine."""
    digest = hashlib.sha256(password.encode(errors="surrogatepass")).digest()
    return int.from_bytes(digest[:16], signed=True)


@cache
def _filter() -> Bloom:
    """Read once in each process."""
    return Bloom.load_bytes(FILTER.read_bytes(), fingerprint)
