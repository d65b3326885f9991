"""The groups of a profile as they are typed: each form answers the questions of one group as plain values."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from legal.lawyers.facts import groups
from legal.lawyers.facts.groups import Group
from legal.lawyers.facts.reading import Facts, plain
from legal.lawyers.kinds import FirmKind, LawyerKind
from legal.lawyers.models.verified import LONGEST_NAME
from legal.lawyers.papers import LICENCE, PHOTO
from legal.lawyers.typed.fields import (
    DayField,
    JurisdictionField,
    LanguageField,
    TextField,
    spoken_by_column,
)
from legal.lawyers.typed.rows import LISTS, Rows
from portal.accounts.models import User
from portal.files.forms import PaperField, PaperForm
from portal.files.models import File
from portal.languages import LANGUAGES, by_code
from portal.lines import AddressField, LineField
from portal.reference.models import Topic

LABELS: Final = {fact.name: fact.label for fact in (*groups.facts_in("lawyer"), *groups.facts_in("firm"))}
COLUMNS: Final = [language.column for language in LANGUAGES]


class SeenForm(forms.Form):
    """The mark of the answers a page began with."""

    seen = forms.CharField(max_length=64, required=False)

    def mark(self) -> str:
        return str(self.cleaned_data.get("seen", "")) if self.is_valid() else ""


class GroupForm(PaperForm):
    """A group whose answers are single values."""

    # What is answered in each of the three languages: in one line of so many characters, or in some paragraphs.
    lines: ClassVar[Mapping[str, int]] = {}
    texts: ClassVar[Sequence[str]] = ()

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        for field, column in product(self.lines, COLUMNS):
            name = f"{field}_{column}"
            self.fields[name] = LineField(label=LABELS[name], max_length=self.lines[field], required=False)
        for field, column in product(self.texts, COLUMNS):
            name = f"{field}_{column}"
            self.fields[name] = TextField(label=LABELS[name])
        self.order_fields(self.field_order)
        self.use_required_attribute = False
        spoken_by_column(self)

    @property
    def forms(self) -> list[forms.Form]:
        """What a page shows: this form alone."""
        return [self]

    @property
    def handed_in(self) -> File | None:
        """The paper that was sent, or was there; none on a page that asks for none."""
        return self.cleaned_data.get("paper")

    @property
    def answers(self) -> Facts:
        """What was answered; call it after `is_valid`."""
        return {name: plain(value) for name, value in self.cleaned_data.items() if name != "paper"}

    def require_a_name(self) -> None:
        if not any(self.data.get(self.add_prefix(f"name_{column}"), "").strip() for column in COLUMNS):
            own = f"name_{by_code(get_language() or '').column}"
            self.add_error(own, _("Give the name in one of the three languages at least."))


class NamesForm(GroupForm):
    """Names, of which one is needed."""

    lines: ClassVar = {"name": LONGEST_NAME}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.require_a_name()
        return cleaned


class PersonForm(NamesForm):
    field_order = groups.PERSON.names
    texts = ("summary",)
    native_name = LineField(label=LABELS["native_name"], max_length=LONGEST_NAME, required=False)
    native_language = LanguageField(label=LABELS["native_language"], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if bool(cleaned.get("native_name")) != bool(cleaned.get("native_language")) and not self.errors:
            self.add_error("native_language", _("A name in its own script has the language it is written in, too."))
        return cleaned


class LicenceForm(GroupForm):
    field_order = groups.LICENCE.names
    lines: ClassVar = {"issuing_body": LONGEST_NAME}
    kind = forms.ChoiceField(label=_("Kind of lawyer"), choices=LawyerKind, widget=forms.RadioSelect)
    jurisdiction = JurisdictionField(label=LABELS["jurisdiction"])
    licence_number = LineField(
        label=LABELS["licence_number"], max_length=80, widget=forms.TextInput({"class": "w-short"})
    )
    licensed_on = DayField(label=LABELS["licensed_on"])
    paper = PaperField(
        LICENCE.slug,
        label=LICENCE.label,
        required=False,
        help_text=_(
            "A scan or photograph on which every line can be read. Needed the first time, and when the licence changes."
        ),
    )


class FirmLicenceForm(GroupForm):
    field_order = groups.FIRM_LICENCE.names
    lines: ClassVar = {"issuing_body": LONGEST_NAME}
    kind = forms.ChoiceField(label=_("Kind of law firm"), choices=FirmKind, widget=forms.RadioSelect)
    jurisdiction = JurisdictionField(label=LABELS["jurisdiction"])
    licence_number = LineField(
        label=LABELS["licence_number"], max_length=80, widget=forms.TextInput({"class": "w-short"})
    )
    paper = PaperField(LICENCE.slug, label=LICENCE.label, required=False)


class FirmForm(NamesForm):
    field_order = groups.FIRM.names
    lines: ClassVar = {"name": LONGEST_NAME, "city": 120}
    texts = ("about",)
    website = AddressField(label=LABELS["website"])


class AreasForm(GroupForm):
    topics: forms.ModelMultipleChoiceField[Topic] = forms.ModelMultipleChoiceField(
        Topic.objects.all(),
        label=LABELS["topics"],
        to_field_name="slug",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def answers(self) -> Facts:
        return {"topics": sorted(topic.slug for topic in self.cleaned_data["topics"])}


class FeesForm(GroupForm):
    texts = ("fees",)


class PhotoForm(GroupForm):
    """A picture to make the photo of; what is made of it is the answer, and nobody types that."""

    picture = PaperField(
        PHOTO.slug,
        label=PHOTO.label,
        required=False,
        help_text=_(
            "At least 320 pixels wide and high. The middle is cut out; the place a photo was taken at is not kept."
        ),
    )


SINGLE: Final[dict[str, type[GroupForm]]] = {
    "person": PersonForm,
    "licence": LicenceForm,
    "areas": AreasForm,
    "fees": FeesForm,
    "photo": PhotoForm,
    "firm": FirmForm,
    "firm-licence": FirmLicenceForm,
}


def form_for(group: Group, facts: Facts, paper: File | None, *sent: Any, by: User) -> GroupForm | Rows:
    """The form of a group with what it says now; bound where something was sent."""
    if group.slug in LISTS:
        return LISTS[group.slug](sent[0] if sent else None, initial=facts.get(group.names[0]) or [], prefix="row")
    return SINGLE[group.slug](*sent, initial={**facts, "paper": paper}, by=by)
