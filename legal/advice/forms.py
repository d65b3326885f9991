"""What members type: a question with the articles it names, what to look at in a contract, a further question."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from enterprises.numbers import countries
from legal.advice import articles
from legal.advice.models import Question, Review, Urgency
from legal.advice.models.question import LONGEST_QUESTION
from legal.advice.models.review import LONGEST_NAME, LONGEST_POINTS
from legal.advice.routing import CHINA
from legal.laws.models import Law
from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter, Produced
from legal.matters.models.matter import WRITTEN_IN
from legal.matters.models.message import LONGEST_MESSAGE
from portal.lines import LineField, ParagraphsField
from portal.reference.models import Jurisdiction, Topic

SHORT: Final = {"class": "w-short"}
CHOSEN: Final = ("country", "topic", "answer_in", "urgency")
REVIEWED: Final = ("counterparty", "points", "answer_in")


class QuestionForm(VersionedForm):
    """The question of a consultation."""

    text = ParagraphsField(
        label=gettext_lazy("Your question"),
        help_text=gettext_lazy(
            "What happened, what you want to do, and what you want to know. Contracts and letters are exhibits."
        ),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea({"rows": 10}),
        error_messages={"required": gettext_lazy("Write what you want to know.")},
    )
    country: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        countries(),
        label=gettext_lazy("About the law of"),
        help_text=gettext_lazy(
            "Staff lawyers answer on the law of China. On the law of another country you are led to the lawyers of the "
            "directory who are admitted there."
        ),
        empty_label=gettext_lazy("Choose a country"),
        to_field_name="code",
        widget=forms.Select(SHORT),
    )
    topic: forms.ModelChoiceField[Topic] = forms.ModelChoiceField(
        Topic.objects.all(),
        label=gettext_lazy("Field of law"),
        empty_label=pgettext_lazy("left open", "Not known"),
        to_field_name="slug",
        required=False,
        widget=forms.Select(SHORT),
    )
    articles = forms.CharField(
        label=gettext_lazy("Articles it is about"),
        help_text=gettext_lazy("Where you know them: the addresses of their pages in this portal, one a line."),
        required=False,
        max_length=10_000,
        widget=forms.Textarea({"rows": 3, "spellcheck": "false"}),
    )
    answer_in = forms.ChoiceField(
        label=pgettext_lazy("to a question", "Language of the answer"), choices=WRITTEN_IN, widget=forms.Select(SHORT)
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("How urgent it is"),
        help_text=gettext_lazy("It tells the lawyer what waits for the answer; it promises no day."),
        choices=Urgency,
        widget=forms.RadioSelect,
    )

    def clean_articles(self) -> list[tuple[Law, str]]:
        return articles.read(self.cleaned_data["articles"])

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("text", *CHOSEN)}


def asked(matter: Matter) -> Mapping[str, Any]:
    """What a `QuestionForm` says of a matter as it is saved; with an article of the address it was begun from."""
    question = Question.objects.filter(matter=matter).select_related("country", "topic").first()
    if question is None:
        return {"country": CHINA, "answer_in": get_language(), "urgency": Urgency.NONE}
    return {
        "text": question.text,
        "country": question.country.code,
        "topic": question.topic.slug if question.topic else "",
        "articles": articles.written(list(matter.articles.select_related("law__jurisdiction"))),
        "answer_in": question.answer_in,
        "urgency": question.urgency,
    }


class ReviewForm(VersionedForm):
    """Which exhibit is the contract, and what to look at in it."""

    contract = forms.ChoiceField(
        label=pgettext_lazy("contract review", "The contract"),
        help_text=gettext_lazy("Among the exhibits of this matter: produce it there first."),
        required=False,
    )
    governing: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        countries(),
        label=gettext_lazy("Law of the contract"),
        help_text=gettext_lazy("Which the contract says that it is under, or that you want for it."),
        empty_label=pgettext_lazy("left open", "Not known"),
        to_field_name="code",
        required=False,
        widget=forms.Select(SHORT),
    )
    counterparty = LineField(
        label=gettext_lazy("The other side of the contract"),
        help_text=gettext_lazy("So that a staff lawyer can say whether there is a conflict of interest."),
        max_length=LONGEST_NAME,
    )
    points = ParagraphsField(
        label=gettext_lazy("What to look at"),
        help_text=gettext_lazy("Clauses that worry you, what you want to achieve; empty for the whole contract."),
        max_length=LONGEST_POINTS,
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )
    answer_in = forms.ChoiceField(
        label=gettext_lazy("Language of the remarks"), choices=WRITTEN_IN, widget=forms.Select(SHORT)
    )
    wished_by = forms.DateField(
        label=gettext_lazy("Wished by"),
        help_text=gettext_lazy("The day you need it by, if there is one; it is a wish, and promises nothing."),
        required=False,
        widget=forms.DateInput({"type": "date", **SHORT}, format="%Y-%m-%d"),
    )

    def __init__(self, data: Any = None, *, matter: Matter, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        self.produced: dict[str, Produced] = {str(one.pk): one for one in matter.produced.with_exhibits()}
        named = [(key, f"{one.number}. {one.exhibit}") for key, one in self.produced.items()]
        offered = [("", gettext_lazy("Not chosen yet")), *named]
        self.fields["contract"].choices = offered  # type: ignore[attr-defined]  # it is a ChoiceField

    def clean_contract(self) -> Produced | None:
        return self.produced.get(self.cleaned_data["contract"])

    def clean_wished_by(self) -> Any:
        wished = self.cleaned_data["wished_by"]
        if wished and wished < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."), code="past")
        return wished

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("contract", "governing", *REVIEWED, "wished_by")}


def wanted(matter: Matter) -> Mapping[str, Any]:
    """What a `ReviewForm` says of a matter as it is saved."""
    review = Review.objects.filter(matter=matter).select_related("governing").first()
    if review is None:
        return {"answer_in": get_language()}
    kept = {name: getattr(review, name) for name in (*REVIEWED, "wished_by")}
    return kept | {
        "contract": str(review.contract_id or ""),
        "governing": review.governing.code if review.governing else "",
    }


class FurtherForm(forms.Form):
    """A further question."""

    use_required_attribute = False

    body = ParagraphsField(
        label=gettext_lazy("What is still open"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": gettext_lazy("Write what you want to know.")},
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("of a message", "Language"), choices=WRITTEN_IN, widget=forms.Select(SHORT)
    )
