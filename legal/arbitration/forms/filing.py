"""What a request says once: facts and reasons, with whom and on which procedure, where it is answered."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration import houses
from legal.arbitration.forms.fields import WordsField
from legal.arbitration.kinds import CaseKind, Ground, Procedure
from legal.arbitration.models.filing import LONGEST_FACTS
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter
from legal.rules.models import Institution

LONGEST_WHY = 3000


class StoryForm(VersionedForm):
    """What happened, and why the claims follow from it."""

    facts = WordsField(
        label=pgettext_lazy("of a dispute", "Facts"),
        help_text=_("What was agreed, what happened and when, in the order of time, with the numbers of the exhibits."),
        rows=14,
        max_length=LONGEST_FACTS,
        required=False,
    )
    reasons = WordsField(
        label=_("Reasons"),
        help_text=_("Why each claim follows from the facts. Articles and cases are named in the next step."),
        rows=10,
        max_length=LONGEST_FACTS,
        required=False,
    )


class ProcedureForm(VersionedForm):
    """With which institution, what kind of case, on which procedure and why."""

    institution = forms.ChoiceField(label=pgettext_lazy("that arbitrates", "Institution"), required=False)
    case_kind = forms.ChoiceField(label=_("Kind of case"), choices=CaseKind, required=False, widget=forms.RadioSelect)
    procedure = forms.ChoiceField(label=_("Procedure"), choices=Procedure, required=False, widget=forms.RadioSelect)
    ground = forms.ChoiceField(label=_("Why this procedure"), choices=Ground, required=False, widget=forms.RadioSelect)
    why = WordsField(
        label=_("What the institution has to know of it"),
        help_text=_("Such as where the parties consented, and when. Nobody has to write anything here."),
        rows=4,
        max_length=LONGEST_WHY,
        required=False,
    )

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        self.institutions = {one.slug: one for one in houses.taking_filings()}
        super().__init__(data, matter=matter, saved=saved)
        self.fields["institution"] = forms.ChoiceField(
            label=pgettext_lazy("that arbitrates", "Institution"),
            choices=[("", _("Not chosen yet")), *((slug, str(one)) for slug, one in self.institutions.items())],
            required=False,
        )
        self.order_fields(["institution"])

    def clean_institution(self) -> Institution | None:
        return self.institutions.get(self.cleaned_data["institution"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("procedure") and not given.get("ground") and "ground" not in self.errors:
            self.add_error("ground", _("Say why the case goes on this procedure."))
        if given.get("ground") and not given.get("procedure") and "procedure" not in self.errors:
            self.add_error("procedure", _("Choose the procedure."))
        return given


class ServiceForm(VersionedForm):
    """At which confirmed address of an account what is sent electronically reaches the applicant."""

    address = forms.ChoiceField(
        label=_("Electronic address for service"),
        help_text=_("An address of your account that you have confirmed. Another one is added and confirmed there."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an address.")},
    )
    agreed = forms.BooleanField(
        label=_("I confirm that what is served in this arbitration reaches us at this address."),
        error_messages={"required": _("Confirm the address.")},
    )

    def __init__(
        self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any], addresses: Sequence[str]
    ) -> None:
        super().__init__(data, matter=matter, saved=saved)
        self.fields["address"] = forms.ChoiceField(
            label=_("Electronic address for service"),
            help_text=self.fields["address"].help_text,
            choices=[(one, one) for one in addresses],
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose an address.")},
        )
        self.order_fields(["address", "agreed"])

    def differing(self, saved: Mapping[str, Any]) -> Any:
        yield from ((str(self.fields["address"].label), str(saved["address"])),) if saved["address"] else ()
