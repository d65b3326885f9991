"""What an officer decides on somebody who is to become a party."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from legal.arbitration.kinds import Asked
from legal.arbitration.models.joinder import LONGEST_REASON
from portal.lines import ParagraphsField


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
