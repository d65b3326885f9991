"""What a reader may say in the address of the directory of lawyers; what makes no sense is left out."""

from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.laws.facets import names_by
from legal.laws.spoken import language_name
from legal.lawyers.directory import Filters
from legal.lawyers.kinds import Task
from portal.languages import NAMES
from portal.reference.models import Jurisdiction, Topic
from portal.search.forms import PageField

LONGEST_NAME: Final = 80


class PickField(forms.ChoiceField):
    """One value of a list, or any; one the list has not is as good as none."""

    def clean(self, value: Any) -> str:
        picked: str = self.to_python(value)
        return picked if self.valid_value(picked) else ""


class NameField(forms.CharField):
    """Part of a name, whatever was typed: shortened, never refused."""

    def clean(self, value: Any) -> str:
        words = "".join(one for one in str(value or "") if one.isprintable())
        return " ".join(words.split())[:LONGEST_NAME]


class DirectoryForm(forms.Form):
    """The filters and the page of the directory of lawyers."""

    jurisdiction = PickField(label=_("Practises the law of"), required=False)
    topic = PickField(label=_("Practice area"), required=False)
    language = PickField(label=_("Working language"), required=False)
    task = PickField(label=_("Task in that language"), required=False)
    name = NameField(label=_("Name or law firm"), required=False)
    available = forms.BooleanField(label=_("Takes new matters"), required=False)
    page = PageField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked)
        everything = ("", pgettext_lazy("nothing picked from a list", "Any"))
        countries = Jurisdiction.objects.exclude(kind=Jurisdiction.Kind.ORGANISATION)
        spoken = sorted(((code, language_name(code)) for code in NAMES), key=lambda one: one[1])
        named: dict[str, Any] = {
            "jurisdiction": names_by(countries, "code").items(),
            "topic": names_by(Topic.objects.all(), "slug").items(),
            "language": [*((code, name) for code, name in spoken)],
            "task": Task.choices,
        }
        for field, choices in named.items():
            self.fields[field].choices = [everything, *choices]  # type: ignore[attr-defined]  # all are lists to pick from

    def filters(self) -> Filters:
        """The filters as given; call it after `is_valid`. A task without a language narrows nothing."""
        given = {name: self.cleaned_data[name] for name in ("jurisdiction", "topic", "language", "name", "available")}
        return Filters(**given, task=self.cleaned_data["task"] if given["language"] else "")

    def query(self) -> str:
        """The filters as the query of an address, "" where nothing is asked."""
        address = QueryDict(mutable=True)
        for field, value in self.cleaned_data.items():
            if field != "page" and value:
                address[field] = "on" if value is True else value
        return address.urlencode()


class PageForm(forms.Form):
    """Which page of a list that nothing narrows."""

    page = PageField(required=False)

    def number(self) -> int:
        return self.cleaned_data["page"] if self.is_valid() else 1
