"""A row of a spreadsheet, read as what was typed in a form is."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enterprises.fields import telephone
from enterprises.models import Enterprise, Industry
from enterprises.models.enterprise import LONGEST_NAME
from enterprises.numbers import asked_of, countries, read
from portal.accounts.addresses import EmailField
from portal.lines import AddressField, LineField

NAMES: Final = ("name_zh", "name_en", "name_ru")


class Choices:
    """The rows a cell may name, read once for a whole spreadsheet."""

    def __init__(self) -> None:
        self.countries = {one.code: one for one in countries()}
        self.industries = {one.slug: one for one in Industry.objects.all()}


class RowForm(forms.Form):
    """One row; its fields are the columns of the spreadsheet."""

    country = forms.CharField(max_length=12)
    number_scheme = forms.CharField(max_length=20)
    number = forms.CharField(max_length=200)
    register_name = LineField(max_length=LONGEST_NAME)
    name_zh = LineField(max_length=LONGEST_NAME, required=False)
    name_en = LineField(max_length=LONGEST_NAME, required=False)
    name_ru = LineField(max_length=LONGEST_NAME, required=False)
    legal_form = LineField(max_length=120)
    industry = forms.CharField(max_length=50, required=False)
    in_zone = forms.ChoiceField(choices=Enterprise.InZone)
    representative = LineField(max_length=150)
    address = LineField(max_length=500)
    phone = LineField(max_length=40, required=False)
    email = EmailField(max_length=254)
    website = AddressField()
    owner_email = EmailField(max_length=254)

    def __init__(self, data: Any, *, choices: Choices) -> None:
        super().__init__(data)
        self.choices = choices

    def clean_country(self) -> Any:
        code = self.cleaned_data["country"].lower()
        if code not in self.choices.countries:
            raise ValidationError(_("There is no such country in the portal."), code="country")
        return self.choices.countries[code]

    def clean_industry(self) -> Any:
        slug = self.cleaned_data["industry"]
        if slug and slug not in self.choices.industries:
            raise ValidationError(_("There is no such industry."), code="industry")
        return self.choices.industries.get(slug)

    def clean_phone(self) -> str:
        return telephone(self.cleaned_data["phone"], str(self.data.get("country", "")).upper())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) for name in NAMES):
            self.add_error("name_zh", _("Give the name in one of the three languages at least."))
        if {"country", "number_scheme", "number"} <= set(cleaned):
            self._read_number(cleaned)
        return cleaned

    def _read_number(self, cleaned: dict[str, Any]) -> None:
        known = {asked.scheme for asked in asked_of(cleaned["country"].code)}
        if cleaned["number_scheme"] not in known:
            self.add_error("number_scheme", _("This country has no such kind of number."))
            return
        try:
            cleaned["number"] = read(cleaned["number_scheme"], cleaned["number"])
        except ValidationError as error:
            self.add_error("number", error)
