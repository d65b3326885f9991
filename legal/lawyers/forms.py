"""What a reader may say in the address of the directory of lawyers; what makes no sense is left out."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any, Final

from django import forms
from django.forms.renderers import BaseRenderer
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.laws.facets import names_by
from legal.laws.spoken import language_name
from legal.lawyers.directory import Filters
from legal.lawyers.kinds import Task
from portal.languages import NAMES
from portal.reference.models import Jurisdiction, Topic
from portal.search.forms import PageField

LONGEST_NAME: Final = 80


class Pick(forms.Select):
    """A list to pick from, drawn in one go: Django draws a template for each of its values."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        return render_to_string("partials/_pick.html", self.get_context(name, value, attrs))


class PickField(forms.ChoiceField):
    """One value of a list, or any; one the list has not is as good as none."""

    widget = Pick

    def __init__(self, values: Iterable[tuple[str, Any]], *, label: StrPromise) -> None:
        everything = ("", pgettext_lazy("nothing picked from a list", "Any"))
        super().__init__(choices=[everything, *values], label=label, required=False)

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

    name = NameField(label=_("Name or law firm"), required=False)
    available = forms.BooleanField(label=_("Takes new matters"), required=False)
    page = PageField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked)
        countries = Jurisdiction.objects.exclude(kind=Jurisdiction.Kind.ORGANISATION)
        spoken = sorted(((code, language_name(code)) for code in NAMES), key=itemgetter(1))
        self.fields |= {
            "jurisdiction": PickField(names_by(countries, "code").items(), label=_("Practises the law of")),
            "topic": PickField(names_by(Topic.objects.all(), "slug").items(), label=_("Practice area")),
            "language": PickField(spoken, label=_("Working language")),
            "task": PickField(Task.choices, label=_("Task in that language")),
        }
        self.order_fields(["jurisdiction", "topic", "language", "task", "name", "available"])

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
