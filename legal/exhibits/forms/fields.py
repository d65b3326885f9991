"""Fields that several forms of exhibits have."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.exhibits.languages import WORDLESS, choices
from legal.exhibits.models import Form, Kind


class DayField(forms.DateField):
    """A day, as the browser asks for it."""

    widget = forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d")


def kind_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=pgettext_lazy("exhibit", "Kind"),
        choices=[("", pgettext_lazy("exhibit", "Choose a kind")), *Kind.choices],
        error_messages={"required": _("Choose what kind of document it is.")},
    )


def form_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("What the file was made from"),
        help_text=_("What you could show if you were asked for it."),
        choices=Form,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these answers.")},
    )


class LanguagesForm(forms.Form):
    """The language of a document, and a second one."""

    language = forms.ChoiceField(
        label=_("Language of the document"),
        choices=lambda: [("", _("Choose a language")), *choices()],
        error_messages={"required": _("Choose the language of the document.")},
    )
    second_language = forms.ChoiceField(
        label=_("Second language of the document"),
        help_text=_("For a document in two languages side by side, as many contracts are."),
        choices=lambda: [
            ("", pgettext_lazy("second language", "None")),
            *((code, name) for code, name in choices() if code != WORDLESS),
        ],
        required=False,
    )

    def clean_second_language(self) -> str:
        second: str = self.cleaned_data["second_language"]
        if second and self.cleaned_data.get("language") in {second, WORDLESS}:
            raise ValidationError(_("The second language is another one than the first."), code="same")
        return second


def plain(value: Any) -> str:
    """A value as it stands in a field, to be compared."""
    return " ".join(str(getattr(value, "pk", value) if value is not None else "").split())
