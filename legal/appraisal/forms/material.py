"""The materials that are to be examined: one is listed, several change hands."""

import datetime
from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.appraisal.forms.fields import line
from legal.appraisal.kinds import MaterialKind
from legal.appraisal.models import Material
from legal.appraisal.models.entrustment import LONGEST_LINE
from legal.appraisal.models.material import MOST
from legal.matters.models import Matter, Produced
from portal.languages import inner
from portal.lines import LineField

# Before it there was no portal and no such handover: a year with a digit too few is a slip.
EARLIEST: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


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
                label=_("Condition of “%(name)s”") % {"name": inner(one)},
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
