"""What is typed into a matter: what it is about, who is concerned, who speaks for them, messages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from enterprises.fields import telephone
from enterprises.models.identifier import LONGEST_TYPED
from enterprises.numbers import Number, asked_of, countries, read
from legal.exhibits.models import Exhibit
from legal.matters.kinds import Side, choices
from legal.matters.models import Audience, Matter, Party, PartyKind, Representative
from legal.matters.models.matter import LONGEST_TITLE, WRITTEN_IN
from legal.matters.models.message import LONGEST_MESSAGE
from legal.matters.models.party import LONGEST_ADDRESS, LONGEST_NAME
from legal.matters.papers import AUTHORITY
from portal.accounts.addresses import EmailField
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField, ParagraphsField
from portal.reference.models import Jurisdiction

LARGEST_VERSION: Final = 2**31 - 1
LARGEST_KEY: Final = 2**63 - 1
STANDINGS: Final = [
    ("draft", pgettext_lazy("how matters stand", "Drafts")),
    ("open", pgettext_lazy("how matters stand", "Under way")),
    ("ended", pgettext_lazy("how matters stand", "Ended")),
]
FOR_SIDES: Final = [(audience.value, audience.label) for audience in (Audience.EVERYONE, Audience.SIDE)]


class VersionedForm(forms.Form):
    """Answers about a matter, written upon the version that the page showed."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION, required=False)

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        self.matter = matter
        super().__init__(data, initial={**saved, "version": matter.version if matter else 0})

    @property
    def seen(self) -> int:
        """The version that the page showed; none that there is where that was not sent."""
        return self.cleaned_data.get("version") or 0

    @property
    def answered(self) -> list[str]:
        """The names of the fields that are answers."""
        return [name for name in self.fields if name != "version"]

    def differing(self, saved: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The name of each answer that differs from what is saved meanwhile, and what is saved."""
        theirs = type(self)(matter=self.matter, saved=saved)
        for name in self.answered:
            if _plain(theirs[name].value()) != _plain(self[name].value()):
                yield str(theirs.fields[name].label), theirs.shown(name)

    def go_on_from(self, version: int) -> None:
        """Let the page, with what was typed, be sent again upon what is saved now."""
        self.data = {**{name: self[name].value() for name in self.answered}, "version": version}

    def shown(self, name: str) -> str:
        """What stands in a field, as people read it."""
        bound = self[name]
        named = {_plain(value): label for value, label in getattr(bound.field, "choices", ()) if _plain(value)}
        value = _plain(bound.value())
        return str(named.get(value, value))


class MatterForm(VersionedForm):
    """What a matter is about."""

    title = LineField(
        label=_("What it is about, in one line"),
        help_text=_("So that you and your colleagues know it again, such as “Walnuts delivered in May, not paid”."),
        max_length=LONGEST_TITLE,
    )
    language = forms.ChoiceField(
        label=_("Language of the matter"),
        help_text=_("In which you write to the institution."),
        choices=WRITTEN_IN,
        widget=forms.Select({"class": "w-short"}),
    )

    @classmethod
    def beginning(cls, data: Any = None) -> "MatterForm":
        """The form of a matter that is not there yet."""
        return cls(data, matter=None, saved={"language": get_language()})

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "language")}


def about(matter: Matter) -> dict[str, Any]:
    """What a `MatterForm` says of a matter as it is saved."""
    return {"title": matter.title, "language": matter.language}


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


class RepresentativeForm(PaperForm):
    """Somebody who speaks for a party, and the paper that says so."""

    use_required_attribute = False

    party = forms.ChoiceField(label=_("For whom"))
    name = LineField(label=_("Full name"), max_length=LONGEST_NAME)
    authority = PaperField(AUTHORITY.slug, label=AUTHORITY.label)
    valid_from = forms.DateField(
        label=_("Authority from"), widget=forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d")
    )
    valid_until = forms.DateField(
        label=_("Authority until"),
        help_text=_("Empty where the paper names no last day."),
        required=False,
        widget=forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, parties: Sequence[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.position): party for party in parties}
        named = [(place, party.name) for place, party in self.parties.items()]
        self.fields["party"] = forms.ChoiceField(label=_("For whom"), choices=named)

    def clean_party(self) -> Party:
        return self.parties[self.cleaned_data["party"]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("valid_from"), cleaned.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The authority ends after it begins."))
        return cleaned


class RepresentativeKeyForm(forms.Form):
    """Which representative is meant."""

    representative = forms.IntegerField(min_value=1, max_value=LARGEST_KEY)

    def __init__(self, *args: Any, representatives: QuerySet[Representative], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.representatives = representatives

    def clean_representative(self) -> Representative:
        found = self.representatives.filter(pk=self.cleaned_data["representative"]).first()
        if found is None:
            raise ValidationError(_("This representative was taken out meanwhile."), code="gone")
        return found


class ProduceForm(forms.Form):
    """Which exhibits of the enterprise are produced, and for whom."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, matter: Matter, exhibits: Sequence[Exhibit]) -> None:
        super().__init__(data)
        self.exhibits = {exhibit.key: exhibit for exhibit in exhibits}
        self.fields["exhibits"] = forms.MultipleChoiceField(
            label=_("Exhibits of the enterprise"),
            choices=[(key, f"{exhibit.number}. {exhibit.name}") for key, exhibit in self.exhibits.items()],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose an exhibit at least.")},
        )
        heard = matter.proceeding.tribunal
        self.fields["audience"] = forms.ChoiceField(
            label=_("Who is shown it"),
            help_text=_("What only the institution sees is shown to nobody else, on no page and in no file."),
            choices=[(one.value, one.label) for one in Audience if heard or one != Audience.TRIBUNAL],
            initial=Audience.EVERYONE,
            widget=forms.RadioSelect,
        )

    def clean_exhibits(self) -> list[Exhibit]:
        return [self.exhibits[key] for key in self.cleaned_data["exhibits"]]


class VersionForm(forms.Form):
    """Upon which version something is done."""

    version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION)

    @property
    def seen(self) -> int | None:
        """The version that was read, where the page said one."""
        return self.cleaned_data["version"] if self.is_valid() else None


class MessageForm(forms.Form):
    """A message, for whom, and in which language."""

    use_required_attribute = False

    body = ParagraphsField(
        label=_("Message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write the message.")},
    )
    audience = forms.ChoiceField(label=_("Who is shown it"), choices=FOR_SIDES, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=pgettext_lazy("of a message", "Language"), choices=WRITTEN_IN, widget=forms.Select({"class": "w-short"})
    )


class WithdrawForm(forms.Form):
    """Why a matter is taken back; nobody has to say."""

    reason = ParagraphsField(
        label=_("Reason, if you wish to give one"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class ListForm(forms.Form):
    """Which matters are listed; what makes no sense narrows nothing."""

    kind = forms.ChoiceField(label=_("Kind of proceeding"), required=False)
    standing = forms.ChoiceField(
        label=_("How it stands"),
        choices=[("", pgettext_lazy("of matters", "All")), *STANDINGS],
        required=False,
    )
    page = forms.CharField(required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        kinds = [("", pgettext_lazy("of matters", "All")), *choices()]
        self.fields["kind"] = forms.ChoiceField(label=_("Kind of proceeding"), choices=kinds, required=False)

    @property
    def filters(self) -> dict[str, str]:
        """What was picked."""
        self.is_valid()
        picked = {name: self.cleaned_data.get(name, "") for name in ("kind", "standing")}
        return {name: value for name, value in picked.items() if value}


class SumForm(forms.Form):
    """A SHA-256, as programs print it: with spaces or in groups, in any case."""

    use_required_attribute = False

    sha256 = forms.CharField(
        label=_("SHA-256 of a file"),
        help_text=_(
            "64 digits and letters, as the programs sha256sum (Linux), shasum -a 256 (macOS) "
            "and certutil -hashfile NAME SHA256 (Windows) print them."
        ),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Give the SHA-256 of the file.")},
    )

    def clean_sha256(self) -> str:
        typed = "".join(str(self.cleaned_data["sha256"]).split()).lower()
        if len(typed) != 64 or not set(typed) <= set("0123456789abcdef"):
            raise ValidationError(_("A SHA-256 has 64 digits and letters from a to f."), code="sum")
        return typed


def _plain(value: object) -> str:
    return " ".join(str(getattr(value, "pk", value) or "").split())
