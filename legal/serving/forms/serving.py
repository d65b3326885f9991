"""What is served, and on whom."""

import datetime
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legal.exhibits.languages import choices as languages
from legal.matters.models import Audience, Matter, Message, Party, Submission
from legal.matters.models.matter import WRITTEN_IN
from legal.serving.models import Answer, Paper
from legal.serving.models.paper import LONGEST_NAME
from legal.serving.papers import PAPER
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField

# As much of a message as tells it from another.
BEGINNING: Final = 80


class ThingsField(forms.ModelMultipleChoiceField[Any]):
    """What can be served, each called so that nobody takes one for another."""

    def label_from_instance(self, obj: Any) -> str:
        if isinstance(obj, Submission):
            return gettext("Submission %(position)s, %(at)s") % {"position": obj.position, "at": _moment(obj.at)}
        if isinstance(obj, Answer):
            return gettext("Answer of %(party)s, %(at)s") % {"party": obj.party, "at": _moment(obj.at)}
        if isinstance(obj, Message):
            words = Truncator(obj.body).chars(BEGINNING)
            return gettext("Message of %(at)s: %(words)s") % {"at": _moment(obj.sent_at), "words": words}
        return str(obj)


class ServeForm(PaperForm):
    """What is served, and on whom; each party is written to in its own language."""

    submissions: Any = ThingsField(Submission.objects.none(), required=False)
    messages: Any = ThingsField(Message.objects.none(), required=False)
    answers: Any = ThingsField(Answer.objects.none(), required=False)
    papers: Any = ThingsField(Paper.objects.none(), required=False)
    paper = PaperField(PAPER.slug, label=_("A paper of the institution"), required=False)
    paper_name = LineField(label=_("What this paper is"), max_length=LONGEST_NAME, required=False)
    paper_language = forms.ChoiceField(
        label=_("Language of this paper"),
        choices=lambda: [("", _("Choose a language")), *languages()],
        required=False,
    )

    def __init__(self, *sent: Any, by: Any, matter: Matter) -> None:
        super().__init__(*sent, by=by)
        self.parties = list(matter.parties.filter(own=False).select_related("country", "matter"))
        tick = forms.CheckboxSelectMultiple
        self.fields["parties"] = forms.MultipleChoiceField(
            label=_("On whom"),
            choices=[(str(party.position), party.name) for party in self.parties],
            widget=tick,
            error_messages={"required": _("Choose on whom it is served.")},
        )
        for party in self.parties:
            self.fields[f"language_{party.position}"] = forms.ChoiceField(
                label=_("Language of the letter to %(party)s") % {"party": party.name},
                choices=WRITTEN_IN,
                initial=party.language or matter.language,
            )
        shown = Message.objects.filter(matter=matter, audience=Audience.EVERYONE)
        brought = Paper.objects.filter(matter=matter, audience=Audience.EVERYONE).shown_to("")
        self._offer("submissions", _("Submissions of the applicant"), matter.submissions.defer("content", "manifest"))
        self._offer("messages", _("Messages"), shown.select_related("author"))
        answered = matter.answers.select_related("party").defer("content", "manifest")
        self._offer("answers", _("Answers"), answered)
        self._offer("papers", _("Papers"), brought)
        self.order_fields(["parties", *(name for name in self.fields if name.startswith("language_"))])

    def _offer(self, name: str, label: Any, rows: QuerySet[Any]) -> None:
        self.fields[name] = ThingsField(rows, label=label, required=False, widget=forms.CheckboxSelectMultiple)
        if not rows.exists():
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("paper"):
            for name in ("paper_name", "paper_language"):
                if not cleaned.get(name):
                    self.add_error(name, _("Say this of the paper."))
        return cleaned

    @property
    def chosen(self) -> list[tuple[Party, str]]:
        """On whom, each with the language of the letter."""
        picked = set(self.cleaned_data["parties"])
        return [
            (party, self.cleaned_data[f"language_{party.position}"])
            for party in self.parties
            if str(party.position) in picked
        ]


def _moment(at: datetime.datetime) -> str:
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")
