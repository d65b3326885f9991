"""What staff type to decide: whether there is a conflict, why something is decided, who decides instead."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from legal.matters.models import Matter
from portal.accounts.models import User
from portal.lines import ParagraphsField

LONGEST_REASON: Final = 2000


class DeclarationForm(forms.Form):
    """Whether there is a conflict of interest."""

    conflict = forms.ChoiceField(choices=[("no", ""), ("yes", "")])


class ReasonForm(forms.Form):
    """Why something is decided; asked for where the move wants one."""

    reason = ParagraphsField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=UnfoldAdminTextareaWidget({"rows": 4}),
        help_text=_("Those who act for the enterprise read it."),
    )

    def __init__(self, data: Any = None, *, reasoned: bool) -> None:
        super().__init__(data)
        if not reasoned:
            del self.fields["reason"]


class HandOverForm(forms.Form):
    """A colleague who may decide as well."""

    def __init__(self, data: Any = None, *, matter: Matter, but: User) -> None:
        super().__init__(data)
        colleagues = User.objects.with_right(matter.proceeding.permission).exclude(pk=but.pk).order_by("email")
        self.fields["to"] = forms.ModelChoiceField(colleagues, label=_("Colleague"), widget=UnfoldAdminSelectWidget)
