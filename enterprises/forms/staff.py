"""What officers type when they decide."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from enterprises.checklist import Check
from enterprises.forms.people import LETTERS_IN
from enterprises.models import Enterprise
from enterprises.numbers import asked_of
from enterprises.steps import FIELDS, NUMBER
from enterprises.telling import registrars
from portal.accounts.addresses import EmailField
from portal.accounts.models import User

LONGEST_REMARK: Final = 1000


class VerifyForm(forms.Form):
    """The checklist, and what was found, for staff alone."""

    checks = forms.MultipleChoiceField(
        label=_("Checklist"), choices=Check, widget=UnfoldAdminCheckboxSelectMultipleWidget, required=False
    )
    note = forms.CharField(
        label=_("Note for staff"),
        max_length=2000,
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        help_text=_("What was looked up and where. The enterprise does not read it."),
    )


class ReturnForm(forms.Form):
    """One line for each field there is something to say about."""

    def __init__(self, data: Any = None, *, enterprise: Enterprise) -> None:
        super().__init__(data)
        kinds = {f"{NUMBER}{asked.scheme}" for asked in asked_of(enterprise.country.code)}
        for name, (_step, label) in FIELDS.items():
            if not name.startswith(NUMBER) or name in kinds:
                self.fields[name] = forms.CharField(
                    label=label, required=False, max_length=LONGEST_REMARK, widget=UnfoldAdminTextInputWidget()
                )


class ReasonForm(forms.Form):
    """A reason, which the enterprise reads."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        help_text=_("The enterprise reads it."),
    )


class OwnerForm(forms.Form):
    """Whoever is to own an enterprise that nobody owns."""

    email = EmailField(
        label=_("E-mail address of the owner"), max_length=254, widget=UnfoldAdminTextInputWidget({"type": "email"})
    )
    language = forms.ChoiceField(label=_("Language of the letter"), choices=LETTERS_IN, widget=UnfoldAdminSelectWidget)


class HandOverForm(forms.Form):
    """A colleague who may decide as well."""

    def __init__(self, data: Any = None, *, but: User) -> None:
        super().__init__(data)
        colleagues = registrars().exclude(pk=but.pk)
        self.fields["to"] = forms.ModelChoiceField(colleagues, label=_("Colleague"), widget=UnfoldAdminSelectWidget)
