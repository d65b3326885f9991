"""What staff type about fees."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from unfold.widgets import (
    UnfoldAdminDateWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanWidget,
)

from legal.fees.actions.issuing import Line
from legal.fees.currencies import LARGEST
from legal.fees.forms import CENT
from legal.fees.models import FeeNotice, Payee, ReliefKind
from legal.fees.models.line import LONGEST_WORDS
from legal.fees.models.payment import LONGEST_REASON, LONGEST_REFERENCE
from legal.fees.states import State
from legal.matters.models import Matter, Party
from legal.rules.amounts import AmountField
from legal.rules.names import Names
from portal.languages import LANGUAGES
from portal.lines import LineField, ParagraphsField

MOST_LINES: Final = 4


def sum_field(**named: Any) -> AmountField:
    """A field of the console for an amount of money."""
    widget = UnfoldAdminTextInputWidget({"inputmode": "decimal"})
    return AmountField(min_value=CENT, max_value=LARGEST, decimal_places=2, widget=widget, **named)


def day_field(**named: Any) -> forms.DateField:
    """A field of the console for a day."""
    return forms.DateField(widget=UnfoldAdminDateWidget({"type": "date"}, format="%Y-%m-%d"), **named)


def reference_field(**named: Any) -> LineField:
    """A field of the console for what the bank calls a transfer."""
    return LineField(
        label=gettext_lazy("Reference of the bank"),
        max_length=LONGEST_REFERENCE,
        widget=UnfoldAdminTextInputWidget,
        **named,
    )


class ReasonForm(forms.Form):
    """Why something is not accepted, or cancelled."""

    reason = ParagraphsField(
        label=gettext_lazy("Reason, in a language those concerned read"),
        max_length=LONGEST_REASON,
        widget=UnfoldAdminTextareaWidget,
    )


class PaymentForm(forms.Form):
    """What the bank shows as received."""

    amount = sum_field(label=gettext_lazy("Amount that was received"))
    received_on = day_field(label=gettext_lazy("Day on which it was received"), initial=timezone.localdate)
    reference = reference_field()


class TransferForm(forms.Form):
    """What the bank shows as given back."""

    on = day_field(label=gettext_lazy("Day of the transfer"), initial=timezone.localdate)
    reference = reference_field()


class ReliefForm(ReasonForm):
    """What is to be waived or given back, and why."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is proposed"), choices=ReliefKind.choices, widget=UnfoldAdminSelectWidget
    )
    amount = sum_field(label=gettext_lazy("Amount"))
    field_order = ["kind", "amount", "reason"]


class PeriodForm(forms.Form):
    """From which day to which; empty is all of it."""

    first = day_field(label=gettext_lazy("From"), required=False)
    last = day_field(label=pgettext_lazy("last day of a span", "Until"), required=False)


class IssueForm(forms.Form):
    """A notice: who owes it, to which account, by when, and its lines in the languages they are written in."""

    party = forms.ChoiceField(label=gettext_lazy("To be paid by"), widget=UnfoldAdminSelectWidget)
    payee = forms.ModelChoiceField(
        Payee.objects.in_use(), label=gettext_lazy("To which account"), widget=UnfoldAdminSelectWidget
    )
    due_on = day_field(
        label=gettext_lazy("Due on"),
        help_text=gettext_lazy("Empty where no confirmed rule gives a term: the notice says “as notified”."),
        required=False,
    )

    def __init__(self, data: Any = None, *, matter: Matter, has_estimate: bool) -> None:
        super().__init__(data)
        self.parties: dict[str, Party] = {str(party.position): party for party in matter.parties.all()}
        owing = forms.ChoiceField(
            label=_("To be paid by"),
            choices=[(place, f"{party} ({party.get_side_display()})") for place, party in self.parties.items()],
            widget=UnfoldAdminSelectWidget,
        )
        self.fields["party"] = owing
        if has_estimate:
            self.fields["estimated"] = forms.BooleanField(
                label=_("Take the lines of the estimate"),
                required=False,
                # It is asked for once, and of the applicant: a later notice has lines of its own.
                initial=not matter.fee_notices.exclude(state=State.CANCELLED).exists(),
                widget=UnfoldBooleanWidget,
            )
        for place in range(1, MOST_LINES + 1):
            for language in LANGUAGES:
                self.fields[f"{language.text}_{place}"] = LineField(
                    label=_("Line %(number)s in %(language)s") % {"number": place, "language": language.name},
                    max_length=LONGEST_WORDS,
                    required=False,
                    widget=UnfoldAdminTextInputWidget,
                )
            self.fields[f"amount_{place}"] = sum_field(
                label=_("Amount of line %(number)s") % {"number": place}, required=False
            )

    def clean_party(self) -> Party:
        return self.parties[self.cleaned_data["party"]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for place in range(1, MOST_LINES + 1):
            words, amount = self._line(cleaned, place)
            if amount and not words.any():
                self.add_error(f"zh_{place}", _("Say what this amount is for, in one language at least."))
            if words.any() and not amount and f"amount_{place}" not in self.errors:
                self.add_error(f"amount_{place}", _("Give the amount of this line."))
        return cleaned

    @property
    def typed(self) -> list[Line]:
        """The lines that were typed; call it after `is_valid`."""
        return list(self._typed())

    def _typed(self) -> Iterator[Line]:
        for place in range(1, MOST_LINES + 1):
            words, amount = self._line(self.cleaned_data, place)
            if amount:
                yield Line(words, amount)

    def _line(self, cleaned: dict[str, Any], place: int) -> tuple[Names, Decimal | None]:
        words = Names(**{language.text: cleaned.get(f"{language.text}_{place}") or "" for language in LANGUAGES})
        return words, cleaned.get(f"amount_{place}")


def payment_form(notice: FeeNotice, data: Any = None, *, prefix: str = "") -> PaymentForm:
    """The form of a confirmation, with what is open as the amount to begin with."""
    return PaymentForm(data, initial={"amount": notice.open or None}, prefix=prefix or None)
