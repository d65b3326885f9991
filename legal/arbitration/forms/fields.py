"""Paragraphs, as they are pasted out of contracts and mails: spaces of every kind, and nothing that hides or turns."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.lines import ParagraphsField


class WordsField(ParagraphsField):
    """Some paragraphs; the browser cuts nothing off that is too long: it is told instead."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        widget = forms.Textarea({"rows": rows, "maxlength": False})
        messages = {
            "max_length": _("The text has %(show_value)d characters; up to %(limit_value)d are taken. Shorten it.")
        }
        given: dict[str, Any] = {"widget": widget, "error_messages": messages}
        super().__init__(**given | kwargs)


class DayField(forms.DateField):
    """A day, as browsers send it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d")
        given: dict[str, Any] = {"widget": widget, "required": False}
        super().__init__(**given | kwargs)
