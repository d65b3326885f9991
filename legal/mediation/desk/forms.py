"""What officers type: who mediates, a time, the text of a settlement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from legal.mediation.forms import TimeForm
from legal.mediation.models import Mediator
from legal.mediation.models.settlement import LONGEST_SETTLEMENT
from portal.languages import LANGUAGES
from portal.lines import ParagraphsField


class MediatorForm(forms.Form):
    """Who mediates, of those who take mediations now."""

    use_required_attribute = False

    mediator: forms.ModelChoiceField[Mediator] = forms.ModelChoiceField(
        Mediator.objects.available(),
        label=pgettext_lazy("of a mediation", "Mediator"),
        help_text=_("Both sides are told, and see the name and what is said of the mediator."),
        empty_label=_("Choose a mediator"),
        widget=UnfoldAdminSelectWidget,
        error_messages={"required": _("Choose a mediator.")},
    )


class DeskTimeForm(TimeForm):
    """A time that the institution proposes, in the widgets of the console."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hours: Any = self.fields["hours"]
        hours.widget = UnfoldAdminSelectWidget(choices=hours.choices)
        self.fields["starts"].widget = UnfoldAdminTextInputWidget({"type": "datetime-local"})
        self.fields["place"].widget = UnfoldAdminTextInputWidget()


class SettlementForm(forms.Form):
    """The text of a settlement, in as many languages as the sides need."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, texts: dict[str, str]) -> None:
        super().__init__(data)
        for language in LANGUAGES:
            self.fields[language.code] = ParagraphsField(
                label=language.name,
                initial=texts.get(language.code, ""),
                max_length=LONGEST_SETTLEMENT,
                required=False,
                widget=UnfoldAdminTextareaWidget({"rows": 12, "lang": language.tag}),
            )
