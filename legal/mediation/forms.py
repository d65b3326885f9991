"""What both sides type: the dispute, agreement to mediate, times, the confirmation of a settlement."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from legal.clocks.forms import LATEST
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter
from legal.matters.models.matter import WRITTEN_IN
from legal.mediation.enterprises import enterprises_of
from legal.mediation.models import Dispute, Way
from legal.mediation.models.dispute import LONGEST_TEXT, LONGEST_WISHES
from legal.mediation.models.refusal import LONGEST_REASON
from legal.mediation.models.session import HOURS, LONGEST_PLACE
from legal.serving.models import Participant
from portal.lines import LineField, ParagraphsField

SHORT: Final = {"class": "w-short"}
# Further away it is a slip, and after the year 9999 no session would end.
BEGINS_BY: Final = datetime.datetime.combine(LATEST, datetime.time(), datetime.UTC)
FACTS: Final = ("about", "sought", "amount", "currency", "held_in", "way", "wishes")


class CurrencyField(LineField):
    """A currency by its three letters (ISO 4217), in any case."""

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value)).upper()
        if typed and not (len(typed) == 3 and typed.isascii() and typed.isalpha()):
            raise ValidationError(
                gettext("Give the currency by its three letters, as CNY, KZT or USD."), code="currency"
            )
        return typed


class DisputeForm(VersionedForm):
    """What the dispute is about, and how the mediation is wished."""

    about = ParagraphsField(
        label=_("What the dispute is about"),
        help_text=_("What was agreed, what happened, where you differ. The other side reads it once it is invited."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Write what the dispute is about.")},
    )
    sought = ParagraphsField(
        label=_("What you seek"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write what you seek.")},
    )
    amount = forms.DecimalField(
        label=_("Amount in dispute"),
        help_text=_("Where it is about money."),
        min_value=Decimal("0.01"),
        max_digits=18,
        decimal_places=2,
        required=False,
        widget=forms.NumberInput({"step": "0.01", **SHORT}),
    )
    currency = CurrencyField(
        label=_("Currency"),
        help_text=_("Three letters, as CNY, KZT or USD."),
        max_length=3,
        required=False,
        widget=forms.TextInput(SHORT),
    )
    held_in = forms.ChoiceField(label=_("Language of the mediation"), choices=WRITTEN_IN, widget=forms.Select(SHORT))
    way = forms.ChoiceField(
        label=pgettext_lazy("of a mediation", "How it is held"), choices=Way, widget=forms.RadioSelect
    )
    wishes = ParagraphsField(
        label=_("Wishes for the mediator"),
        help_text=_("Languages, knowledge of a trade; staff name the mediator."),
        max_length=LONGEST_WISHES,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        amount, currency = cleaned.get("amount"), cleaned.get("currency")
        if amount is not None and currency == "":
            self.add_error("currency", gettext("An amount is in some currency."))
        if currency and amount is None and "amount" not in self.errors:
            self.add_error("amount", gettext("Give the amount, or no currency."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FACTS}


def described(matter: Matter) -> Mapping[str, Any]:
    """What a `DisputeForm` says of a matter as it is saved."""
    dispute = Dispute.objects.filter(matter=matter).first()
    if dispute is None:
        return {"held_in": get_language(), "way": Way.EITHER}
    return {name: getattr(dispute, name) for name in FACTS}


class AgreeForm(forms.Form):
    """Agreement to mediate, to the version of the text that was shown."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=32_767)
    agreed = forms.BooleanField(
        label=_("We agree to this"),
        error_messages={"required": _("Tick the box if you agree; nobody has to mediate.")},
    )


class ReasonForm(forms.Form):
    """Why somebody declines or leaves; nobody has to say."""

    use_required_attribute = False

    reason = ParagraphsField(
        label=_("Reason, if you wish to give one"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class TimeForm(forms.Form):
    """A time for a session, by the clocks of whoever proposes it."""

    use_required_attribute = False

    starts = forms.DateTimeField(
        label=pgettext_lazy("of a session", "Begins"),
        help_text=_("By your own clocks: the time zone of your account."),
        widget=forms.DateTimeInput({"type": "datetime-local", **SHORT}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        error_messages={"required": _("Say when the session is to begin.")},
        validators=[MaxValueValidator(BEGINS_BY)],
    )
    hours = forms.TypedChoiceField(
        label=_("Hours it may take"), coerce=int, choices=[(one, one) for one in HOURS], widget=forms.Select(SHORT)
    )
    place = LineField(label=_("Room, or address of the video meeting"), max_length=LONGEST_PLACE, required=False)


class SessionForm(forms.Form):
    """Which session is meant."""

    session = forms.IntegerField(min_value=1, max_value=2**63 - 1)


class ConfirmForm(forms.Form):
    """Confirmation of the very text that was shown: it is named by its sum."""

    use_required_attribute = False

    sha256 = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    confirmed = forms.BooleanField(
        label=_("We have read this text word by word, and confirm it as our settlement"),
        error_messages={"required": _("Tick the box to confirm the text.")},
    )


class DeclineForm(forms.Form):
    """Why the very text that was shown is declined."""

    prefix = "decline"
    use_required_attribute = False

    sha256 = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    reason = ParagraphsField(
        label=_("Why you decline this text"),
        help_text=_("The other side and the staff who hold the file read it. It stays within the mediation."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Say why, so that another text can be found.")},
    )


class AwardForm(forms.Form):
    """For which of their enterprises somebody of the other side asks for an award."""

    use_required_attribute = False

    enterprise: forms.ModelChoiceField[Enterprise] = forms.ModelChoiceField(
        Enterprise.objects.none(),
        to_field_name="key",
        label=_("The enterprise that is your side of the settlement"),
        help_text=_("The request is filed in its name, and its people read it."),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the enterprise."),
            "invalid_choice": _("Choose an enterprise that is your side of the settlement."),
        },
    )

    def __init__(self, data: Any = None, *, seat: Participant) -> None:
        super().__init__(data)
        field: Any = self.fields["enterprise"]
        field.queryset = enterprises_of(seat)
        mine = list(field.queryset[:2])
        if len(mine) == 1:
            field.initial = mine[0].key
