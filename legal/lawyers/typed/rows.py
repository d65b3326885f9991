"""The groups of a profile whose answer is a list, row by row."""

from collections.abc import Iterable
from typing import Any, Final, cast

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.lawyers.facts.reading import Facts, plain
from legal.lawyers.kinds import Task
from legal.lawyers.typed.fields import (
    DayField,
    JurisdictionField,
    LanguageField,
    LevelField,
    YearField,
)
from portal.lines import AddressField, LineField

MOST_ROWS: Final = 20


class AdmissionRow(forms.Form):
    jurisdiction = JurisdictionField()
    number = LineField(label=_("Number of the admission"), max_length=80, required=False)
    since = DayField(label=_("Admitted since"))


class SkillRow(forms.Form):
    language = LanguageField()
    consult = LevelField(Task.CONSULT)
    draft = LevelField(Task.DRAFT)
    plead = LevelField(Task.PLEAD)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(task) for task in Task.values):
            self.add_error("consult", _("Give a level for one task at least, or remove this language."))
        return cleaned


class EducationRow(forms.Form):
    institution = LineField(label=_("Institution"), max_length=200)
    degree = LineField(label=_("Degree"), max_length=200, required=False)
    year = YearField()
    language = LanguageField(label=_("Language of these words"))


class PublicationRow(forms.Form):
    title = LineField(label=_("Title"), max_length=300)
    published_in = LineField(label=pgettext_lazy("publication", "Published in"), max_length=200, required=False)
    year = YearField()
    language = LanguageField(label=_("Language of these words"))
    link = AddressField(label=_("Link"))


class Rows(BaseFormSet[forms.Form]):
    """A group whose answer is a list: a row ticked for removal is left out, an empty one is none."""

    name = ""
    once = ""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this entry")

    def clean(self) -> None:
        seen: set[Any] = set()
        for form in self._given():
            value = form.cleaned_data.get(self.once) if self.once else None
            if value is not None and value in seen:
                form.add_error(self.once, _("This stands in another entry already."))
            seen.add(value)

    @property
    def answers(self) -> Facts:
        rows = [
            {name: plain(value) for name, value in form.cleaned_data.items() if name != "DELETE"}
            for form in self._given()
        ]
        return {self.name: rows}

    def _given(self) -> Iterable[forms.Form]:
        return [form for form in self.forms if form not in self.deleted_forms and getattr(form, "cleaned_data", None)]


def _rows(name: str, row: type[forms.Form], once: str = "") -> type[Rows]:
    kind = type(f"{name.title()}Rows", (Rows,), {"name": name, "once": once})
    return cast(
        "type[Rows]",
        formset_factory(
            row,
            formset=kind,
            extra=1,
            max_num=MOST_ROWS,
            validate_max=True,
            absolute_max=MOST_ROWS + 1,
            can_delete=True,
        ),
    )


LISTS: Final[dict[str, type[Rows]]] = {
    "admissions": _rows("admissions", AdmissionRow, "jurisdiction"),
    "languages": _rows("skills", SkillRow, "language"),
    "education": _rows("education", EducationRow),
    "publications": _rows("publications", PublicationRow),
}
