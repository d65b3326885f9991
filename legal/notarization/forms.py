"""What is typed about a notarization: by the enterprise, and by the officer who records what came of it."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from legal.exhibits.forms.fields import DayField, LanguagesForm
from legal.exhibits.languages import choices
from legal.exhibits.models.choices import CERTIFIED as LEGALIZED
from legal.exhibits.papers import EXHIBIT
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter
from legal.notarization.completeness import of
from legal.notarization.kinds import ITEMS, Act, Collection, Ground, Identity, Place
from legal.notarization.models.certificate import LONGEST_NUMBER
from legal.notarization.models.particulars import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_PURPOSE, MOST_COPIES
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField, ParagraphsField
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
LONGEST_REASON: Final = 2000


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


class RefuseForm(forms.Form):
    """On which ground of the law an office refuses."""

    use_required_attribute = False

    ground = forms.ChoiceField(label=_("Ground of refusal (Article 31)"), choices=Ground, widget=forms.RadioSelect)
    reason = ParagraphsField(
        label=_("What is told to the applicant"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 5}),
    )


class IssueForm(PaperForm, LanguagesForm):
    """The certificate as the office issued it."""

    use_required_attribute = False

    number = LineField(label=_("Number of the certificate"), max_length=LONGEST_NUMBER)
    issued_on = DayField(label=_("Day of the certificate"))
    name = LineField(
        label=_("Name in the list of exhibits"),
        help_text=_("As the enterprise will find it there, with the number of the certificate."),
        max_length=LONGEST_NAME,
    )
    paper = PaperField(EXHIBIT.slug, label=_("Scanned certificate"))

    field_order = ("number", "issued_on", "name", "paper", "language", "second_language")


class AfterwardsForm(forms.Form):
    """What happened to a certificate, on a day that is not before its own, nor in the future."""

    use_required_attribute = False
    dated: str

    def __init__(self, data: Any = None, *, issued_on: datetime.date) -> None:
        super().__init__(data)
        self.issued_on = issued_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get(self.dated)
        if day and not self.issued_on <= day <= timezone.localdate():
            self.add_error(self.dated, _("This day is before the certificate, or in the future."))
        return cleaned


class ApostilleForm(AfterwardsForm):
    """The apostille or legalization that the certificate bears now."""

    dated = "day"

    kind = forms.ChoiceField(
        label=_("What it bears"),
        choices=[(one.value, one.label) for one in LEGALIZED],
        widget=forms.RadioSelect,
    )
    number = LineField(label=_("Number of the apostille or legalization"), max_length=LONGEST_NUMBER)
    day = DayField(label=_("Day of the apostille or legalization"))


class DeliverForm(AfterwardsForm):
    """To whom the certificate was handed over."""

    dated = "collected_on"

    collected_by = LineField(label=_("Handed to"), max_length=LONGEST_NAME)
    identity = forms.ChoiceField(
        label=_("Identity paper shown"),
        help_text=_("Which paper it was. Do not write down its number anywhere."),
        choices=Identity,
        widget=forms.RadioSelect,
    )
    collected_on = DayField(label=_("Handed over on"))
