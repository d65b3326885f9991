"""What is typed about an appraisal: the entrustment letter and the materials."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.appraisal.actions.saying import earlier
from legal.appraisal.completeness import of
from legal.appraisal.kinds import Branch, Delivery, Disposal, Entruster, MaterialKind, Round
from legal.appraisal.models import Material
from legal.appraisal.models.entrustment import LONGEST_LINE, LONGEST_TEXT
from legal.appraisal.models.material import MOST
from legal.appraisal.models.opinion import LONGEST_NUMBER
from legal.appraisal.sources import CLASSES, WHO_ENTRUSTS
from legal.exhibits.forms.fields import DayField, LanguagesForm
from legal.exhibits.papers import EXHIBIT
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter, Produced
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField, ParagraphsField

LONGEST_REASON: Final = 2000
MOST_DAYS: Final = 365
# Before it there was no portal and no such handover: a year with a digit too few is a slip.
EARLIEST: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
OWN: Final = (
    *("branch", "entruster", "body", "case_number", "institution", "subject", "purpose", "requirement", "questions"),
    *("wanted_by", "round", "parent", "facts", "disposal", "fees", "recusal", "delivery", "address"),
)


def line(label: Any, help_text: Any = "") -> LineField:
    return LineField(label=label, help_text=help_text, max_length=LONGEST_LINE, required=False)


def text(label: Any, help_text: Any = "", rows: int = 5) -> ParagraphsField:
    return ParagraphsField(
        label=label,
        help_text=help_text,
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea({"rows": rows}),
    )


def choice(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, help_text=help_text, choices=choices, required=False, widget=forms.RadioSelect
    )


class EntrustmentForm(VersionedForm):
    """The fields of the letter."""

    branch = choice(_("Class of the appraisal"), Branch, CLASSES)
    entruster = choice(_("Who entrusts it"), Entruster, WHO_ENTRUSTS)
    body = line(_("Entrusting body or parties"), _("The court, the tribunal, or the parties that entrust it together."))
    case_number = line(_("Number of the case"), _("Where a court or tribunal has it already."))
    institution = line(
        _("Appraisal institution you want"), _("It must be licensed for this class, and decides itself.")
    )
    subject = line(_("What is to be appraised"), _("In one line, such as “The seal on the contract of 3 March 2026”."))
    purpose = line(_("What the opinion is for"))
    requirement = text(_("What you require of the appraisal"), _("Such as a method or a standard."), rows=3)
    questions = text(_("Questions to the appraisers"), _("One on each line, such as “Was page 2 put in later?”."))
    wanted_by = DayField(
        label=_("By when you need it"),
        help_text=_("A wish: the time is agreed on in the letter, or follows from the rules of the institution."),
        required=False,
    )
    round = forms.ChoiceField(label=_("First or again"), choices=Round, widget=forms.RadioSelect)
    parent: "forms.ModelChoiceField[Matter]" = forms.ModelChoiceField(
        Matter.objects.none(),
        label=_("Earlier appraisal in the portal"),
        required=False,
        empty_label=pgettext_lazy("earlier appraisal", "None"),
        to_field_name="key",
    )
    facts = text(_("Facts of the case"), _("What happened, in short."))
    disposal = choice(_("What becomes of the materials afterwards"), Disposal)
    fees = line(_("Who bears the fee, and how"), _("The institution tells the amount."))
    appearance = forms.ChoiceField(
        label=_("Appraisers in court"),
        choices=[
            ("no", pgettext_lazy("appraisers in court", "They need not appear, as far as is known")),
            ("yes", pgettext_lazy("appraisers in court", "They are to appear and to be questioned; that costs extra")),
        ],
        widget=forms.RadioSelect,
    )
    recusal = line(_("Who should not appraise, and why"), _("Only where you know of a reason."))
    delivery = choice(_("How the opinion is handed over"), Delivery)
    address = line(_("Address for the courier"), _("Only where it is sent."))

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        if matter is not None:
            field: Any = self.fields["parent"]
            field.queryset = earlier(matter)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("address") and cleaned.get("delivery") != Delivery.COURIER:
            self.add_error("address", _("An address is for a courier."))
        if cleaned.get("parent") and cleaned.get("round") == Round.FIRST:
            self.add_error("parent", _("A first appraisal follows no other one."))
        return cleaned

    @property
    def facts_said(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {name: given[name] for name in OWN} | {"appearance": given["appearance"] == "yes"}


def said_of(matter: Matter) -> dict[str, Any]:
    """What an `EntrustmentForm` says of a matter as it is saved."""
    said = of(matter)
    return {name: getattr(said, name) for name in OWN} | {
        "parent": said.parent.key if said.parent else "",
        "appearance": "yes" if said.appearance else "no",
        "wanted_by": said.wanted_by.isoformat() if said.wanted_by else "",
    }


class MaterialForm(forms.Form):
    """One material for the list."""

    use_required_attribute = False

    exhibit: "forms.ModelChoiceField[Produced]" = forms.ModelChoiceField(
        Produced.objects.none(),
        label=_("Exhibit of the matter"),
        help_text=_("Where it is one: then its file is not sent again."),
        required=False,
        empty_label=pgettext_lazy("exhibit", "None: it is handed over only in the original"),
        to_field_name="number",
    )
    name = LineField(
        label=pgettext_lazy("material of an appraisal", "Name"),
        help_text=_("Empty for an exhibit that keeps its name."),
        max_length=LONGEST_LINE,
        required=False,
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("a material", "What it is"), choices=MaterialKind, widget=forms.RadioSelect
    )
    quantity = forms.IntegerField(
        label=_("Quantity"),
        min_value=1,
        max_value=MOST,
        initial=1,
        widget=forms.NumberInput({"class": "w-short"}),
    )
    condition = line(_("Condition"), _("Such as “sealed envelope, not opened”."))

    def __init__(self, data: Any = None, *, matter: Matter) -> None:
        super().__init__(data)
        field: Any = self.fields["exhibit"]
        field.queryset = matter.produced.select_related("exhibit")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        exhibit = cleaned.get("exhibit")
        if "name" in cleaned and not cleaned["name"]:
            if exhibit is None:
                self.add_error("name", _("Name the material, or choose an exhibit."))
            else:
                cleaned["name"] = exhibit.exhibit.name
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {name: given[name] for name in ("name", "kind", "quantity", "condition")} | {
            "produced": given["exhibit"]
        }


class HandoverForm(forms.Form):
    """Which materials changed hands, in which condition, from whom to whom, when."""

    use_required_attribute = False

    given_by = LineField(label=_("Who gave"), max_length=LONGEST_LINE)
    taken_by = LineField(label=_("Who took"), max_length=LONGEST_LINE)
    institution = LineField(label=_("For which institution"), max_length=LONGEST_LINE)
    at = forms.DateTimeField(
        label=_("When"),
        widget=forms.DateTimeInput({"type": "datetime-local", "class": "w-short"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        validators=[MinValueValidator(EARLIEST)],
    )

    def __init__(self, data: Any = None, *, materials: Iterable[Material]) -> None:
        super().__init__(data, initial={"at": timezone.localtime()})
        self.places = {f"condition_{one.position}": one.position for one in materials}
        for one in materials:
            self.fields[f"condition_{one.position}"] = LineField(
                label=_("Condition of “%(name)s”") % {"name": one},
                help_text=_("Empty where it was not handed over this time."),
                max_length=LONGEST_LINE,
                required=False,
            )

    def clean_at(self) -> datetime.datetime:
        at: datetime.datetime = self.cleaned_data["at"]
        if at > timezone.now():
            raise forms.ValidationError(_("This time is in the future."), code="future")
        return at

    @property
    def said(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {name: given[name] for name in ("given_by", "taken_by", "institution", "at")} | {
            "conditions": {place: given[name] for name, place in self.places.items()}
        }


class ExtendForm(forms.Form):
    """By how much the time is extended, and why."""

    use_required_attribute = False

    days = forms.IntegerField(
        label=_("By how many working days"),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.NumberInput({"class": "w-short"}),
    )
    reason = ParagraphsField(
        label=_("Reason that is told to the client"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 5}),
    )


class OpinionForm(PaperForm, LanguagesForm):
    """The opinion as the institution issued it."""

    use_required_attribute = False

    number = LineField(label=_("Number of the opinion"), max_length=LONGEST_NUMBER)
    issued_on = DayField(label=_("Day of the opinion"))
    name = LineField(
        label=_("Name in the list of exhibits"),
        help_text=_("As the enterprise will find it there, with the number of the opinion."),
        max_length=LONGEST_LINE,
    )
    paper = PaperField(EXHIBIT.slug, label=_("File of the opinion"))

    field_order = ("number", "issued_on", "name", "paper", "language", "second_language")
