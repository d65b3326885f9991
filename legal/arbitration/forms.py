"""What is typed into the tools for arbitration: a clause, the facts of one, an amount in dispute."""

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.clauses.checking import LONGEST
from legal.arbitration.clauses.making import Facts
from legal.arbitration.clauses.places import INSTITUTIONS, LAWS, SEATS, TONGUES, InThree
from legal.arbitration.spoken import choices
from legal.rules.amounts import AmountField
from legal.rules.fees import convert
from portal.lines import LineField

LONGEST_TALKS: Final = 365
# A clause is made for a contract; its law is spoken of as the law of a country.
LAW_OF: Final = {
    key: InThree(f"{name.zh}法律", f"The law of {name.en}", f"Право {name.ru}") for key, name in LAWS.items()
}
RMB: Final = "CNY"
# Larger amounts are a slip of the keyboard; so is a rate beyond these.
LARGEST: Final = Decimal(10) ** 12
LARGEST_RATE: Final = Decimal(1000)


class ClauseForm(forms.Form):
    """A clause to be checked."""

    use_required_attribute = False

    text = forms.CharField(
        label=_("The clause"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 10, "autocomplete": "off", "maxlength": False}),
        help_text=_("Paste the clause on disputes, in Chinese, English or Russian, or in several languages at once."),
        error_messages={
            "required": _("Paste the clause."),
            "max_length": _(
                "The text has %(show_value)d characters; the check reads up to %(limit_value)d. Paste the clause "
                "on disputes alone."
            ),
        },
    )


class FactsForm(forms.Form):
    """What a clause is to say."""

    use_required_attribute = False

    institution = forms.ChoiceField(
        label=pgettext_lazy("that arbitrates", "Institution"), choices=choices(INSTITUTIONS)
    )
    seat = forms.ChoiceField(
        label=_("Seat of arbitration"),
        choices=choices(SEATS),
        help_text=_("A city, never a country alone. It decides which law governs the arbitration."),
    )
    tongue = forms.ChoiceField(label=_("Language of the proceedings"), choices=choices(TONGUES))
    arbitrators = forms.TypedChoiceField(
        label=_("Number of arbitrators"),
        coerce=int,
        choices=[
            (3, pgettext_lazy("number of arbitrators", "Three")),
            (1, pgettext_lazy("number of arbitrators", "One")),
        ],
    )
    law = forms.ChoiceField(label=_("Law of the clause"), choices=choices(LAW_OF))
    contract_law = forms.ChoiceField(
        label=_("Law of the contract"),
        required=False,
        choices=lambda: [("", _("The contract says it elsewhere")), *choices(LAW_OF)()],
    )
    negotiation = forms.BooleanField(label=_("The parties negotiate first"), required=False)
    mediation = forms.BooleanField(label=_("The parties try mediation first"), required=False)
    days = forms.IntegerField(
        label=_("Days for negotiation or mediation"),
        required=False,
        min_value=1,
        max_value=LONGEST_TALKS,
        widget=forms.NumberInput({"class": "w-short"}),
        help_text=_("After so many days either party may go on to arbitration."),
    )
    appeal = forms.BooleanField(
        label=_("The award may be appealed against (optional appellate arbitration)"),
        required=False,
        help_text=_("Only where the law of the seat does not forbid it: ask SCIA before you agree to it."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        talks = given.get("negotiation") or given.get("mediation")
        if talks and given.get("days") is None and "days" not in self.errors:
            self.add_error("days", _("Give the number of days."))
        return given

    def facts(self) -> Facts:
        """What was chosen; call it after `is_valid`."""
        return Facts(**{**self.cleaned_data, "days": self.cleaned_data["days"] or 0})


class CaseKind(models.TextChoices):
    """What decides which fee table holds, by the slug of the table."""

    INTERNATIONAL = "scia-international", _("International, foreign-related, or related to Hong Kong, Macao or Taiwan")
    DOMESTIC = "scia-domestic-acceptance", _("Mainland")


class FeeForm(forms.Form):
    """An amount in dispute; for another currency than RMB the rate too, with its day and its source."""

    use_required_attribute = False

    kind = forms.ChoiceField(label=_("Kind of case"), choices=CaseKind.choices, widget=forms.RadioSelect)
    amount = AmountField(
        label=_("Amount claimed"),
        min_value=Decimal("0.01"),
        max_value=LARGEST,
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "class": "w-short"}),
        error_messages={"required": _("Give the amount claimed.")},
    )
    counterclaim = AmountField(
        label=_("Amount of a counterclaim"),
        required=False,
        min_value=Decimal("0.01"),
        max_value=LARGEST,
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "class": "w-short"}),
        help_text=_("In the same currency. Leave it empty if there is none."),
    )
    currency = forms.CharField(
        label=_("Currency"),
        max_length=3,
        initial=RMB,
        help_text=_("Three letters, such as CNY, USD, KZT."),
        validators=[RegexValidator(r"^[A-Za-z]{3}\Z", _("Give the three letters of the currency."))],
        widget=forms.TextInput({"class": "w-short"}),
        error_messages={"required": _("Give the three letters of the currency.")},
    )
    rate = AmountField(
        label=_("RMB for one unit of the currency"),
        required=False,
        min_value=Decimal("0.000001"),
        max_value=LARGEST_RATE,
        decimal_places=8,
        widget=forms.TextInput({"inputmode": "decimal", "class": "w-short"}),
        help_text=_("Only for another currency than RMB. The portal supplies no rates."),
    )
    rate_on = forms.DateField(
        label=_("Day of the rate"),
        required=False,
        widget=forms.DateInput({"type": "date", "class": "w-short"}, "%Y-%m-%d"),
    )
    rate_source = LineField(label=_("Source of the rate"), required=False, max_length=200)

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).upper()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("currency", RMB) == RMB:
            return {**given, "rate": None}
        for name in ("rate", "rate_on", "rate_source"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Another currency needs the rate, its day and its source."))
        for name in ("amount", "counterclaim"):
            if given.get(name) and given.get("rate") and not convert(given[name], given["rate"]):
                self.add_error(name, _("At this rate the amount is less than half a fen."))
        return given
