"""The entrustment letter."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.appraisal.actions.saying import earlier
from legal.appraisal.completeness import of
from legal.appraisal.forms.fields import choice, line, text
from legal.appraisal.kinds import Branch, Delivery, Disposal, Entruster, Round
from legal.appraisal.sources import CLASSES, WHO_ENTRUSTS
from legal.exhibits.forms.fields import DayField
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter

OWN: Final = (
    *("branch", "entruster", "body", "case_number", "institution", "subject", "purpose", "requirement", "questions"),
    *("wanted_by", "round", "parent", "facts", "disposal", "fees", "recusal", "delivery", "address"),
)


class EntrustmentForm(VersionedForm):
    """The fields of the letter."""

    branch = choice(_("Class of the appraisal"), Branch, CLASSES)
    entruster = choice(_("Who entrusts it"), Entruster, WHO_ENTRUSTS)
    body = line(_("Entrusting body or parties"), _("The court, the tribunal, or the parties that entrust it together."))
    case_number = line(_("Number of the case"), _("Where a court or tribunal has it already."))
    institution = line(
        _("Appraisal institution you want"), _("It must be licensed for this class, and decides itself.")
    )
    subject = line(_("What is to be appraised"), _("In one line, such as “The seal on the contract of 3 March 2026”."))
    purpose = line(_("What the opinion is for"))
    requirement = text(_("What you require of the appraisal"), _("Such as a method or a standard."), rows=3)
    questions = text(_("Questions to the appraisers"), _("One on each line, such as “Was page 2 put in later?”."))
    wanted_by = DayField(
        label=_("By when you need it"),
        help_text=_("A wish: the time is agreed on in the letter, or follows from the rules of the institution."),
        required=False,
    )
    round = forms.ChoiceField(label=_("First or again"), choices=Round, widget=forms.RadioSelect)
    parent: "forms.ModelChoiceField[Matter]" = forms.ModelChoiceField(
        Matter.objects.none(),
        label=_("Earlier appraisal in the portal"),
        required=False,
        empty_label=pgettext_lazy("earlier appraisal", "None"),
        to_field_name="key",
    )
    facts = text(_("Facts of the case"), _("What happened, in short."))
    disposal = choice(_("What becomes of the materials afterwards"), Disposal)
    fees = line(_("Who bears the fee, and how"), _("The institution tells the amount."))
    appearance = forms.ChoiceField(
        label=_("Appraisers in court"),
        choices=[
            ("no", pgettext_lazy("appraisers in court", "They need not appear, as far as is known")),
            ("yes", pgettext_lazy("appraisers in court", "They are to appear and to be questioned; that costs extra")),
        ],
        widget=forms.RadioSelect,
    )
    recusal = line(_("Who should not appraise, and why"), _("Only where you know of a reason."))
    delivery = choice(_("How the opinion is handed over"), Delivery)
    address = line(_("Address for the courier"), _("Only where it is sent."))

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        if matter is not None:
            field: Any = self.fields["parent"]
            field.queryset = earlier(matter)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("address") and cleaned.get("delivery") != Delivery.COURIER:
            self.add_error("address", _("An address is for a courier."))
        if cleaned.get("parent") and cleaned.get("round") == Round.FIRST:
            self.add_error("parent", _("A first appraisal follows no other one."))
        return cleaned

    @property
    def facts_said(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {name: given[name] for name in OWN} | {"appearance": given["appearance"] == "yes"}


def said_of(matter: Matter) -> dict[str, Any]:
    """What an `EntrustmentForm` says of a matter as it is saved."""
    said = of(matter)
    return {name: getattr(said, name) for name in OWN} | {
        "parent": said.parent.key if said.parent else "",
        "appearance": "yes" if said.appearance else "no",
        "wanted_by": said.wanted_by.isoformat() if said.wanted_by else "",
    }
