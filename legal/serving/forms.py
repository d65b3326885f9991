"""What is typed on the other side of a matter, and by those who let it in."""

from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from enterprises.numbers import countries
from legal.exhibits.languages import choices as languages
from legal.matters.forms.representative import LARGEST_KEY
from legal.matters.forms.versions import LARGEST_VERSION
from legal.matters.models import Audience, Matter, Message, Party, Representative, Submission
from legal.matters.models.matter import WRITTEN_IN
from legal.serving.models import Answer, AnswerDraft, Invitation, Paper, Recipient
from legal.serving.models.answer import LONGEST_ANSWER
from legal.serving.models.paper import LONGEST_NAME, LONGEST_PURPOSE
from legal.serving.papers import PAPER
from portal.accounts.addresses import EmailField
from portal.files.forms import PaperField, PaperForm
from portal.lines import LineField, ParagraphsField
from portal.reference.models import Jurisdiction

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


class AgreeForm(forms.Form):
    """To which recipient, and upon which versions of the texts."""

    recipient: forms.ModelChoiceField[Recipient] = forms.ModelChoiceField(Recipient.objects.none())
    text = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, data: Any, *, matter: Matter) -> None:
        super().__init__(data)
        self.fields["recipient"] = forms.ModelChoiceField(matter.recipients.select_related("matter"))
        seen = data.getlist("text") if hasattr(data, "getlist") else []
        self.fields["text"] = forms.TypedMultipleChoiceField(
            choices=[(one, one) for one in seen if one.isdecimal() and len(one) < 19], coerce=int, required=False
        )


class InviteRepresentativeForm(forms.Form):
    """Which representative from outside is invited, where they are, and by which address."""

    use_required_attribute = False

    representative: forms.ModelChoiceField[Representative] = forms.ModelChoiceField(
        Representative.objects.none(),
        label=pgettext_lazy("in a matter", "Representative"),
        empty_label=None,
    )
    country: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        countries(),
        label=_("Where they work"),
        help_text=_("What leaves China wants a separate consent, which is asked for first."),
        empty_label=_("Choose a country"),
        to_field_name="code",
        widget=forms.Select(SHORT),
    )
    email = EmailField(label=_("E-mail address"), max_length=254)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=WRITTEN_IN, widget=forms.Select(SHORT))

    def __init__(self, data: Any = None, *, representatives: QuerySet[Representative]) -> None:
        super().__init__(data, initial={"language": get_language(), "country": "cn"})
        chosen = forms.ModelChoiceField(
            representatives,
            label=pgettext_lazy("in a matter", "Representative"),
            empty_label=None,
        )
        self.fields["representative"] = chosen
        self.order_fields(["representative", "country", "email", "language"])


class InvitationKeyForm(forms.Form):
    """Which invitation is meant."""

    invitation: forms.ModelChoiceField[Invitation] = forms.ModelChoiceField(Invitation.objects.none())

    def __init__(self, data: Any, *, invitations: QuerySet[Invitation]) -> None:
        super().__init__(data)
        self.fields["invitation"] = forms.ModelChoiceField(invitations)


class InviteForm(forms.Form):
    """Whom staff invite for a party."""

    party: forms.ModelChoiceField[Party] = forms.ModelChoiceField(Party.objects.none(), label=_("For which party"))
    email = EmailField(label=_("E-mail address"), max_length=254)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=WRITTEN_IN)

    def __init__(self, data: Any = None, *, parties: QuerySet[Party]) -> None:
        super().__init__(data, prefix="invite", initial={"language": get_language()})
        self.fields["party"] = forms.ModelChoiceField(parties, label=_("For which party"), empty_label=None)
        self.order_fields(["party", "email", "language"])


class ServeForm(PaperForm):
    """What is served, and on whom; each party is written to in its own language."""

    submissions: Any = forms.ModelMultipleChoiceField(Submission.objects.none(), required=False)
    messages: Any = forms.ModelMultipleChoiceField(Message.objects.none(), required=False)
    answers: Any = forms.ModelMultipleChoiceField(Answer.objects.none(), required=False)
    papers: Any = forms.ModelMultipleChoiceField(Paper.objects.none(), required=False)
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
        self._offer("answers", _("Answers"), matter.answers.defer("content", "manifest"))
        self._offer("papers", _("Papers"), brought)
        self.order_fields(["parties", *(name for name in self.fields if name.startswith("language_"))])

    def _offer(self, name: str, label: Any, rows: QuerySet[Any]) -> None:
        self.fields[name] = forms.ModelMultipleChoiceField(
            rows, label=label, required=False, widget=forms.CheckboxSelectMultiple
        )
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


class ParticipantKeyForm(forms.Form):
    """Which person is meant who takes part."""

    participant = forms.IntegerField(min_value=1, max_value=LARGEST_KEY)
