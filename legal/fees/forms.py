"""What a payer types: what the paper of the bank says."""

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.fees.currencies import CHOICES, LARGEST
from legal.fees.models import FeeNotice
from legal.fees.models.payment import LONGEST_REFERENCE
from legal.fees.papers import PROOF
from legal.rules.amounts import AmountField
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField

CENT: Final = Decimal("0.01")


def sum_field(label: Any, **named: Any) -> AmountField:
    """A field for an amount of money."""
    given: dict[str, Any] = {
        "min_value": CENT,
        "max_value": LARGEST,
        "decimal_places": 2,
        "widget": forms.TextInput({"inputmode": "decimal", "class": "w-short"}),
    }
    return AmountField(label=label, **given | named)


class ProofForm(PaperForm):
    """A paper of a bank, and what it says."""

    use_required_attribute = False

    file = PaperField(
        PROOF.slug, label=_("Paper of your bank"), help_text=_("It has to show that the transfer was made.")
    )
    amount = sum_field(_("Amount that was transferred"))
    currency = forms.ChoiceField(label=_("Currency"), choices=CHOICES, widget=forms.Select({"class": "w-short"}))
    paid_on = forms.DateField(
        label=_("Day of the transfer"), widget=forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d")
    )
    reference = LineField(
        label=_("Reference of the transfer"),
        help_text=_("As your bank has it. You can leave it empty."),
        max_length=LONGEST_REFERENCE,
        required=False,
    )

    def __init__(self, *args: Any, notice: FeeNotice, **kwargs: Any) -> None:
        super().__init__(*args, initial={"amount": notice.open or None, "currency": notice.currency}, **kwargs)
