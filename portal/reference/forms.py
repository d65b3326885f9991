"""What a reader may ask of the glossary, and how the console edits reference data."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.reference.fields import LinesField
from portal.reference.models import Jurisdiction, Term, Topic


class GlossaryForm(forms.Form):
    """A query string; a part of it that makes no sense is left out, not refused."""

    q = forms.CharField(required=False, max_length=100)
    topic: forms.ModelChoiceField[Topic] = forms.ModelChoiceField(
        Topic.objects.all(), required=False, to_field_name="slug"
    )
    letter = forms.CharField(required=False, max_length=1)
    page = forms.IntegerField(required=False, min_value=1)


class TermForm(forms.ModelForm[Term]):
    """Words of a language stand one a line, the preferred one first."""

    zh = LinesField(label=_("Chinese words"), required=False, help_text=_("One a line, the preferred one first."))
    en = LinesField(label=_("English words"), required=False, help_text=_("One a line, the preferred one first."))
    ru = LinesField(label=_("Russian words"), required=False, help_text=_("One a line, the preferred one first."))

    class Meta:
        model = Term
        fields = ("kind", "topic", "language", "everyday", "zh", "en", "ru", "note")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(language) for language in ("zh", "en", "ru")):
            raise forms.ValidationError(_("A term needs a word in one language at least."))
        return cleaned


class JurisdictionForm(forms.ModelForm[Jurisdiction]):
    """Lists of codes stand one a line."""

    languages = LinesField(
        label=_("Official languages"), required=False, help_text=_("Codes of languages, one a line.")
    )
    treaties = LinesField(
        label=_("Treaties it is certainly bound by"), required=False, help_text=_("Slugs of treaties, one a line.")
    )
