"""Which matters of a kind are asked for."""

import datetime
from typing import Any, Final

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from legal.matters.kinds import Proceeding

WHOSE: Final = [("", _("All")), ("mine", _("On my desk")), ("nobody", _("On nobody’s desk"))]


class QueueForm(forms.Form):
    """Which matters are asked for, and where the page begins; what makes no sense is left out."""

    kind = forms.ChoiceField(label=_("Kind of proceeding"), widget=UnfoldAdminSelectWidget)
    state = forms.ChoiceField(label=_("State"), required=False, widget=UnfoldAdminSelectWidget)
    whose = forms.ChoiceField(label=_("Whose desk"), choices=WHOSE, required=False, widget=UnfoldAdminSelectWidget)
    at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    after = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, proceedings: list[Proceeding]) -> None:
        asked = {name: data.get(name, "") for name in ("kind", "state", "whose", "at", "after")}
        by_slug = {proceeding.slug: proceeding for proceeding in proceedings}
        chosen = by_slug.get(asked["kind"], proceedings[0])
        super().__init__(asked | {"kind": chosen.slug})
        self.chosen = chosen
        kinds = [(one.slug, one.label) for one in proceedings]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # it is a ChoiceField
        written = {chosen.machine.initial}
        begun = [(value, label) for value, label in chosen.machine.states.choices if value not in written]
        states = [("", _("All that have not ended")), *begun]
        self.fields["state"].choices = states  # type: ignore[attr-defined]  # it is a ChoiceField

    def clean_at(self) -> datetime.datetime | None:
        try:
            moment = parse_datetime(self.cleaned_data["at"])
        except ValueError:
            return None
        return moment if moment and moment.tzinfo else None

    @property
    def asked(self) -> dict[str, Any]:
        """What the queue is asked for."""
        self.is_valid()
        given = self.cleaned_data
        at, after = given.get("at"), given.get("after")
        return {
            "state": given.get("state", ""),
            "whose": given.get("whose", ""),
            "after": (at, after) if at and after is not None else None,
        }
