"""What may be asked of the history."""

import datetime
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from portal.history import naming
from portal.history.triggers import tracked_labels


def kinds() -> list[tuple[str, str]]:
    """The kinds of records that have a history, by what they are called."""
    named = sorted(((label, naming.kind_of(label)) for label in tracked_labels()), key=lambda kind: kind[1])
    return [("", str(_("All records"))), *named]


class PlaceField(forms.CharField):
    """The entry after which a page begins, as the link to it has it: a moment and a number."""

    def clean(self, value: Any) -> tuple[datetime.datetime, int] | None:
        moment, _comma, number = super().clean(value).rpartition(",")
        try:
            at = parse_datetime(moment)
        except ValueError:
            at = None
        return (at, int(number)) if at and at.tzinfo and number.isdecimal() and len(number) < 19 else None


class AskingForm(forms.Form):
    """A query string; a place that makes no sense is the beginning."""

    who = forms.CharField(
        label=_("Who (e-mail address)"), required=False, max_length=254, widget=UnfoldAdminTextInputWidget
    )
    model = forms.ChoiceField(label=_("Records"), required=False, choices=kinds, widget=UnfoldAdminSelectWidget)
    day = forms.DateField(label=_("Day"), required=False, widget=UnfoldAdminTextInputWidget({"type": "date"}))
    after = PlaceField(required=False, widget=forms.HiddenInput)

    def clean_who(self) -> int | None:
        address = self.cleaned_data["who"].strip()
        if not address:
            return None
        # As the index that keeps addresses apart has it.
        user = get_user_model()._default_manager.filter(Exact(Lower("email"), address.lower())).first()
        if user is None:
            raise forms.ValidationError(_("Nobody has this e-mail address."))
        return int(user.pk)
