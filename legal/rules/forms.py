"""What is typed to compute a deadline, and how the console edits figures."""

import datetime
from typing import Any, Final, cast

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from legal.rules.actions.figures import superseded
from legal.rules.kinds import RuleKind, Unit
from legal.rules.models import Calendar, Rule
from legal.rules.models.calendar import WEEK

FIRST: Final = datetime.date(2000, 1, 1)
LAST: Final = datetime.date(2100, 12, 31)


class Ticked(forms.CheckboxSelectMultiple):
    """Boxes to tick; what leads to the field leads to the first of them."""

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return super().id_for_label(id_, index or "0")


class DeadlineForm(forms.Form):
    """A query string: which time limit, from which day, over which calendars."""

    use_required_attribute = False

    rule = forms.TypedChoiceField(
        label=_("Time limit"),
        error_messages={
            "required": _("Choose a time limit."),
            "invalid_choice": _("Choose a time limit of the list."),
        },
    )
    start = forms.DateField(
        label=_("Day of the event"),
        help_text=_("The day the papers were received, say; it does not count itself."),
        widget=forms.DateInput({"type": "date", "min": FIRST.isoformat(), "max": LAST.isoformat()}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"required": _("Give the day of the event."), "invalid": _("Give a day that there is.")},
    )
    calendar = forms.TypedMultipleChoiceField(
        label=_("Calendars of working days"),
        help_text=_("A day counts as a working day where it is one in every calendar chosen."),
        required=False,
        widget=Ticked,
        error_messages=dict.fromkeys(("invalid_choice", "invalid_list"), _("Choose calendars of the list.")),
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Rule.objects.in_force(today).filter(kind=RuleKind.LIMIT).select_related("institution")
        limits = {rule.slug: rule for rule in found}
        calendars = {calendar.slug: calendar for calendar in Calendar.objects.all()}
        rule = cast("forms.TypedChoiceField", self.fields["rule"])
        calendar = cast("forms.TypedMultipleChoiceField", self.fields["calendar"])
        rule.choices = [("", _("Choose a time limit")), *((slug, _called(one)) for slug, one in limits.items())]
        rule.coerce = limits.__getitem__
        calendar.choices = [(slug, one.name) for slug, one in calendars.items()]
        calendar.coerce = calendars.__getitem__

    def clean_start(self) -> datetime.date:
        start: datetime.date = self.cleaned_data["start"]
        if not FIRST <= start <= LAST:
            raise forms.ValidationError(_("Give a day from 2000 to 2100."), code="range")
        return start

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        rule = cleaned.get("rule")
        if rule and rule.unit == Unit.WORKING_DAYS and not cleaned.get("calendar") and "calendar" not in self.errors:
            self.add_error("calendar", _("Choose a calendar: the limit is of working days."))
        return cleaned


class FigureForm(forms.ModelForm[Any]):
    """A new row may take the place of one without an end, which then ends the day before."""

    def _get_validation_exclusions(self) -> set[str]:
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # the stubs leave it out
        slug, since = self.cleaned_data.get("slug", ""), self.cleaned_data.get("effective_from")
        if self.instance.pk is None and superseded(self._meta.model, slug, since):
            # What compares the rows of one slug compares them as they would stand before the other has ended.
            excluded.add("slug")
        return excluded


class BandFormSet(forms.BaseInlineFormSet[Any, Any, Any]):
    """The bands of a table, of which one begins at nothing."""

    def clean(self) -> None:
        super().clean()
        typed = [form for form in self.forms if form.is_valid() and form.cleaned_data]
        # Of a row that is only read nothing is typed: where it begins, its band knows.
        begins = {form.instance.above for form in typed if not form.cleaned_data.get("DELETE")}
        if self.forms and 0 not in begins and all(form.is_valid() for form in self.forms):
            raise forms.ValidationError(_("The first band of a table begins above nothing, at 0."), code="gap")


class CalendarForm(forms.ModelForm[Calendar]):
    """The weekend is ticked day by day."""

    weekend = forms.TypedMultipleChoiceField(
        label=_("Weekend"),
        coerce=int,
        choices=[(day, WEEKDAYS[day - 1]) for day in WEEK],
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
    )


def _called(rule: Rule) -> str:
    """A rule by who sets it and what it is of."""
    if rule.institution is None:
        return rule.name
    return gettext("%(institution)s: %(name)s") % {"institution": rule.institution.name, "name": rule.name}
