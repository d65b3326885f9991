"""Fields of the forms of a profile."""

import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from legal.laws.spoken import language_name
from legal.lawyers.kinds import Level, Task
from portal.languages import LANGUAGES, NAMES
from portal.lines import require_visible
from portal.reference.models import Jurisdiction

LONGEST_TEXT: Final = 4000
EARLIEST: Final = datetime.date(1900, 1, 1)
LATEST_YEAR: Final = 2100


class TextField(forms.CharField):
    """Some paragraphs: no invisible characters but the ends of lines."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        given: dict[str, Any] = {
            "max_length": LONGEST_TEXT,
            "required": False,
            "widget": forms.Textarea({"rows": rows}),
        }
        super().__init__(**given | kwargs)

    def to_python(self, value: object) -> str:
        return "\n".join(line.rstrip() for line in str(super().to_python(value) or "").splitlines()).strip()

    def validate(self, value: str) -> None:
        super().validate(value)
        require_visible(value.replace("\n", ""))


class DayField(forms.DateField):
    """A day that has been."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput({"type": "date", "class": "w-short"}, format="%Y-%m-%d")
        super().__init__(input_formats=["%Y-%m-%d"], required=False, widget=widget, **kwargs)

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value and not EARLIEST <= value <= datetime.datetime.now(tz=datetime.UTC).date() + datetime.timedelta(
            days=1
        ):
            raise ValidationError(_("Give a day that has been."), code="day")


class YearField(forms.IntegerField):
    """A year, which may be left out."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Year"),
            required=False,
            min_value=EARLIEST.year,
            max_value=LATEST_YEAR,
            widget=forms.NumberInput({"class": "w-short"}),
        )


class LanguageField(forms.ChoiceField):
    """A language by its code, named in the reader's."""

    def __init__(self, **kwargs: Any) -> None:
        given: dict[str, Any] = {"label": _("Language"), "widget": forms.Select({"class": "w-short"})}
        super().__init__(choices=languages, **given | kwargs)


class LevelField(forms.ChoiceField):
    """How well a task is done in a language; empty where it is not."""

    def __init__(self, task: Task) -> None:
        super().__init__(
            label=task.label,
            choices=[("", "—"), *Level.choices],
            required=False,
            widget=forms.Select({"class": "w-short"}),
        )


class JurisdictionField(forms.ModelChoiceField[Jurisdiction]):
    """A jurisdiction by its code."""

    def __init__(self, **kwargs: Any) -> None:
        given: dict[str, Any] = {
            "label": _("Jurisdiction"),
            "to_field_name": "code",
            "empty_label": _("Choose a jurisdiction"),
            "widget": forms.Select({"class": "w-short"}),
        }
        super().__init__(Jurisdiction.objects.all(), **given | kwargs)


def languages() -> list[tuple[str, str]]:
    """The languages there are names of, those of the portal first."""
    return [("", str(_("Choose a language"))), *((code, language_name(code)) for code in NAMES)]


def spoken_by_column(form: forms.Form) -> None:
    """Tell the fields of translated columns in which language they are written."""
    for name, field in form.fields.items():
        for language in LANGUAGES:
            if name.endswith(f"_{language.column}"):
                field.widget.attrs["lang"] = language.tag
