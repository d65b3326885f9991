"""What is typed about deadlines."""

import datetime
from typing import Final

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminDateWidget, UnfoldAdminTextInputWidget

from legal.clocks.models.change import LONGEST_REASON
from legal.matters.models.matter import WRITTEN_IN
from portal.lines import LineField

DAY: Final = {"type": "date"}
# Further away it is a slip, and after the year 9999 there is no day on which anybody could be told.
LATEST: Final = datetime.date(2999, 12, 31)


class LanguageForm(forms.Form):
    """In which language a calendar is to be."""

    use_required_attribute = False

    language = forms.ChoiceField(label=_("Language of the calendar"), choices=WRITTEN_IN)


class DayForm(forms.Form):
    """A last day and why it is that one."""

    use_required_attribute = False

    day = forms.DateField(
        label=_("Last day"),
        validators=[MaxValueValidator(LATEST)],
        widget=UnfoldAdminDateWidget(DAY, format="%Y-%m-%d"),
    )
    reason = LineField(
        label=_("Reason, which is told to those whom it concerns"),
        max_length=LONGEST_REASON,
        widget=UnfoldAdminTextInputWidget,
    )


class AgainForm(forms.Form):
    """Nothing is typed: it is computed again."""
