"""Paragraphs, as they are pasted out of contracts and mails: spaces of every kind, and nothing that hides or turns."""

import re
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.lines import require_visible

# Programs put them where a word may be broken, or at the beginning of a file; nobody means anything by them.
DROPPED: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
SPACES: Final = re.compile(r"[^\S\n]")


class WordsField(forms.CharField):
    """Some paragraphs; the browser cuts nothing off that is too long: it is told instead."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        widget = forms.Textarea({"rows": rows, "maxlength": False})
        messages = {
            "max_length": _("The text has %(show_value)d characters; up to %(limit_value)d are taken. Shorten it.")
        }
        given: dict[str, Any] = {"widget": widget, "error_messages": messages}
        super().__init__(**given | kwargs)

    def to_python(self, value: object) -> str:
        typed = DROPPED.sub("", str(super().to_python(value) or ""))
        return "\n".join(SPACES.sub(" ", line).rstrip() for line in typed.splitlines()).strip()

    def validate(self, value: str) -> None:
        super().validate(value)
        require_visible(value.replace("\n", ""))


class DayField(forms.DateField):
    """A day, as browsers send it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d")
        given: dict[str, Any] = {"widget": widget, "required": False}
        super().__init__(**given | kwargs)
