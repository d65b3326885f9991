"""Whether a lawyer takes new matters, and the office hours."""

import datetime
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.lawyers.kinds import Weekday
from legal.lawyers.models import Lawyer
from portal.accounts import time_zones

SPANS: Final = {"opens": _("from"), "closes": _("to"), "reopens": _("and from"), "recloses": _("until")}
PAIRS: Final = (("opens", "closes"), ("reopens", "recloses"))


class AvailabilityForm(forms.Form):
    """Whether new matters are taken, and two spans of office hours a day."""

    takes_new_matters = forms.BooleanField(label=_("I take new matters"), required=False)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones.choices)

    def __init__(self, data: Any = None, *, lawyer: Lawyer) -> None:
        hours: dict[int, list[Any]] = {day: [] for day in Weekday.values}
        for span in lawyer.office_hours.all():
            hours[span.weekday] += [span.opens, span.closes]
        initial = {
            f"{name}_{day}": value for day in Weekday.values for name, value in zip(SPANS, hours[day], strict=False)
        }
        initial |= {"takes_new_matters": lawyer.takes_new_matters, "time_zone": lawyer.time_zone}
        super().__init__(data, initial=initial)
        for day in Weekday:
            for name, label in SPANS.items():
                widget = forms.TimeInput({"type": "time", "class": "w-short"}, format="%H:%M")
                self.fields[f"{name}_{day.value}"] = forms.TimeField(label=label, required=False, widget=widget)

    @property
    def days(self) -> list[tuple[str, list[Any]]]:
        """The days in order, each with its fields."""
        return [(str(day.label), [self[f"{name}_{day.value}"] for name in SPANS]) for day in Weekday]

    @property
    def forms(self) -> list[forms.Form]:
        return [self]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for day in Weekday.values:
            self._check(day, cleaned)
        return cleaned

    @property
    def hours(self) -> list[tuple[int, datetime.time, datetime.time]]:
        """The spans that were typed; call it after `is_valid`."""
        return [
            (day, self.cleaned_data[f"{opens}_{day}"], self.cleaned_data[f"{closes}_{day}"])
            for day in Weekday.values
            for opens, closes in PAIRS
            if self.cleaned_data[f"{opens}_{day}"]
        ]

    def _check(self, day: int, cleaned: dict[str, Any]) -> None:
        last = None
        for opens, closes in PAIRS:
            begins, ends = cleaned.get(f"{opens}_{day}"), cleaned.get(f"{closes}_{day}")
            if bool(begins) != bool(ends):
                self.add_error(f"{closes}_{day}", _("Say when they begin and when they end."))
            elif begins and (begins >= ends or (last and begins < last)):
                self.add_error(f"{closes}_{day}", _("Office hours begin before they end, and after those before them."))
            last = ends or last
