"""A profile that nobody keeps: it is looked for, and claimed."""

from typing import Any, Final

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from legal.lawyers.models import Claim
from legal.lawyers.models.verified import LONGEST_NAME
from legal.lawyers.papers import PROOF
from legal.lawyers.typed.fields import TextField
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField

FOUND: Final = 10


class SearchForm(forms.Form):
    """A profile or a firm that nobody keeps, looked for by its name or the number of its licence."""

    q = LineField(max_length=LONGEST_NAME, required=False)

    def found(self, rows: Any) -> list[Any]:
        """The first few that have this name or number."""
        words = self.cleaned_data.get("q") if self.is_valid() else ""
        if not words:
            return []
        named = Q(licence_number__iexact=words)
        for column in ("name_zh_hans", "name_en", "name_ru"):
            named |= Q(**{f"{column}__icontains": words})
        return list(rows.filter(named).select_related("jurisdiction")[:FOUND])


class ClaimForm(PaperForm):
    """Why a profile is one's own, and the paper that proves it."""

    statement = TextField(
        label=_("What you say for it"),
        required=True,
        max_length=2000,
        help_text=_("Who you are, and how the licence shows that this profile is yours."),
    )
    proof = PaperField(PROOF.slug, label=PROOF.label)


class OwnClaimForm(forms.Form):
    """A claim one has made oneself."""

    def __init__(self, *args: Any, by: Any) -> None:
        super().__init__(*args)
        self.fields["claim"] = forms.ModelChoiceField(Claim.objects.of(by))
