"""Forms of the console for people who sign in with an e-mail address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.forms import UserChangeForm as ThemedChangeForm
from unfold.forms import UserCreationForm as ThemedCreationForm
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from portal.accounts import time_zones
from portal.accounts.addresses import plain
from portal.accounts.giving import GivingForm
from portal.accounts.models import User
from portal.lines import LineField


class InSmallLetters:
    """Addresses are kept as whoever signs in has them looked up: plain, in small letters."""

    cleaned_data: dict[str, Any]

    def clean_email(self) -> str:
        return plain(self.cleaned_data["email"]).lower()


class FullNameField(LineField):
    """The name of a person, one typed line: it stands in letters and in the history."""

    def __init__(self) -> None:
        super().__init__(label=_("Full name"), max_length=150, required=False, widget=UnfoldAdminTextInputWidget)


class UserCreationForm(InSmallLetters, ThemedCreationForm):
    full_name = FullNameField()

    class Meta:
        model = User
        fields = ("email", "full_name", "language")


class UserChangeForm(InSmallLetters, GivingForm, ThemedChangeForm):
    full_name = FullNameField()
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones.choices, widget=UnfoldAdminSelectWidget)

    class Meta:
        model = User
        fields = "__all__"
