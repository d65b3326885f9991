"""Which languages of an edition a download is asked for in."""

from collections.abc import Sequence
from typing import Final

from django import forms

from legal.laws.forms import CodesField
from legal.laws.spoken import reader

MOST_BESIDE: Final = 2


class DownloadForm(forms.Form):
    """`language` comes first, those of `with` beside it; without any, the reader's, else the original's."""

    language = forms.CharField(required=False, max_length=12)
    beside = CodesField(required=False)

    def add_prefix(self, field_name: str) -> str:
        # `with` is a word of Python, and the word of the addresses.
        return "with" if field_name == "beside" else super().add_prefix(field_name)

    def languages(self, held: Sequence[str], original: str) -> tuple[str, ...] | None:
        """The languages of the file out of those held; None where one asked for is not: law never falls back."""
        if not self.is_valid() or not held:
            return None
        mine = next((one for one in (reader().text, original) if one in held), held[0])
        asked = tuple(dict.fromkeys((self.cleaned_data["language"] or mine, *self.cleaned_data["beside"])))
        return asked if set(asked) <= set(held) and len(asked) <= 1 + MOST_BESIDE else None
