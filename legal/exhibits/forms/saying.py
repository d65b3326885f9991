"""Facts of an exhibit, page by page; each page knows upon what it was written."""

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.numbers import countries
from legal.exhibits.forms.fields import DayField, LanguagesForm, form_field, kind_field, plain
from legal.exhibits.models import Exhibit, ExhibitQuerySet, Legalization
from legal.exhibits.models.choices import CERTIFIED
from legal.exhibits.models.exhibit import LONGEST_NAME, LONGEST_PURPOSE, LONGEST_SOURCE
from portal.languages import LANGUAGES
from portal.lines import LineField
from portal.reference.models import Jurisdiction

LARGEST_VERSION: Final = 2**31 - 1
MOST_PAGES: Final = 100_000


class FactsForm(forms.Form):
    """A page of facts."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION, required=False)

    def __init__(self, data: Any = None, *, exhibit: Exhibit) -> None:
        self.exhibit = exhibit
        super().__init__(data, initial={name: getattr(exhibit, name) for name in self.base_fields})

    @property
    def seen(self) -> int:
        """The version of the exhibit that the page showed; none that there is where that was not sent."""
        return self.cleaned_data.get("version") or 0

    @property
    def answered(self) -> list[str]:
        """The names of the fields that are answers."""
        return [name for name in self.fields if name != "version"]

    @property
    def answers(self) -> dict[str, Any]:
        """What was typed, by the names of the facts."""
        return {name: self.cleaned_data[name] for name in self.answered}

    def differing(self, saved: Exhibit) -> Iterator[tuple[str, str]]:
        """The name of each answer that differs from what is saved meanwhile, and what is saved."""
        theirs = type(self)(exhibit=saved)
        for name in self.answered:
            if plain(theirs[name].value()) != plain(self[name].value()):
                yield str(theirs[name].label), theirs.told(name)

    def go_on_from(self, saved: Exhibit) -> None:
        """Let the page, with what was typed, be sent again upon what is saved now."""
        self.data = {**{name: self[name].value() for name in self.answered}, "version": saved.version}

    def told(self, name: str) -> str:
        """What stands in a field, as people read it; "" where nothing does."""
        value = plain(self[name].value())
        named = {plain(one): label for one, label in getattr(self.fields[name], "choices", ())}
        return str(named.get(value, value)) if value else ""


class DocumentForm(FactsForm, LanguagesForm):
    """What the document is, and what it proves."""

    name = LineField(
        label=pgettext_lazy("exhibit", "Name"),
        help_text=_("In your own words, as “Contract of sale of 3 March 2026”."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Give the exhibit a name.")},
    )
    purpose = LineField(
        label=_("What it proves"),
        help_text=_("In one sentence: which fact, for whoever will decide."),
        max_length=LONGEST_PURPOSE,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    worded_in = forms.ChoiceField(
        label=_("Language of these two answers"),
        choices=[(language.code, language.name) for language in LANGUAGES],
        widget=forms.Select({"class": "w-short"}),
    )
    kind = kind_field()
    form = form_field()
    source = LineField(
        label=_("Where it comes from"),
        help_text=_("Who gave or sent it to you, or from where you took it."),
        max_length=LONGEST_SOURCE,
        required=False,
    )
    dated = DayField(label=_("Date of the document"), help_text=_("Leave it empty if it has none."), required=False)
    pages = forms.IntegerField(
        label=pgettext_lazy("exhibit", "Pages"),
        min_value=1,
        max_value=MOST_PAGES,
        required=False,
        widget=forms.NumberInput({"class": "w-short"}),
    )

    field_order = ("name", "purpose", "worded_in", "kind", "language", "second_language", "form", "source", "dated")


class AbroadForm(FactsForm):
    """What it takes to use the document in another country."""

    made_in: "forms.ModelChoiceField[Jurisdiction]" = forms.ModelChoiceField(
        countries(), label=_("In which country it was made"), required=False, empty_label=_("Not known")
    )
    legalization = forms.ChoiceField(
        label=_("Apostille or legalization"),
        choices=Legalization,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these answers.")},
    )
    legalization_number = LineField(
        label=_("Number of the certificate"),
        max_length=60,
        required=False,
        widget=forms.TextInput({"class": "w-short", "autocomplete": "off"}),
    )
    legalized_on = DayField(label=_("Day of the certificate"), required=False)
    translation_of: "forms.ModelChoiceField[Exhibit]" = forms.ModelChoiceField(
        Exhibit.objects.none(),
        label=_("It is a translation of"),
        required=False,
        empty_label=_("No other document"),
    )
    translator = LineField(label=pgettext_lazy("exhibit", "Translator"), max_length=LONGEST_NAME, required=False)

    def __init__(self, data: Any = None, *, exhibit: Exhibit) -> None:
        super().__init__(data, exhibit=exhibit)
        field: Any = self.fields["translation_of"]
        field.queryset = originals_beside(exhibit)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        certificate = cleaned.get("legalization_number") or cleaned.get("legalized_on")
        if certificate and cleaned.get("legalization") not in CERTIFIED:
            self.add_error("legalization", _("A number and a day are those of an apostille or a legalization."))
        if cleaned.get("translator") and not cleaned.get("translation_of"):
            self.add_error("translation_of", _("A translator is named for a translation: say what it translates."))
        return cleaned


def originals_beside(exhibit: Exhibit) -> ExhibitQuerySet:
    """What an exhibit may be a translation of; also what it is said to be one of, withdrawn since."""
    originals = Exhibit.objects.of(exhibit.enterprise).originals().exclude(pk=exhibit.pk)
    return (originals.listed() | originals.filter(translations=exhibit)).order_by("number")
