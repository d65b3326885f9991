"""Which matters are listed."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.kinds import choices

STANDINGS: Final = [
    ("draft", pgettext_lazy("how matters stand", "Drafts")),
    ("open", pgettext_lazy("how matters stand", "Under way")),
    ("ended", pgettext_lazy("how matters stand", "Ended")),
]


class ListForm(forms.Form):
    """Which matters are listed; what makes no sense narrows nothing."""

    kind = forms.ChoiceField(label=_("Kind of proceeding"), required=False)
    standing = forms.ChoiceField(
        label=_("How it stands"),
        choices=[("", pgettext_lazy("of matters", "All")), *STANDINGS],
        required=False,
    )
    page = forms.CharField(required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        kinds = [("", pgettext_lazy("of matters", "All")), *choices()]
        self.fields["kind"] = forms.ChoiceField(label=_("Kind of proceeding"), choices=kinds, required=False)

    @property
    def filters(self) -> dict[str, str]:
        """What was picked."""
        self.is_valid()
        picked = {name: self.cleaned_data.get(name, "") for name in ("kind", "standing")}
        return {name: value for name, value in picked.items() if value}
