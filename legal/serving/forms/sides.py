"""What the other side of a matter types: its answer, and the exhibits it hands in."""

from typing import Any, Final

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from legal.exhibits.languages import choices as languages
from legal.matters.forms.versions import LARGEST_VERSION
from legal.matters.models import Audience
from legal.matters.models.matter import WRITTEN_IN
from legal.serving.models import AnswerDraft
from legal.serving.models.answer import LONGEST_ANSWER
from legal.serving.models.paper import LONGEST_NAME, LONGEST_PURPOSE
from legal.serving.papers import PAPER
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField, ParagraphsField

SHORT: Final = {"class": "w-short"}


class HandInForm(PaperForm):
    """An exhibit of a side, and who is shown it."""

    use_required_attribute = False

    paper = PaperField(PAPER.slug, label=pgettext_lazy("of a paper", "File"))
    name = LineField(
        label=pgettext_lazy("a paper", "What it is"),
        help_text=_("Such as “Contract of 3 May”."),
        max_length=LONGEST_NAME,
    )
    purpose = LineField(label=_("What it proves"), max_length=LONGEST_PURPOSE, required=False)
    language = forms.ChoiceField(
        label=_("Language of the document"),
        choices=lambda: [("", _("Choose a language")), *languages()],
        widget=forms.Select(SHORT),
    )
    audience = forms.ChoiceField(
        label=_("Who is shown it"),
        help_text=_(
            "What only the institution or the tribunal sees is shown to nobody else, on no page and in no file."
        ),
        choices=Audience,
        initial=Audience.EVERYONE,
        widget=forms.RadioSelect,
    )

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "purpose", "language", "audience")}


class AnswerForm(forms.Form):
    """What a side answers, written upon the version that the page showed."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)
    text = ParagraphsField(
        label=_("Your answer"),
        help_text=_("Say of each claim whether you admit or deny it, and why."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea({"rows": 14}),
        error_messages={"required": _("Write the answer.")},
    )
    counterclaim = ParagraphsField(
        label=_("Counterclaim, if you have one"),
        help_text=_("What you claim yourself, and why. Its fees and time limits are those of the institution’s rules."),
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea({"rows": 8}),
    )
    language = forms.ChoiceField(label=_("Language of the answer"), choices=WRITTEN_IN, widget=forms.Select(SHORT))

    def __init__(
        self, data: Any = None, *, draft: AnswerDraft | None, counterclaim: bool, one_by_one: bool = False
    ) -> None:
        saved = {"version": draft.version if draft else 0, "language": draft.language if draft else get_language()}
        if draft:
            saved |= {"text": draft.text, "counterclaim": draft.counterclaim}
        super().__init__(data, initial=saved)
        if not counterclaim:
            del self.fields["counterclaim"]
        elif one_by_one:
            field = self.fields["counterclaim"]
            field.label = _("Facts and reasons of your counterclaims")
            field.help_text = _(
                "What you claim is written claim by claim on a page of its own; here stands what it rests on. "
                "Fees and time limits of a counterclaim are those of the institution’s rules."
            )

    def go_on_from(self, version: int) -> None:
        """Let the page, with what was typed, be sent again upon what is saved now."""
        self.data = {**{name: self[name].value() for name in self.fields}, "version": version}
