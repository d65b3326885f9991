"""Somebody who is to become a party: what is asked for, and what an officer decides on it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from enterprises.numbers import countries
from legal.arbitration.forms.fields import WordsField
from legal.arbitration.kinds import Asked
from legal.arbitration.models.joinder import LONGEST_REASON
from legal.matters.kinds import Side
from legal.matters.models.party import LONGEST_NAME, PartyKind
from portal.lines import LineField, ParagraphsField


class JoinderForm(forms.Form):
    """Who shall become a party, on which side and why."""

    use_required_attribute = False

    side = forms.ChoiceField(label=_("Side"), choices=Side, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Who it is"), choices=PartyKind, widget=forms.RadioSelect)
    name = LineField(
        label=pgettext_lazy("of a party", "Name"),
        help_text=_("As it stands in the register or in a passport, in its own script, with the legal form."),
        max_length=LONGEST_NAME,
    )
    country = forms.ModelChoiceField(
        countries(),
        label=_("Country"),
        empty_label=_("Choose a country"),
        to_field_name="code",
        widget=forms.Select({"class": "w-short"}),
    )
    reasons = WordsField(label=_("Reasons"), max_length=LONGEST_REASON)


class DecideJoinderForm(forms.Form):
    """Whether it is granted, and why."""

    use_required_attribute = False

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=lambda: [
            ("", _("Choose")),
            (Asked.GRANTED.value, _("Becomes a party")),
            (Asked.REFUSED.value, _("Does not become a party")),
        ],
        widget=UnfoldAdminSelectWidget,
    )
    answer = ParagraphsField(
        label=_("Reasons of the decision"),
        help_text=_("All sides read them. A refusal needs them."),
        max_length=LONGEST_REASON,
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("decision") == Asked.REFUSED and not given.get("answer"):
            self.add_error("answer", _("Give the reason."))
        return given

    @property
    def decided(self) -> dict[str, Any]:
        """What `joining.decide` takes."""
        granted = self.cleaned_data["decision"] == Asked.GRANTED
        return {"granted": granted, "answer": self.cleaned_data["answer"]}
