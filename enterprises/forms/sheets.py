"""What officers ask spreadsheets for, and those they bring."""

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from enterprises.numbers import countries
from enterprises.states import State


class ExportForm(forms.Form):
    """What the list is narrowed to."""

    text = forms.CharField(
        label=_("The beginning of a name, a number or an e-mail address."),
        max_length=200,
        required=False,
        widget=UnfoldAdminTextInputWidget(),
    )
    state = forms.ChoiceField(
        label=_("Registration"), choices=[("", "—"), *State.choices], required=False, widget=UnfoldAdminSelectWidget
    )
    country = forms.ModelChoiceField(
        countries(), label=_("Country"), to_field_name="code", required=False, widget=UnfoldAdminSelectWidget
    )

    def narrowing(self) -> dict[str, str]:
        """The same in plain texts."""
        country = self.cleaned_data["country"]
        given = {
            "text": self.cleaned_data["text"],
            "state": self.cleaned_data["state"],
            "country": country.code if country else "",
        }
        return {name: value for name, value in given.items() if value}


class SheetForm(forms.Form):
    """A spreadsheet to be imported; whether it is one, and not too large, is asked where files are received."""

    file = forms.FileField(label=_("Spreadsheet (XLSX)"), widget=UnfoldAdminFileFieldWidget({"accept": ".xlsx"}))
