"""Which exhibits are produced, and for whom."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.exhibits.models import Exhibit
from legal.matters.models import Audience, Matter


class ProduceForm(forms.Form):
    """Which exhibits of the enterprise are produced, and for whom."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, matter: Matter, exhibits: Sequence[Exhibit]) -> None:
        super().__init__(data)
        self.exhibits = {exhibit.key: exhibit for exhibit in exhibits}
        self.fields["exhibits"] = forms.MultipleChoiceField(
            label=_("Exhibits of the enterprise"),
            choices=[(key, f"{exhibit.number}. {exhibit.name}") for key, exhibit in self.exhibits.items()],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose an exhibit at least.")},
        )
        heard = matter.proceeding.tribunal
        self.fields["audience"] = forms.ChoiceField(
            label=_("Who is shown it"),
            help_text=_("What only the institution sees is shown to nobody else, on no page and in no file."),
            choices=[(one.value, one.label) for one in Audience if heard or one != Audience.TRIBUNAL],
            initial=Audience.EVERYONE,
            widget=forms.RadioSelect,
        )

    def clean_exhibits(self) -> list[Exhibit]:
        return [self.exhibits[key] for key in self.cleaned_data["exhibits"]]
