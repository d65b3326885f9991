"""What a reader may say in the address of a page of law; what makes no sense is left out or answered in a sentence."""

import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.laws.directory import FACETS, ORDERS, Filters
from portal.search.forms import PageField

CODE: Final = re.compile(r"[A-Za-z0-9-]{1,50}")
MOST_CHOICES: Final = 20


class CodesField(forms.Field):
    """Codes ticked in a list, each once and in the order given; whatever cannot be a code is dropped."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> tuple[str, ...]:
        found = dict.fromkeys(code for code in value or () if CODE.fullmatch(code))
        return tuple(found)[:MOST_CHOICES]


class DayField(forms.DateField):
    """A day as browsers send it, 2020-06-01."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": _("Enter a day as year, month and day, such as 2020-06-01.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, input_formats=["%Y-%m-%d"], **options)

    def to_python(self, value: Any) -> Any:
        # strptime refuses a null byte with an error of its own.
        if isinstance(value, str) and "\0" in value:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class DirectoryForm(forms.Form):
    """The filters, the order and the page of the directory."""

    jurisdiction = CodesField(required=False)
    region = CodesField(required=False)
    kind = CodesField(required=False)
    topic = CodesField(required=False)
    status = CodesField(required=False)
    year = CodesField(required=False)
    language = CodesField(required=False)
    order = forms.ChoiceField(choices=[(name, name) for name in ORDERS], required=False)
    page = PageField(required=False)

    def filters(self) -> Filters:
        """The filters as given; call it after `is_valid`."""
        return Filters(
            **{facet: self.cleaned_data[facet] for facet in FACETS},
            order=self.cleaned_data.get("order") or ORDERS[0],
        )


class ReadingForm(forms.Form):
    """Which edition of a law to read, of which day, beside which other languages.

    `shown` is the edition the form was drawn for: choosing another one means more than the day left in its field.
    """

    edition = forms.CharField(required=False, max_length=20)
    shown = forms.CharField(required=False, max_length=20)
    on = DayField(label=_("As of the day"))
    beside = CodesField(required=False)

    def add_prefix(self, field_name: str) -> str:
        # `with` is a word of Python, and the word of the addresses.
        return "with" if field_name == "beside" else super().add_prefix(field_name)

    def picked(self) -> str:
        """The edition picked instead of the one shown, "" where none was."""
        edition: str = self.cleaned_data.get("edition", "")
        return edition if edition != self.cleaned_data.get("shown") else ""


class ArticleForm(forms.Form):
    """Whether to show all that cites an article, or the beginning of it."""

    cited = forms.CharField(required=False)

    def everything(self) -> bool:
        """Whether all is asked for."""
        return self.is_valid() and self.cleaned_data["cited"] == "all"


class CompareForm(forms.Form):
    """Which two editions to compare, in which language, all places or the changed ones, and the page of them.

    `at` is a place to be shown, whatever page it is on.
    """

    SHOW = {
        "words": pgettext_lazy("which places of two editions", "Changed words only"),
        "changes": pgettext_lazy("which places of two editions", "Also renumbered and moved"),
        "all": pgettext_lazy("which places of two editions", "All places"),
    }

    old = forms.CharField(required=False, max_length=20)
    new = forms.CharField(required=False, max_length=20)
    language = forms.CharField(required=False, max_length=12)
    show = forms.CharField(required=False, max_length=12)
    at = forms.CharField(required=False, max_length=250)
    page = PageField(required=False)

    def clean(self) -> dict[str, Any]:
        """Whatever makes no sense is as good as not given."""
        super().clean()
        given = {name: self.cleaned_data.get(name, "") for name in ("old", "new", "language", "show", "at")}
        if given["show"] not in self.SHOW:
            given["show"] = next(iter(self.SHOW))
        return given | {"page": self.cleaned_data.get("page", 1)}

    def query(self) -> str:
        """The query that asks the same of another page, with its question mark; "" where it asks nothing."""
        asked = {name: self.cleaned_data[name] for name in ("language", "show")}
        kept = {name: value for name, value in asked.items() if value not in {"", next(iter(self.SHOW))}}
        return f"?{urlencode(kept)}" if kept else ""


class PlaceForm(forms.Form):
    """Which place of an edition is meant; none where it cannot be one."""

    at = forms.RegexField(r"^[\w.-]{1,250}(?:/[\w.-]{1,250}){0,9}$", required=False)
