"""What the enterprise says of a notarization: what, for where, in which languages, and how it comes back."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from legal.exhibits.languages import choices
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter
from legal.notarization.completeness import of
from legal.notarization.kinds import ITEMS, Act, Collection, Place
from legal.notarization.models.particulars import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_PURPOSE, MOST_COPIES
from portal.lines import LineField
from portal.reference.models import Jurisdiction

MANY: Final = ("documents", "languages")
OWN: Final = (
    "act",
    "purpose",
    "country",
    "place",
    "office",
    "languages",
    "copies",
    "collection",
    "receiver",
    "address",
)
# The languages of the portal and of the neighbours: into others a translation is asked for by message.
MOST_OFFERED: Final = 11


def acts() -> list[tuple[str, str]]:
    """What can be certified, each with the item of Article 11 it stands under."""
    named = _("%(what)s (Article 11, item %(item)s)")
    return [(act.value, named % {"what": act.label, "item": ITEMS[act]}) for act in Act]


class ParticularsForm(VersionedForm):
    """One page: what, for where, in which languages, and how it comes back."""

    act = forms.ChoiceField(label=_("What is to be certified"), choices=acts, required=False, widget=forms.RadioSelect)
    documents = forms.MultipleChoiceField(
        label=_("Which exhibits of the matter are to be notarized"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    purpose = LineField(
        label=_("What it is for"),
        help_text=_("Before whom it will be used, such as “Registration of a branch in Almaty”."),
        max_length=LONGEST_PURPOSE,
        required=False,
    )
    country: "forms.ModelChoiceField[Jurisdiction]" = forms.ModelChoiceField(
        Jurisdiction.objects.filter(kind=Jurisdiction.Kind.COUNTRY),
        label=_("Country of use"),
        empty_label=_("Choose a country"),
        to_field_name="code",
        required=False,
        widget=forms.Select({"class": "w-short"}),
    )
    apostille = forms.ChoiceField(
        label=_("Apostille or legalization"),
        help_text=_("An apostille does not promise that whoever receives the paper accepts it: ask them first."),
        choices=[
            ("no", pgettext_lazy("an apostille", "Not wanted, or you see to it yourselves")),
            ("yes", pgettext_lazy("an apostille", "To be applied for together with the certificate")),
        ],
        widget=forms.RadioSelect,
    )
    languages = forms.MultipleChoiceField(
        label=_("Translations it is to come with"),
        choices=lambda: choices()[:MOST_OFFERED],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    copies = forms.IntegerField(
        label=_("Number of copies"),
        min_value=1,
        max_value=MOST_COPIES,
        widget=forms.NumberInput({"class": "w-short"}),
    )
    office = LineField(
        label=_("Place or notary office you want"),
        help_text=_("The office decides whether it is competent."),
        max_length=LONGEST_NAME,
        required=False,
    )
    place = forms.ChoiceField(
        label=_("Why an office there is competent (Article 25)"),
        choices=Place,
        required=False,
        widget=forms.RadioSelect,
    )
    collection = forms.ChoiceField(
        label=_("How it is handed over"), choices=Collection, required=False, widget=forms.RadioSelect
    )
    receiver = LineField(
        label=_("Who receives it"),
        help_text=_("They show an identity paper at the counter. Its number is not asked for, and noted nowhere."),
        max_length=LONGEST_NAME,
        required=False,
    )
    address = LineField(
        label=_("Address for the courier"),
        help_text=_("Only where it is sent."),
        max_length=LONGEST_ADDRESS,
        required=False,
    )

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        produced = matter.produced.select_related("exhibit") if matter else ()
        field: Any = self.fields["documents"]
        field.choices = [(str(one.pk), str(one)) for one in produced]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("address") and cleaned.get("collection") != Collection.COURIER:
            self.add_error("address", _("An address is for a courier."))
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {name: given[name] for name in OWN} | {"apostille": given["apostille"] == "yes"}

    @property
    def ticked(self) -> list[int]:
        """The keys of the exhibits of the matter that were ticked."""
        return [int(key) for key in self.cleaned_data["documents"]]

    def shown(self, name: str) -> str:
        if name not in MANY:
            return super().shown(name)
        field: Any = self.fields[name]
        chosen = set(self[name].value() or ())
        return pgettext("between items of a list", ", ").join(
            str(label) for key, label in field.choices if key in chosen
        )


def said_of(matter: Matter) -> dict[str, Any]:
    """What a `ParticularsForm` says of a matter as it is saved."""
    said = of(matter)
    return {name: getattr(said, name) for name in OWN} | {
        "country": said.country.code if said.country else "",
        "apostille": "yes" if said.apostille else "no",
        "documents": [str(key) for key in matter.notarized.values_list("produced", flat=True)],
    }
