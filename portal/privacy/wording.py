"""What the details of the security log are called: kept as bare words, shown in the language of whoever reads."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import pgettext, pgettext_lazy

from portal.privacy.registry import Words

# How somebody signed in, as allauth calls it.
_WORDS: Final[dict[str, Words]] = {
    "password": pgettext_lazy("a way of signing in", "password"),
    "code": pgettext_lazy("a way of signing in", "code by e-mail"),
    "password_reset": pgettext_lazy("a way of signing in", "new password after a code"),
    "mfa": pgettext_lazy("a way of signing in", "second step or passkey"),
}


def call(words: Mapping[str, Words]) -> None:
    """Say what more details are called; accounts does for its roles."""
    _WORDS.update(words)


def in_words(detail: str) -> str:
    """A detail in the active language; one that is not of known words, as the name of a browser, stays as it is."""
    parts = detail.split(", ")
    if not all(part in _WORDS for part in parts):
        return detail
    return pgettext("between items of a list", ", ").join(str(_WORDS[part]) for part in parts)
