"""The parts of a request of which there can be several: agreements, claims, measures, what is relied on."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.numbers import countries
from legal.arbitration.clauses.checking import LONGEST
from legal.arbitration.forms.fields import DayField, WordsField
from legal.arbitration.forms.tools import LARGEST, LARGEST_RATE
from legal.arbitration.kinds import WITHOUT_AMOUNT, ClaimKind
from legal.arbitration.models import Agreement
from legal.arbitration.models.agreement import LONGEST_CONTRACT, LONGEST_WORDS, MOST_ARBITRATORS
from legal.arbitration.models.claim import LONGEST_SOURCE, RMB
from legal.arbitration.models.joinder import LONGEST_REASON
from legal.arbitration.models.reliance import LONGEST_POINT
from legal.lawyers.typed.keeping import WorkForm
from legal.matters.forms.versions import VersionedForm
from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.matters.models.party import LONGEST_NAME, PartyKind
from legal.rules.amounts import AmountField
from legal.rules.fees import convert
from portal.lines import LineField

LONGEST_CLAIM = 20_000
LONGEST_MEASURE = 5_000


class PartForm(VersionedForm):
    """One part; `said` is what it says of one that is saved, `typed` what is kept of it."""

    # The fields that name another row of the matter, by the attribute of this one.
    named: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        self.rows: dict[str, dict[str, Any]] = {name: {} for name in self.named}

    @classmethod
    def said(cls, part: Any) -> dict[str, Any]:
        return {name: getattr(part, name) for name in cls.base_fields if name != "version"}

    @property
    def typed(self) -> dict[str, Any]:
        """What is kept of the part; call it after `is_valid`."""
        found = {name: self.cleaned_data[name] for name in self.answered if name not in self.named}
        return found | {name: rows.get(self.cleaned_data[name]) for name, rows in self.rows.items()}

    def offer(self, name: str, rows: Mapping[str, Any], none: Any) -> None:
        """Let a row of the matter be chosen, by its number."""
        self.rows[name] = dict(rows)
        field = self.fields[name]
        self.fields[name] = forms.ChoiceField(
            label=field.label,
            help_text=field.help_text,
            choices=[("", none), *((number, str(row)) for number, row in rows.items())],
            required=False,
        )


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


class MeasureForm(PartForm):
    """An interim measure."""

    named = ("against",)

    what = WordsField(
        label=_("What is asked for"),
        help_text=_("What is to be ordered or preserved, where it is, and why it would come too late otherwise."),
        max_length=LONGEST_MEASURE,
    )
    against = forms.CharField(label=_("Against whom"), required=False)
    urgent = forms.BooleanField(label=_("It cannot wait"), required=False)

    def __init__(self, data: Any = None, *, matter: Matter, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        rows = matter.parties.exclude(side=Side.APPLICANT)
        self.offer("against", {str(one.position): one for one in rows}, _("Not said yet"))

    @classmethod
    def said(cls, part: Any) -> dict[str, Any]:
        return super().said(part) | {"against": part.against.position if part.against else ""}


class RelianceForm(WorkForm):
    """The article or case at an address of the portal, and what it is cited for."""

    use_required_attribute = False

    point = LineField(
        label=_("What it is cited for"),
        help_text=_("Such as “the buyer pays on the agreed day”. Nobody has to say."),
        max_length=LONGEST_POINT,
        required=False,
    )


class SearchForm(forms.Form):
    """Words of an article or a case that is looked for."""

    use_required_attribute = False

    q = LineField(
        label=_("Law and article, or case"),
        help_text=_("As you would cite it, such as “Civil Code 577”, or words of its title, or a docket number."),
        max_length=200,
        required=False,
    )


class JoinderForm(forms.Form):
    """Who shall become a party, on which side and why."""

    use_required_attribute = False

    side = forms.ChoiceField(label=_("Side"), choices=Side, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Who it is"), choices=PartyKind, widget=forms.RadioSelect)
    name = LineField(
        label=pgettext_lazy("of a party", "Name"),
        help_text=_("As it stands in the register or in a passport, in its own script, with the legal form."),
        max_length=LONGEST_NAME,
    )
    country = forms.ModelChoiceField(
        countries(),
        label=_("Country"),
        empty_label=_("Choose a country"),
        to_field_name="code",
        widget=forms.Select({"class": "w-short"}),
    )
    reasons = WordsField(label=_("Reasons"), max_length=LONGEST_REASON)
