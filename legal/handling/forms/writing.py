"""What staff write to the sides: messages, and letters out of templates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from legal.handling.models import Letter
from legal.matters.kinds import Side
from legal.matters.models import Audience, Matter
from legal.matters.models.matter import WRITTEN_IN
from legal.matters.models.message import LONGEST_MESSAGE
from portal.lines import ParagraphsField


class WriteForm(forms.Form):
    """A message of staff, and whom it is for."""

    to = forms.ChoiceField(label=_("Who is shown it"), widget=UnfoldAdminSelectWidget)
    language = forms.ChoiceField(label=_("Language of the message"), choices=WRITTEN_IN, widget=UnfoldAdminSelectWidget)
    body = ParagraphsField(
        label=_("Message"), max_length=LONGEST_MESSAGE, widget=UnfoldAdminTextareaWidget({"rows": 6, "dir": "auto"})
    )

    def __init__(self, data: Any = None, *, matter: Matter, holds: bool, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["to"].choices = audiences(matter, holds=holds)  # type: ignore[attr-defined]  # it is a ChoiceField

    @property
    def facts(self) -> dict[str, str]:
        """What is written, with audience and side."""
        to = self.cleaned_data["to"]
        one_side = to in Side.values
        return {
            "body": self.cleaned_data["body"],
            "language": self.cleaned_data["language"],
            "audience": Audience.SIDE if one_side else to,
            "side": to if one_side else "",
        }


def audiences(matter: Matter, *, holds: bool) -> list[tuple[str, Any]]:
    """For whom a message can be: a note for the institution alone, and to who holds the file all sides and each."""
    alone = [(Audience.INSTITUTION.value, _("A note for the institution alone"))]
    if not holds or matter.is_ended:
        return alone
    there = set(matter.parties.values_list("side", flat=True))
    sides = [(side.value, side.label) for side in Side if side in there]
    return [(Audience.EVERYONE.value, _("All sides")), *sides, *alone]


class LetterForm(WriteForm):
    """A letter written out of a template, which can be changed before it is printed or sent."""

    def __init__(self, data: Any = None, *, matter: Matter, initial: Any = None) -> None:
        super().__init__(data, matter=matter, holds=True, initial=initial)
        self.fields["body"].widget.attrs["rows"] = 18

    def choosing(self, letter: Letter) -> "ChoosingForm":
        """For whom and in which language it is written anew, as it is now."""
        return ChoosingForm(
            {"to": self["to"].value(), "language": self["language"].value()},
            choices=self.fields["to"].choices,  # type: ignore[attr-defined]  # it is a ChoiceField
            languages=[(language.code, language.name) for language in letter.languages],
        )


class ChoosingForm(forms.Form):
    """For whom a letter is, and in which of its languages."""

    to = forms.ChoiceField(label=_("Who is shown it"), widget=UnfoldAdminSelectWidget)
    language = forms.ChoiceField(label=_("Language of the letter"), widget=UnfoldAdminSelectWidget)

    def __init__(self, data: Any, *, choices: Any, languages: list[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="choosing_%s")
        self.fields["to"].choices = choices  # type: ignore[attr-defined]  # it is a ChoiceField
        self.fields["language"].choices = languages  # type: ignore[attr-defined]  # it is a ChoiceField
