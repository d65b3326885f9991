"""The form of what a person says of themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts import phones, time_zones
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.lines import LineField


class ProfileForm(forms.Form):
    full_name = LineField(
        label=_("Full name"),
        max_length=150,
        help_text=_("As in your passport or identity card, in any script."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Preferred language"),
        choices=[(language.code, language.name) for language in LANGUAGES],
        help_text=_("We write to you in it."),
    )
    phone = forms.CharField(
        label=_("Phone"),
        required=False,
        max_length=40,
        help_text=_(
            "With the country code where it is not Chinese. It is for people who handle your request; we send no "
            "messages to it and do not check that it is yours."
        ),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=time_zones.choices, help_text=_("Hours on the pages are shown in it.")
    )

    def __init__(self, *args: Any, instance: User, **kwargs: Any) -> None:
        phone = phones.shown(instance.phone) if instance.phone else ""
        kwargs["initial"] = {
            "full_name": instance.full_name,
            "language": instance.language,
            "phone": phone,
            "time_zone": instance.time_zone,
        }
        super().__init__(*args, **kwargs)

    def clean_phone(self) -> str:
        written = self.cleaned_data["phone"]
        number = phones.international(written) if written else ""
        if number is None:
            raise forms.ValidationError(
                _("This is no telephone number. Write it with its country code, as in +7 701 123 4567."), code="phone"
            )
        return number
