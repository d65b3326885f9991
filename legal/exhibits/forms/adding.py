"""Files that become exhibits."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, Final

from django.forms.boundfield import BoundField
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from legal.exhibits.actions.facts import Facts
from legal.exhibits.forms.fields import LanguagesForm, form_field, kind_field
from legal.exhibits.models import Exhibit
from legal.exhibits.models.exhibit import LONGEST_NAME
from legal.exhibits.papers import EXHIBIT
from portal.files.forms import PaperField, PaperForm
from portal.files.models import File
from portal.languages import by_code
from portal.lines import LineField

FIRST: Final = "paper_1"
MORE: Final = ("paper_2", "paper_3", "paper_4", "paper_5")


class AddForm(PaperForm, LanguagesForm):
    """One file or several, and what they have in common; each is named after its file until somebody names it."""

    use_required_attribute = False

    paper_1 = PaperField(EXHIBIT.slug, label=_("File"))
    paper_2 = PaperField(EXHIBIT.slug, label=_("Second file"), required=False)
    paper_3 = PaperField(EXHIBIT.slug, label=_("Third file"), required=False)
    paper_4 = PaperField(EXHIBIT.slug, label=_("Fourth file"), required=False)
    paper_5 = PaperField(EXHIBIT.slug, label=_("Fifth file"), required=False)
    kind = kind_field()
    form = form_field()

    field_order: Sequence[str] = (FIRST, *MORE, "kind", "language", "second_language", "form")

    @property
    def files_asked(self) -> list[BoundField]:
        """The fields that take a file."""
        return [self[name] for name in (FIRST, *MORE) if name in self.fields]

    @property
    def facts_asked(self) -> list[BoundField]:
        """The others."""
        return [self[name] for name in self.fields if name not in {FIRST, *MORE}]

    @property
    def papers(self) -> dict[str, File]:
        """The files that were sent, by the names of their fields."""
        named = {name: self.cleaned_data.get(name) for name in (FIRST, *MORE)}
        return {name: file for name, file in named.items() if file}

    @property
    def answers(self) -> dict[str, Any]:
        """What is said of each of them."""
        return {name: answer for name, answer in self.cleaned_data.items() if name not in {FIRST, *MORE}}

    def facts_of(self, file: File) -> Facts:
        """What is said of one of them, to begin with."""
        worded_in = by_code(get_language() or "").code
        return Facts(name=PurePath(file.name).stem[:LONGEST_NAME], worded_in=worded_in, **self.answers)


class TranslationForm(AddForm):
    """The translation of an exhibit, which is of its kind."""

    translator = LineField(
        label=pgettext_lazy("exhibit", "Translator"),
        help_text=_("The person or bureau that signed for it."),
        max_length=LONGEST_NAME,
        required=False,
    )

    field_order = (FIRST, "language", "second_language", "translator", "form")

    def __init__(self, *arguments: Any, original: Exhibit, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.original = original
        for name in (*MORE, "kind"):
            del self.fields[name]

    @property
    def answers(self) -> dict[str, Any]:
        return {**super().answers, "kind": self.original.kind, "translation_of": self.original}


class ReplaceForm(PaperForm):
    """The corrected file of an exhibit."""

    paper = PaperField(EXHIBIT.slug, label=_("Corrected file"))
