"""The interim measures that are asked for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.arbitration.forms.fields import WordsField
from legal.arbitration.forms.parts import PartForm
from legal.matters.kinds import Side
from legal.matters.models import Matter

LONGEST_MEASURE = 5_000


class MeasureForm(PartForm):
    """An interim measure."""

    named = ("against",)

    what = WordsField(
        label=_("What is asked for"),
        help_text=_("What is to be ordered or preserved, where it is, and why it would come too late otherwise."),
        max_length=LONGEST_MEASURE,
    )
    against = forms.CharField(label=_("Against whom"), required=False)
    urgent = forms.BooleanField(label=_("It cannot wait"), required=False)

    def __init__(self, data: Any = None, *, matter: Matter, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        rows = matter.parties.exclude(side=Side.APPLICANT)
        self.offer("against", {str(one.position): one for one in rows}, _("Not said yet"))

    @classmethod
    def said(cls, part: Any) -> dict[str, Any]:
        return super().said(part) | {"against": part.against.position if part.against else ""}
