"""What a reader may say in the address of a page of cases; what makes no sense is left out."""

import re
from typing import Any, Final

from django import forms

from legal.cases.directory import FACETS, ORDERS, Filters
from legal.laws.forms import CodesField
from portal.search.forms import PageField

# A law by its jurisdiction and slug, which is longer than other codes.
LAW: Final = re.compile(r"[a-z]{2,12}-[A-Za-z0-9-]{1,120}")
PLACE: Final = re.compile(r"[\w.-]{1,120}(?:/[\w.-]{1,120}){0,3}")
MOST_LAWS: Final = 10


class LawsField(forms.Field):
    """Laws ticked in a list, each once; whatever cannot be one is dropped."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(law for law in value or () if LAW.fullmatch(law)))[:MOST_LAWS]


class PlaceField(forms.Field):
    """A place in a law as its address has it; nothing where it cannot be one."""

    def to_python(self, value: Any) -> tuple[str, ...]:
        return (value,) if value and PLACE.fullmatch(str(value)) else ()


class DirectoryForm(forms.Form):
    """The filters, the order and the page of the directory; `place` is an article of the one law ticked."""

    jurisdiction = CodesField(required=False)
    level = CodesField(required=False)
    topic = CodesField(required=False)
    year = CodesField(required=False)
    law = LawsField(required=False)
    place = PlaceField(required=False)
    order = forms.ChoiceField(choices=[(name, name) for name in ORDERS], required=False)
    page = PageField(required=False)

    def filters(self) -> Filters:
        """The filters as given; call it after `is_valid`."""
        given = {facet: self.cleaned_data[facet] for facet in FACETS}
        if len(given["law"]) != 1:
            given["place"] = ()
        return Filters(**given, order=self.cleaned_data.get("order") or ORDERS[0])


class ReadingForm(forms.Form):
    """Which other languages stand beside the reader's."""

    beside = CodesField(required=False)

    def add_prefix(self, field_name: str) -> str:
        # `with` is a word of Python, and the word of the addresses.
        return "with" if field_name == "beside" else super().add_prefix(field_name)

    def languages(self) -> tuple[str, ...]:
        """The languages asked for, in their order."""
        return self.cleaned_data["beside"] if self.is_valid() else ()
