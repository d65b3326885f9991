"""Of which days matters are counted."""

import datetime
from typing import Any, Final

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.widgets import UnfoldAdminTextInputWidget

from legal.clocks.forms import LATEST
from legal.handling.statistics import DAY, OFFICIAL, Span

MOST_DAYS: Final = 3660
# Before there was a portal nothing is counted, and no clock goes beyond the years 1 and 9999.
WITHIN: Final = [MinValueValidator(datetime.date(2000, 1, 1)), MaxValueValidator(LATEST)]


class SpanForm(forms.Form):
    """From when until when is counted; without an answer the twelve months that end today."""

    first = forms.DateField(label=_("From"), validators=WITHIN, widget=UnfoldAdminTextInputWidget({"type": "date"}))
    last = forms.DateField(
        label=pgettext_lazy("last day of a span", "Until"),
        validators=WITHIN,
        widget=UnfoldAdminTextInputWidget({"type": "date"}),
    )

    def __init__(self, data: Any) -> None:
        today = timezone.localdate(timezone.now(), OFFICIAL)
        self.usual = Span((today.replace(day=1) - 330 * DAY).replace(day=1), today)
        asked = {"first": data.get("first"), "last": data.get("last")}
        if not any(asked.values()):
            asked = {"first": self.usual.first.isoformat(), "last": self.usual.last.isoformat()}
        super().__init__(asked)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        first, last = given.get("first"), given.get("last")
        if first and last and not datetime.timedelta(0) <= last - first <= MOST_DAYS * DAY:
            raise forms.ValidationError(_("The last day is after the first, and not more than ten years after it."))
        return given

    @property
    def span(self) -> Span:
        """The span that is counted: the usual one where what was typed is none."""
        return Span(self.cleaned_data["first"], self.cleaned_data["last"]) if self.is_valid() else self.usual
