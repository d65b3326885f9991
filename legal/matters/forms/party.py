"""Who is concerned: a company or a person, of any country."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.fields import telephone
from enterprises.models.identifier import LONGEST_TYPED
from enterprises.numbers import Number, asked_of, countries, read
from legal.matters.forms.versions import VersionedForm
from legal.matters.kinds import Side
from legal.matters.models import Matter, Party, PartyKind
from legal.matters.models.matter import WRITTEN_IN
from legal.matters.models.party import LONGEST_ADDRESS, LONGEST_NAME
from portal.accounts.addresses import EmailField
from portal.lines import LineField
from portal.reference.models import Jurisdiction


class AbroadForm(forms.Form):
    """The other country, where an address names one; what is none is left out."""

    country: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        countries(), to_field_name="code", required=False
    )

    @property
    def code(self) -> str:
        found = self.cleaned_data.get("country") if self.is_valid() else None
        return found.code if found else ""


class PartyForm(VersionedForm):
    """Somebody who is concerned: a company or a person, of any country and in any script."""

    side = forms.ChoiceField(label=_("Side"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Who it is"), choices=PartyKind, widget=forms.RadioSelect)
    name = LineField(
        label=pgettext_lazy("of a party", "Name"),
        help_text=_("As it stands in the register or in a passport, in its own script, with the legal form."),
        max_length=LONGEST_NAME,
    )
    other_name = LineField(label=_("Name in another script"), max_length=LONGEST_NAME, required=False)
    country: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        countries(),
        label=_("Country"),
        help_text=_("Where a company is registered, or a person lives."),
        empty_label=_("Choose a country"),
        to_field_name="code",
        widget=forms.Select({"class": "w-short"}),
    )
    number = LineField(
        label=_("Number in the register"),
        help_text=_("Of a company, where you know it. The number of an identity document is not asked for."),
        max_length=LONGEST_TYPED,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "class": "w-short"}),
    )
    address = LineField(label=_("Address"), max_length=LONGEST_ADDRESS, required=False)
    email = EmailField(label=_("E-mail address"), max_length=254, required=False)
    phone = LineField(
        label=_("Telephone"),
        help_text=_("With the code of the country, as +86 998 or +7 727."),
        max_length=40,
        required=False,
        widget=forms.TextInput({"type": "tel", "class": "w-short"}),
    )
    language = forms.ChoiceField(
        label=_("Language to write to them in"),
        choices=[("", pgettext_lazy("left open", "Not known")), *WRITTEN_IN],
        required=False,
        widget=forms.Select({"class": "w-short"}),
    )

    def __init__(self, data: Any = None, *, matter: Matter, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        sides = [(side.value, side.label) for side in Side if side in matter.proceeding.sides]
        self.fields["side"] = forms.ChoiceField(label=_("Side"), choices=sides, widget=forms.RadioSelect)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        country = cleaned.get("country")
        self._check("phone", lambda typed: telephone(typed, country.code.upper() if country else ""))
        if cleaned.get("kind") == PartyKind.PERSON and cleaned.get("number"):
            self.add_error("number", _("The number of a person is not kept: leave it out."))
        elif country:
            self._check("number", lambda typed: number_of(country, typed) if typed else None)
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """What is kept of the party."""
        number: Number | None = self.cleaned_data["number"] or None
        kept = {name: self.cleaned_data[name] for name in self.answered if name != "number"}
        return kept | {
            "scheme": number.scheme if number else "",
            "number": number.value if number else "",
            "checked": number.checked if number else "",
        }

    def _check(self, name: str, reading: Any) -> None:
        """Read an answer that hangs together with the country."""
        try:
            self.cleaned_data[name] = reading(self.cleaned_data.get(name, ""))
        except ValidationError as error:
            self.add_error(name, error)


def said_of(party: Party) -> dict[str, Any]:
    """What a `PartyForm` says of a party as it is saved."""
    kept = ("side", "kind", "name", "other_name", "number", "address", "email", "phone", "language")
    return {name: getattr(party, name) for name in kept} | {"country": party.country.code}


def number_of(country: Jurisdiction, typed: str) -> Number:
    """A number as the first kind it can be in its country; a ValidationError of the kind that is asked for first."""
    refusals: list[ValidationError] = []
    for asked in asked_of(country.code):
        try:
            return read(asked.scheme, typed)
        except ValidationError as error:
            refusals.append(error)
    raise refusals[0]
