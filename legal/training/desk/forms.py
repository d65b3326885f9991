"""What staff type on the pages of sessions and certificates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget

from legal.training.models import Session


class ReasonForm(forms.Form):
    """Why something is cancelled or revoked."""

    reason = forms.CharField(
        label=_("Reason, in a language those concerned read"), max_length=500, widget=UnfoldAdminTextareaWidget
    )


class AttendanceForm(forms.Form):
    """Those of a session who attended."""

    def __init__(self, data: Any, *, session: Session) -> None:
        super().__init__(data)
        self.fields["attended"] = forms.ModelMultipleChoiceField(session.enrolments.seated(), required=False)


class CertifyForm(forms.Form):
    """One enrolment of a session, or none for all who attended."""

    def __init__(self, data: Any, *, session: Session) -> None:
        super().__init__(data)
        self.fields["enrolment"] = forms.ModelChoiceField(session.enrolments.seated(), required=False)
