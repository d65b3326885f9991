"""Who speaks for a party."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Party, Representative
from legal.matters.models.party import LONGEST_NAME
from legal.matters.papers import AUTHORITY
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField

LARGEST_KEY: Final = 2**63 - 1


class RepresentativeForm(PaperForm):
    """Somebody who speaks for a party, and the paper that says so."""

    use_required_attribute = False

    party = forms.ChoiceField(label=_("For whom"))
    name = LineField(label=_("Full name"), max_length=LONGEST_NAME)
    authority = PaperField(AUTHORITY.slug, label=AUTHORITY.label)
    valid_from = forms.DateField(
        label=_("Authority from"), widget=forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d")
    )
    valid_until = forms.DateField(
        label=_("Authority until"),
        help_text=_("Empty where the paper names no last day."),
        required=False,
        widget=forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, parties: Sequence[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.position): party for party in parties}
        named = [(place, party.name) for place, party in self.parties.items()]
        self.fields["party"] = forms.ChoiceField(label=_("For whom"), choices=named)

    def clean_party(self) -> Party:
        return self.parties[self.cleaned_data["party"]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("valid_from"), cleaned.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The authority ends after it begins."))
        return cleaned


class RepresentativeKeyForm(forms.Form):
    """Which representative is meant."""

    representative = forms.IntegerField(min_value=1, max_value=LARGEST_KEY)

    def __init__(self, *args: Any, representatives: QuerySet[Representative], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.representatives = representatives

    def clean_representative(self) -> Representative:
        found = self.representatives.filter(pk=self.cleaned_data["representative"]).first()
        if found is None:
            raise ValidationError(_("This representative was taken out meanwhile."), code="gone")
        return found
