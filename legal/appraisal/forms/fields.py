"""The fields of an entrustment letter: a line, a text, a choice; each may be left empty."""

from typing import Any

from django import forms

from legal.appraisal.models.entrustment import LONGEST_LINE, LONGEST_TEXT
from portal.lines import LineField, ParagraphsField


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
