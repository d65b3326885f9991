"""The steps of a registration, as they are typed."""

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enterprises.actions.registering import Answers
from enterprises.completeness import REQUIRED
from enterprises.fields import LONGEST_UNFINISHED, NumberField, telephone
from enterprises.models import Enterprise, Industry
from enterprises.models.enterprise import LONGEST_NAME
from enterprises.numbers import asked_of, countries
from enterprises.steps import FIELDS, NAMES, NUMBER
from portal.accounts.addresses import EmailField
from portal.languages import LANGUAGES, by_code
from portal.lines import AddressField, LineField
from portal.reference.models import Jurisdiction

LARGEST_VERSION: Final = 2**31 - 1


class BeginForm(forms.Form):
    """The country decides which numbers are asked for."""

    country: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        countries(),
        label=_("Country of registration"),
        empty_label=_("Choose a country"),
        to_field_name="code",
        error_messages={"required": _("Choose the country in which the enterprise is registered.")},
        widget=forms.Select({"class": "w-short"}),
    )


class StepForm(forms.Form):
    """A page of answers about an enterprise: those that are right are facts, the others are kept as they were typed."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION, required=False)

    def __init__(self, data: Any = None, *, enterprise: Enterprise) -> None:
        self.enterprise = enterprise
        super().__init__(data, initial={**self.facts_of(enterprise), "version": enterprise.version})
        for name, sentence in REQUIRED.items():
            if name in self.fields:
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = sentence
        self.initial.update({name: typed for name, typed in enterprise.unfinished.items() if name in self.fields})
        # A browser would not send a page on which something is left out, and what is typed there would be lost.
        self.use_required_attribute = False

    def facts_of(self, enterprise: Enterprise) -> dict[str, Any]:
        """What stands in the fields at first."""
        return {name: getattr(enterprise, name) for name in self.base_fields if name != "version"}

    @property
    def seen(self) -> int:
        """The version of the enterprise that the page showed; none that there is where that was not sent."""
        return self.cleaned_data.get("version") or 0

    @property
    def answered(self) -> list[str]:
        """The names of the fields that are answers."""
        return [name for name in self.fields if name != "version"]

    def answers(self) -> Answers:
        """What was typed, right or not."""
        settled = [name for name in self.answered if self._is_settled(name)]
        facts = {name: self._fact(name) for name in settled if not name.startswith(NUMBER)}
        numbers = {
            name.removeprefix(NUMBER): self.cleaned_data.get(name) for name in settled if name.startswith(NUMBER)
        }
        unfinished = {name: self._typed(name) for name in self.answered if name not in settled}
        return Answers(tuple(self.answered), facts, numbers, unfinished)

    def differing(self, saved: Enterprise) -> Iterator[tuple[str, str]]:
        """The name of each answer that differs from what is saved meanwhile, and what is saved."""
        theirs = type(self)(enterprise=saved)
        for name in self.answered:
            if _plain(theirs[name].value()) != _plain(self[name].value()):
                yield str(theirs.fields[name].label), theirs.shown(name)

    def go_on_from(self, saved: Enterprise) -> None:
        """Let the page, with what was typed, be sent again upon what is saved now."""
        self.data = {**{name: self[name].value() for name in self.answered}, "version": saved.version}

    def shown(self, name: str) -> str:
        """What stands in a field, as people read it."""
        bound = self[name]
        choices = {_plain(value): label for value, label in getattr(bound.field, "choices", ()) if _plain(value)}
        value = _plain(bound.value())
        return str(choices.get(value, value))

    def _is_settled(self, name: str) -> bool:
        """Right, or left out: only what was typed and is wrong has to be mended."""
        return name not in self.errors or not self._typed(name)

    def _fact(self, name: str) -> Any:
        return self.cleaned_data.get(name, None if name == "industry" else "")

    def _typed(self, name: str) -> str:
        # A database cannot hold the character that ends a text in C.
        return str(self.data.get(name, "")).replace("\0", "").strip()[:LONGEST_UNFINISHED]


class IdentifyForm(StepForm):
    """Names and numbers, as the register has them."""

    register_name = LineField(
        label=FIELDS["register_name"][1],
        help_text=_("In the language and script of the register, with the legal form."),
        max_length=LONGEST_NAME,
    )
    name_zh_hans = LineField(label=FIELDS["name_zh_hans"][1], max_length=LONGEST_NAME, required=False)
    name_en = LineField(label=FIELDS["name_en"][1], max_length=LONGEST_NAME, required=False)
    name_ru = LineField(label=FIELDS["name_ru"][1], max_length=LONGEST_NAME, required=False)

    def __init__(self, data: Any = None, *, enterprise: Enterprise) -> None:
        self.asked = asked_of(enterprise.country.code)
        super().__init__(data, enterprise=enterprise)
        for name, language in zip(NAMES, LANGUAGES, strict=True):
            self.fields[name].widget.attrs["lang"] = language.tag
        typed = {one.scheme: one.typed for one in enterprise.identifiers.all()}
        for asked in self.asked:
            name = f"{NUMBER}{asked.scheme}"
            self.fields[name] = NumberField(asked)
            self.initial[name] = enterprise.unfinished.get(name, typed.get(asked.scheme, ""))
        self.order_fields([*self.numbers, "register_name"])

    @property
    def numbers(self) -> list[str]:
        """The fields of the numbers."""
        return [f"{NUMBER}{asked.scheme}" for asked in self.asked]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(self._typed(name) for name in self.numbers):
            self.add_error(self.numbers[0], _("Give a number under which the enterprise is registered."))
        if not any(self._typed(name) for name in NAMES):
            own = f"name_{by_code(get_language() or '').column}"
            self.add_error(own, _("Give the name in one of the three languages at least."))
        return cleaned


class DescribeForm(StepForm):
    """What the enterprise is and how it is reached."""

    legal_form = LineField(
        label=FIELDS["legal_form"][1],
        help_text=_("As the register has it, such as a limited liability company."),
        max_length=120,
    )
    industry: forms.ModelChoiceField[Industry] = forms.ModelChoiceField(
        Industry.objects.all(), label=FIELDS["industry"][1], empty_label=_("None of these"), required=False
    )
    in_zone = forms.ChoiceField(
        label=_("Is the enterprise registered in the zone?"), choices=Enterprise.InZone, widget=forms.RadioSelect
    )
    representative = LineField(
        label=FIELDS["representative"][1],
        help_text=_("The full name as it stands in the register. The number of an identity document is not asked for."),
        max_length=150,
    )
    address = LineField(
        label=FIELDS["address"][1],
        max_length=500,
        widget=forms.Textarea({"rows": 3, "autocomplete": "street-address"}),
    )
    phone = LineField(
        label=FIELDS["phone"][1],
        help_text=_("With the code of the country, as +86 998 or +7 727."),
        max_length=40,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "class": "w-short"}),
    )
    email = EmailField(label=FIELDS["email"][1], max_length=254, widget=forms.EmailInput({"autocomplete": "email"}))
    website = AddressField(label=FIELDS["website"][1])

    def clean_phone(self) -> str:
        return telephone(self.cleaned_data["phone"], self.enterprise.country.code.upper())

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


def _plain(value: object) -> str:
    return " ".join(str(getattr(value, "pk", value) or "").split())
