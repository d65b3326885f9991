"""A template of a letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from legal.handling.models import Letter
from legal.matters.kinds import BY_SLUG, choices
from portal.languages import LANGUAGES


class TemplateForm(forms.ModelForm[Letter]):
    """A template of a letter: for which kind it is, and to which of its moves it belongs."""

    kind = forms.ChoiceField(label=_("Kind of proceeding"), required=False, widget=UnfoldAdminSelectWidget)
    move = forms.ChoiceField(label=_("Move"), required=False, widget=UnfoldAdminSelectWidget)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [("", _("Any"))]
        moves = {move.name: move.label for one in BY_SLUG.values() for move in one.machine.transitions}
        self.fields["kind"].choices = [*every, *choices()]  # type: ignore[attr-defined]  # it is a ChoiceField
        self.fields["move"].choices = [*every, *sorted(moves.items())]  # type: ignore[attr-defined]  # it is a ChoiceField
        for language in LANGUAGES:
            for name in (f"name_{language.column}", f"body_{language.column}"):
                if name in self.fields:
                    self.fields[name].required = True
