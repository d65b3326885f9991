"""What the officer records of what came of a notarization."""

import datetime
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.exhibits.forms.fields import DayField, LanguagesForm
from legal.exhibits.models.choices import CERTIFIED as LEGALIZED
from legal.exhibits.papers import EXHIBIT
from legal.notarization.kinds import Ground, Identity
from legal.notarization.models.certificate import LONGEST_NUMBER
from legal.notarization.models.particulars import LONGEST_NAME
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField, ParagraphsField

LONGEST_REASON: Final = 2000


class RefuseForm(forms.Form):
    """On which ground of the law an office refuses."""

    use_required_attribute = False

    ground = forms.ChoiceField(label=_("Ground of refusal (Article 31)"), choices=Ground, widget=forms.RadioSelect)
    reason = ParagraphsField(
        label=_("What is told to the applicant"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 5}),
    )


class IssueForm(PaperForm, LanguagesForm):
    """The certificate as the office issued it."""

    use_required_attribute = False

    number = LineField(label=_("Number of the certificate"), max_length=LONGEST_NUMBER)
    issued_on = DayField(label=_("Day of the certificate"))
    name = LineField(
        label=_("Name in the list of exhibits"),
        help_text=_("As the enterprise will find it there, with the number of the certificate."),
        max_length=LONGEST_NAME,
    )
    paper = PaperField(EXHIBIT.slug, label=_("Scanned certificate"))

    field_order = ("number", "issued_on", "name", "paper", "language", "second_language")


class AfterwardsForm(forms.Form):
    """What happened to a certificate, on a day that is not before its own, nor in the future."""

    use_required_attribute = False
    dated: str

    def __init__(self, data: Any = None, *, issued_on: datetime.date) -> None:
        super().__init__(data)
        self.issued_on = issued_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get(self.dated)
        if day and not self.issued_on <= day <= timezone.localdate():
            self.add_error(self.dated, _("This day is before the certificate, or in the future."))
        return cleaned


class ApostilleForm(AfterwardsForm):
    """The apostille or legalization that the certificate bears now."""

    dated = "day"

    kind = forms.ChoiceField(
        label=_("What it bears"),
        choices=[(one.value, one.label) for one in LEGALIZED],
        widget=forms.RadioSelect,
    )
    number = LineField(label=_("Number of the apostille or legalization"), max_length=LONGEST_NUMBER)
    day = DayField(label=_("Day of the apostille or legalization"))


class DeliverForm(AfterwardsForm):
    """To whom the certificate was handed over."""

    dated = "collected_on"

    collected_by = LineField(label=_("Handed to"), max_length=LONGEST_NAME)
    identity = forms.ChoiceField(
        label=_("Identity paper shown"),
        help_text=_("Which paper it was. Do not write down its number anywhere."),
        choices=Identity,
        widget=forms.RadioSelect,
    )
    collected_on = DayField(label=_("Handed over on"))
