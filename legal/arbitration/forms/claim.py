"""What is claimed, by the applicants and in turn."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.forms.fields import DayField, WordsField
from legal.arbitration.forms.parts import PartForm
from legal.arbitration.forms.tools import LARGEST, LARGEST_RATE
from legal.arbitration.kinds import WITHOUT_AMOUNT, ClaimKind
from legal.arbitration.models import Agreement
from legal.arbitration.models.claim import LONGEST_SOURCE, RMB
from legal.matters.models import Matter
from legal.rules.amounts import AmountField
from legal.rules.fees import convert
from portal.lines import LineField

LONGEST_CLAIM = 20_000


class DemandForm(PartForm):
    """What is claimed, whoever claims it."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("of a claim", "What is claimed"), choices=ClaimKind, widget=forms.RadioSelect
    )
    text = WordsField(
        label=_("The claim, as the award shall have it"),
        help_text=_("One claim, in full sentences: who shall do or pay what, for what and by when."),
        max_length=LONGEST_CLAIM,
    )
    amount = AmountField(
        label=_("Amount"),
        help_text=_("Of money; of interest and costs, where it can be told today."),
        required=False,
        min_value=Decimal("0.01"),
        max_value=LARGEST,
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "class": "w-short"}),
    )
    currency = forms.CharField(
        label=_("Currency"),
        help_text=_("Three letters, such as CNY, USD, KZT."),
        max_length=3,
        required=False,
        validators=[RegexValidator(r"^[A-Za-z]{3}\Z", _("Give the three letters of the currency."))],
        widget=forms.TextInput({"class": "w-short"}),
    )
    rate = AmountField(
        label=_("RMB for one unit of the currency"),
        help_text=_("Only for another currency than RMB. The portal supplies no rates."),
        required=False,
        min_value=Decimal("0.000001"),
        max_value=LARGEST_RATE,
        decimal_places=8,
        widget=forms.TextInput({"inputmode": "decimal", "class": "w-short"}),
    )
    rate_on = DayField(label=_("Day of the rate"))
    rate_source = LineField(label=_("Source of the rate"), required=False, max_length=LONGEST_SOURCE)
    interest = WordsField(
        label=_("How interest is reckoned"),
        help_text=_("In words and figures: the rate, from when and until when, on which clause or article it rests."),
        rows=3,
        max_length=LONGEST_CLAIM,
        required=False,
    )

    @classmethod
    def said(cls, part: Any) -> dict[str, Any]:
        rate = format(part.rate.normalize(), "f") if part.rate else None
        return super().said(part) | {"rate": rate}

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).upper()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        kind, amount = given.get("kind"), given.get("amount")
        if kind in WITHOUT_AMOUNT and amount:
            self.add_error("amount", _("A claim that is not for money has no amount: claim the money by itself."))
        if kind == ClaimKind.MONEY and amount is None and "amount" not in self.errors:
            self.add_error("amount", _("Give the amount."))
        if amount is None:
            return given | {"currency": "", "rate": None, "rate_on": None, "rate_source": ""}
        return self._in_a_currency(given, amount)

    def _in_a_currency(self, given: dict[str, Any], amount: Decimal) -> dict[str, Any]:
        """What is kept of an amount: of one in RMB without a rate."""
        currency = given.get("currency")
        if not currency and "currency" not in self.errors:
            self.add_error("currency", _("Give the three letters of the currency."))
        if not currency or currency == RMB:
            return given | {"rate": None, "rate_on": None, "rate_source": ""}
        for name in ("rate", "rate_on", "rate_source"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Another currency needs the rate, its day and its source."))
        if given.get("rate") and not convert(amount, given["rate"]):
            self.add_error("amount", _("At this rate the amount is less than half a fen."))
        return given


class ClaimForm(DemandForm):
    """One claim of the applicants."""

    named = ("agreement",)

    agreement = forms.CharField(
        label=_("Agreement it rests on"), help_text=_("Where there are several contracts."), required=False
    )

    def __init__(self, data: Any = None, *, matter: Matter, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        rows = Agreement.objects.filter(matter=matter)
        self.offer("agreement", {str(one.position): one for one in rows}, _("Not said yet"))

    @classmethod
    def said(cls, part: Any) -> dict[str, Any]:
        return super().said(part) | {"agreement": part.agreement.position if part.agreement else ""}


class CounterclaimForm(DemandForm):
    """One counterclaim, written upon the version of the answer it is filed with."""

    def __init__(
        self, data: Any = None, *, matter: Matter | None = None, saved: Mapping[str, Any], version: int = 0
    ) -> None:
        super().__init__(data, matter=matter, saved=saved)
        self.initial["version"] = version
