"""How somebody wants to hear."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.notices.kinds import Group
from portal.notices.preferences import optional
from portal.notices.states import Mail


class PlaceForm(forms.Form):
    """Where in an inbox somebody is."""

    unread = forms.BooleanField(required=False)
    after = forms.UUIDField(required=False)


class PreferencesForm(forms.Form):
    """Which mail comes when, and the hours at which none does."""

    begin = forms.TimeField(label=_("No mail from"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    end = forms.TimeField(label=_("Until"), required=False, widget=forms.TimeInput(attrs={"type": "time"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = optional()
        for group in self.groups:
            self.fields[self.name_of(group)] = forms.ChoiceField(
                label=group.label, choices=Mail.choices, widget=forms.RadioSelect
            )

    @staticmethod
    def name_of(group: Group) -> str:
        return f"mail-{group.slug}"

    def clean(self) -> None:
        super().clean()
        if not {"begin", "end"} <= self.cleaned_data.keys():
            return
        begin, end = self.cleaned_data["begin"], self.cleaned_data["end"]
        if (begin is None) != (end is None):
            self.add_error("end" if end is None else "begin", _("Write both times, or neither."))
        elif begin is not None and begin == end:
            self.add_error("end", _("Quiet hours begin and end at different times."))

    def wishes(self) -> dict[str, str]:
        """By the name of the group."""
        return {group.slug: self.cleaned_data[self.name_of(group)] for group in self.groups}

    def quiet_hours(self) -> tuple[datetime.time, datetime.time] | None:
        begin, end = self.cleaned_data["begin"], self.cleaned_data["end"]
        return (begin, end) if begin is not None else None
