"""What the officer records of an appraisal: more time, and the opinion."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.appraisal.models.entrustment import LONGEST_LINE
from legal.appraisal.models.opinion import LONGEST_NUMBER
from legal.exhibits.forms.fields import DayField, LanguagesForm
from legal.exhibits.papers import EXHIBIT
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField, ParagraphsField

LONGEST_REASON: Final = 2000
MOST_DAYS: Final = 365


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
