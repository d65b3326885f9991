"""How the list is narrowed, and where an exhibit is to be used."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.numbers import countries
from legal.exhibits.finding import SHOWN
from legal.exhibits.languages import choices
from legal.exhibits.models import Kind
from portal.reference.models import Jurisdiction


class FilterForm(forms.Form):
    """How a list is narrowed."""

    q = forms.CharField(
        label=pgettext_lazy("exhibits", "Name or what it proves"),
        max_length=100,
        required=False,
        widget=forms.TextInput({"type": "search"}),
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("exhibits", "Language"),
        choices=lambda: [("", pgettext_lazy("exhibits", "Any language")), *choices()],
        required=False,
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("exhibit", "Kind"),
        choices=[("", pgettext_lazy("exhibits", "Any kind")), *Kind.choices],
        required=False,
    )
    show = forms.ChoiceField(
        label=pgettext_lazy("exhibits", "Show"),
        choices=[("", pgettext_lazy("exhibits", "The whole list")), *SHOWN],
        required=False,
    )


class UseForm(forms.Form):
    """In which country an exhibit is to be used."""

    used_in: "forms.ModelChoiceField[Jurisdiction]" = forms.ModelChoiceField(
        countries(),
        label=pgettext_lazy("exhibit", "Country of use"),
        to_field_name="code",
        empty_label=_("Choose a country"),
    )
