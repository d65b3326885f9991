"""What may stand in the address of a results page; what makes no sense is left out."""

import re
from typing import Any, Final

from django import forms

from portal.search.asking import clean
from portal.search.documents import FACETS
from portal.search.filters import STATUSES, Filters

MOST_VALUES: Final = 40
LONGEST_VALUE: Final = 60
LONGEST_PAGE: Final = 6
NEWEST: Final = "newest"
YEAR: Final = re.compile(r"[0-9]{4}")


class QueryField(forms.Field):
    """What was typed, whatever it is: cleaned, never refused."""

    def to_python(self, value: Any) -> str:
        return clean(str(value or ""))


class ValuesField(forms.Field):
    """Values ticked in a facet, each once; those that cannot be one are dropped."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> tuple[str, ...]:
        kept = (one for one in value or () if one and len(one) <= LONGEST_VALUE and one.isprintable())
        return tuple(dict.fromkeys(kept))[:MOST_VALUES]


class YearsField(ValuesField):
    """Years ticked; whatever is no year is dropped, as nothing could be counted or sorted by it."""

    def to_python(self, value: Any) -> tuple[str, ...]:
        return tuple(year for year in super().to_python(value) if YEAR.fullmatch(year))


class PageField(forms.Field):
    """The number of a page; the first where it is none."""

    def to_python(self, value: Any) -> int:
        text = str(value or "")
        return max(int(text), 1) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_PAGE else 1


class SearchForm(forms.Form):
    """The query, the filters, the order and the page."""

    q = QueryField(required=False)
    jurisdiction = ValuesField(required=False)
    kind = ValuesField(required=False)
    topic = ValuesField(required=False)
    year = YearsField(required=False)
    region = ValuesField(required=False)
    language = ValuesField(required=False)
    worth = ValuesField(required=False)
    status = ValuesField(required=False)
    past = forms.BooleanField(required=False)
    order = forms.CharField(required=False)
    page = PageField(required=False)

    def filters(self) -> Filters:
        """The filters as given; call it after `is_valid`."""
        chosen = {facet: self.cleaned_data[facet] for facet in FACETS}
        status = tuple(value for value in self.cleaned_data["status"] if value in STATUSES)
        return Filters({facet: values for facet, values in chosen.items() if values}, status, self.cleaned_data["past"])

    @property
    def newest(self) -> bool:
        return bool(self.cleaned_data.get("order") == NEWEST)
