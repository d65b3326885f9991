"""The agreements a request rests on."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.arbitration.clauses.checking import LONGEST
from legal.arbitration.forms.fields import DayField, WordsField
from legal.arbitration.forms.parts import PartForm
from legal.arbitration.models.agreement import LONGEST_CONTRACT, LONGEST_WORDS, MOST_ARBITRATORS
from legal.matters.kinds import Side
from legal.matters.models import Matter
from portal.lines import LineField


class AgreementForm(PartForm):
    """The agreement of one contract, and what the applicant reads in it."""

    named = ("produced",)

    contract = LineField(
        label=_("Contract"),
        help_text=_("As it is called and numbered, such as “Contract of sale No. 12”."),
        max_length=LONGEST_CONTRACT,
    )
    dated = DayField(label=_("Date of the contract"))
    clause = WordsField(
        label=_("The clause"),
        help_text=_("Paste the clause on disputes in its own words; saving checks it and refuses nothing."),
        rows=8,
        max_length=LONGEST,
        error_messages={
            "required": _("Paste the clause."),
            "max_length": _("The text has %(show_value)d characters; up to %(limit_value)d are taken. Shorten it."),
        },
    )
    seat = LineField(
        label=_("Seat of arbitration"),
        help_text=_("As the agreement has it; empty where it says nothing."),
        max_length=LONGEST_WORDS,
        required=False,
    )
    language = LineField(label=_("Language of the proceedings"), max_length=LONGEST_WORDS, required=False)
    arbitrators = forms.IntegerField(
        label=_("Number of arbitrators"),
        min_value=1,
        max_value=MOST_ARBITRATORS,
        required=False,
        widget=forms.NumberInput({"class": "w-short"}),
    )
    rules = LineField(
        label=_("Rules the parties agreed on"),
        help_text=_("Empty where they agreed on none of their own."),
        max_length=LONGEST_WORDS,
        required=False,
    )
    produced = forms.CharField(
        label=_("Exhibit with the contract"), help_text=_("Of those produced in this matter."), required=False
    )
    objects_online = forms.BooleanField(
        label=_("We object to this arbitration being conducted online"),
        help_text=_(
            "Under Article 11 of the Arbitration Law in force since 1 March 2026 an arbitration may be conducted "
            "online unless a party expressly objects."
        ),
        required=False,
    )

    def __init__(self, data: Any = None, *, matter: Matter, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        rows = matter.produced.shown_to(Side.APPLICANT).with_exhibits()
        self.offer("produced", {str(one.number): one for one in rows}, _("None"))

    @classmethod
    def said(cls, part: Any) -> dict[str, Any]:
        return super().said(part) | {"produced": part.produced.number if part.produced else ""}
