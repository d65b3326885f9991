"""E-mail addresses: one is read and compared alike wherever somebody writes it."""

import unicodedata
from typing import Any

from django import forms


def plain(address: str) -> str:
    """An address without spaces round it and without letters that only look like others: a Chinese keyboard's, ſ, K."""
    return unicodedata.normalize("NFKC", address).strip()


def same(one: str, other: str) -> bool:
    """Whether two addresses are one, in any case of its letters."""
    return plain(one).lower() == plain(other).lower()


class EmailField(forms.EmailField):
    """An address, kept `plain`."""

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "")
