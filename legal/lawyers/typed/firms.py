"""Who belongs to a firm: invited, answering, removed, stepping down."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from legal.lawyers.models import FirmInvitation, FirmMember, Lawyer
from legal.lawyers.typed.works import LONGEST_ADDRESS, is_address


class AnswerForm(forms.Form):
    """An invitation one has got, and what is answered."""

    joins = forms.BooleanField(required=False)

    def __init__(self, *args: Any, lawyer: Lawyer) -> None:
        super().__init__(*args)
        self.fields["invitation"] = forms.ModelChoiceField(FirmInvitation.objects.filter(lawyer=lawyer))


class InviteForm(forms.Form):
    """A lawyer by the address of their page."""

    lawyer = forms.CharField(
        label=_("Address of the lawyer’s page in this portal"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Open the page of the lawyer and copy its address from the browser."),
    )

    def clean_lawyer(self) -> Lawyer:
        typed = self.cleaned_data["lawyer"]
        slug = urlsplit(typed).path.rstrip("/").rpartition("/")[2] if is_address(typed) else ""
        found: Lawyer | None = Lawyer.objects.published().filter(slug=slug).first()
        if found is None:
            raise ValidationError(_("There is no lawyer of this portal at this address."), code="unknown")
        return found


class OfFirmForm(forms.Form):
    """A lawyer, a member or an invitation of one's own firm, whichever is named."""

    def __init__(self, *args: Any, firm: Any) -> None:
        super().__init__(*args)
        self.fields["lawyer"] = forms.ModelChoiceField(Lawyer.objects.filter(firm=firm), required=False)
        self.fields["member"] = forms.ModelChoiceField(FirmMember.objects.filter(firm=firm), required=False)
        self.fields["invitation"] = forms.ModelChoiceField(FirmInvitation.objects.filter(firm=firm), required=False)


class StepDownForm(forms.Form):
    """That the last administrator knows what stepping down means."""

    handing_back = forms.BooleanField(required=False)
