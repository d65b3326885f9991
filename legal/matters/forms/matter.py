"""What a matter is about, and why it is taken back."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter
from legal.matters.models.matter import LONGEST_TITLE, WRITTEN_IN
from portal.lines import LineField, ParagraphsField


class MatterForm(VersionedForm):
    """What a matter is about."""

    title = LineField(
        label=_("What it is about, in one line"),
        help_text=_("So that you and your colleagues know it again, such as “Walnuts delivered in May, not paid”."),
        max_length=LONGEST_TITLE,
    )
    language = forms.ChoiceField(
        label=_("Language of the matter"),
        help_text=_("In which you write to the institution."),
        choices=WRITTEN_IN,
        widget=forms.Select({"class": "w-short"}),
    )

    @classmethod
    def beginning(cls, data: Any = None) -> "MatterForm":
        """The form of a matter that is not there yet."""
        return cls(data, matter=None, saved={"language": get_language()})

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "language")}


def about(matter: Matter) -> dict[str, Any]:
    """What a `MatterForm` says of a matter as it is saved."""
    return {"title": matter.title, "language": matter.language}


class WithdrawForm(forms.Form):
    """Why a matter is taken back; nobody has to say."""

    reason = ParagraphsField(
        label=_("Reason, if you wish to give one"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
