"""What is typed into a request, about whom, and when to meet."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from enterprises.numbers import countries
from legal.enquiries.models import KnownName, Party, Side
from legal.enquiries.models.enquiry import LONGEST_FACTS
from legal.enquiries.models.message import LONGEST_MESSAGE
from legal.enquiries.models.named import LONGEST_NAME, LONGEST_NUMBER
from legal.enquiries.names import keys_of
from portal.languages import LANGUAGES
from portal.lines import LineField
from portal.reference.models import Jurisdiction

WRITTEN_IN: Final = [(language.code, language.name) for language in LANGUAGES]
NAMED_AS: Final = [
    (Side.ADVERSE.value, pgettext_lazy("party", "The other side")),
    (Side.OTHER.value, Side.OTHER.label),
]
KNOWN_AS: Final = [(side.value, side.label) for side in (Side.CLIENT, Side.ADVERSE)]


class FactsForm(forms.Form):
    """What a request is about."""

    use_required_attribute = False

    facts = forms.CharField(
        label=pgettext_lazy("request for a consultation", "What it is about"),
        help_text=_(
            "In a few sentences. The lawyer reads this only after saying that there is no conflict, "
            "and once you have agreed to it."
        ),
        max_length=LONGEST_FACTS,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Write in a few sentences what you want to ask.")},
    )


class BeginForm(FactsForm):
    """Who asks, and about the law of what country."""

    language = forms.ChoiceField(
        label=_("Language of the request"), choices=WRITTEN_IN, widget=forms.Select({"class": "w-short"})
    )

    def __init__(self, data: Any = None, *, enterprises: Sequence[Enterprise], laws: Sequence[Jurisdiction]) -> None:
        super().__init__(data, initial={"language": get_language()})
        self.fields["enterprise"] = _choice(_("For which enterprise"), [(one.key, str(one)) for one in enterprises])
        self.fields["law"] = _choice(_("About the law of"), [(one.code, str(one)) for one in laws])
        self.order_fields(["enterprise", "law", "language", "facts"])
        self.enterprises = {one.key: one for one in enterprises}
        self.laws = {one.code: one for one in laws}

    def clean_enterprise(self) -> Enterprise:
        return self.enterprises[self.cleaned_data["enterprise"]]

    def clean_law(self) -> Jurisdiction:
        return self.laws[self.cleaned_data["law"]]


class NamedForm(forms.Form):
    """Somebody by name and, where it is known, by number; who they may be is said below."""

    use_required_attribute = False
    field_order = ("side",)

    name = LineField(
        label=_("Name"),
        help_text=_("As it stands in the register or in the contract, with the legal form."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Give the name.")},
    )
    other_name = LineField(
        label=_("Name in other letters"),
        help_text=_("If you know one: in Chinese characters, Latin or Cyrillic letters."),
        max_length=LONGEST_NAME,
        required=False,
    )
    country: "forms.ModelChoiceField[Jurisdiction]" = forms.ModelChoiceField(
        countries(), label=_("Country of the register"), required=False, empty_label=_("Not known")
    )
    number = LineField(
        label=_("Number in the register"),
        help_text=_("If you know it: the check is surest by number."),
        max_length=LONGEST_NUMBER,
        required=False,
        widget=forms.TextInput({"class": "w-short", "autocomplete": "off"}),
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not keys_of(name):
            raise forms.ValidationError(_("A name has letters or characters of some script."), code="nobody")
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("number") and not cleaned.get("country"):
            self.add_error("country", _("A number is one of a register: name the country."))
        return cleaned


class NamedPartyForm(NamedForm):
    """A party of a request."""

    side = forms.ChoiceField(label=_("Who it is"), choices=NAMED_AS, widget=forms.RadioSelect)


class KnownNameForm(NamedForm):
    """A name a lawyer keeps for the check."""

    side = forms.ChoiceField(label=_("Who it is"), choices=KNOWN_AS, widget=forms.RadioSelect)


class PartyForm(forms.Form):
    """One party of a draft."""

    def __init__(self, data: Any, *, parties: "QuerySet[Party]") -> None:
        super().__init__(data)
        self.fields["party"] = forms.ModelChoiceField(parties)


class KnownForm(forms.Form):
    """One name of a lawyer's list."""

    def __init__(self, data: Any, *, names: "QuerySet[KnownName]") -> None:
        super().__init__(data)
        self.fields["known"] = forms.ModelChoiceField(names)


class MessageForm(forms.Form):
    """A message to the other side."""

    use_required_attribute = False

    body = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write a message.")},
    )


class MoveForm(forms.Form):
    """What is to be done with a request, or with a time."""

    def __init__(self, data: Any, *, moves: Iterable[str]) -> None:
        super().__init__(data)
        self.fields["move"] = forms.ChoiceField(choices=[(move, move) for move in moves])


class TimeForm(forms.Form):
    """One of the free hours."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, free: Sequence[datetime.datetime]) -> None:
        super().__init__(data)
        self.fields["starts"] = forms.TypedChoiceField(
            label=_("Time"),
            choices=[(begin.isoformat(), timezone.localtime(begin)) for begin in free],
            coerce=datetime.datetime.fromisoformat,
            error_messages={
                "required": _("Choose one of the times."),
                "invalid_choice": _("This time is not free: choose one of those shown."),
            },
        )


def _choice(label: Any, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    chosen = choices[0][0] if len(choices) == 1 else None
    return forms.ChoiceField(
        label=label,
        choices=choices,
        initial=chosen,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these answers.")},
    )
