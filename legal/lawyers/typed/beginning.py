"""What the profile of a lawyer or a firm begins with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.lawyers.kinds import FirmKind, LawyerKind
from legal.lawyers.typed.fields import JurisdictionField
from legal.lawyers.typed.groups import NamesForm


class BeginForm(NamesForm):
    """What a profile begins with: the answers of other groups follow."""

    kind = forms.ChoiceField(label=_("Kind of lawyer"), choices=LawyerKind, widget=forms.RadioSelect)
    jurisdiction = JurisdictionField(label=_("Jurisdiction that issued the licence"))
    field_order = ("name_zh_hans", "name_en", "name_ru", "kind", "jurisdiction")

    @property
    def values(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        names = {name: value for name, value in cleaned.items() if name.startswith("name_")}
        return {"names": names, "kind": cleaned["kind"], "jurisdiction": cleaned["jurisdiction"]}


class FoundForm(BeginForm):
    """The same for a firm."""

    kind = forms.ChoiceField(label=_("Kind of law firm"), choices=FirmKind, widget=forms.RadioSelect)
