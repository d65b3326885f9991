"""What moderators type when they decide."""

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminTextareaWidget

from legal.lawyers.checklist import YEARLY, Check


class ChecksForm(forms.Form):
    """The checklist of a licence."""

    checks = forms.MultipleChoiceField(
        label=_("Checklist"),
        choices=Check,
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text=YEARLY,
    )


class AcceptForm(forms.Form):
    """The mark of what was shown."""

    seen_mark = forms.CharField(max_length=64, widget=forms.HiddenInput)


class AcceptWithLicenceForm(ChecksForm, AcceptForm):
    """The same, and the checklist of the licence that is verified with it."""


class ReasonForm(forms.Form):
    """A reason, which the lawyer or the firm reads."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        help_text=_("Whoever keeps or claims the profile reads it."),
    )
