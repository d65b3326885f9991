"""Consultation and contract review as proceedings of matters, and where they begin in the catalogue."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from legal.advice.models import Question, Review
from legal.advice.routing import is_for_staff
from legal.advice.states import (
    ASKING,
    ASKING_ENDED,
    ASKING_WAY,
    CONSULTATION,
    REVIEW,
    REVIEWING,
    REVIEWING_ENDED,
    REVIEWING_WAY,
    Asked,
    Reviewed,
)
from legal.matters.completeness import lacking
from legal.matters.kinds import Decision, Page, Proceeding, Side, register
from legal.matters.models import Matter
from legal.services.starting import of_matters, register_start


def question_missing(matter: Matter) -> Iterator[str]:
    """What a consultation lacks: the question, and that it is one for staff lawyers."""
    question = Question.objects.filter(matter=matter).select_related("country").first()
    if question is None:
        yield lacking(matter, "advice:question", _("Write your question."), "text")
    elif not is_for_staff(question.country):
        sentence = _(
            "Staff lawyers answer on the law of China alone: on the law of %(country)s ask a lawyer of the directory "
            "who is admitted there."
        ) % {"country": question.country}
        yield lacking(matter, "advice:question", sentence, "country")


def review_missing(matter: Matter) -> Iterator[str]:
    """What a contract review lacks: what to look at, and the contract."""
    review = Review.objects.filter(matter=matter).first()
    if review is None:
        sentence = _("Say who the other side of the contract is, and what to look at.")
        yield lacking(matter, "advice:review", sentence)
    if review is None or review.contract_id is None:
        sentence = _("Produce the contract as an exhibit, and say which exhibit it is.")
        yield lacking(matter, "advice:review", sentence, "contract")


def question_frozen(matter: Matter) -> Mapping[str, Any]:
    return Question.objects.select_related("country", "topic", "matter").get(matter=matter).frozen()


def review_frozen(matter: Matter) -> Mapping[str, Any]:
    return Review.objects.select_related("contract", "governing").get(matter=matter).frozen()


# Somebody else who is concerned may be named, so that a conflict of interest shows; there is no respondent.
SIDES: Final = (Side.APPLICANT, Side.THIRD)
CONSULTING: Final = Proceeding(
    slug="consultation",
    label=pgettext_lazy("kind of proceeding", "Consultation"),
    prefix="CON",
    machine=CONSULTATION,
    drafting=ASKING,
    ended=ASKING_ENDED,
    way=ASKING_WAY,
    paused=(Asked.SUPPLEMENT,),
    missing=question_missing,
    content=question_frozen,
    pages=(Page("advice:question", pgettext_lazy("page of a matter", "The question")),),
    sides=SIDES,
    marks={
        Asked.ANSWERED: "done",
        Asked.REFERRED: "unknown",
        Asked.WITHDRAWN: "unknown",
        Asked.CLOSED: "done",
    },
    permission="advice.handle_question",
    decisions=(
        Decision("take-up"),
        Decision("ask-supplement"),
        Decision("answer", page="admin:advice_question_answer"),
        Decision("refer"),
        Decision("close"),
    ),
)
REVIEWS: Final = Proceeding(
    slug="contract-review",
    label=pgettext_lazy("kind of proceeding", "Contract review"),
    prefix="REV",
    machine=REVIEW,
    drafting=REVIEWING,
    ended=REVIEWING_ENDED,
    way=REVIEWING_WAY,
    paused=(Reviewed.SUPPLEMENT,),
    missing=review_missing,
    content=review_frozen,
    pages=(Page("advice:review", pgettext_lazy("page of a matter", "The contract and what to look at")),),
    sides=SIDES,
    marks={
        Reviewed.DELIVERED: "done",
        Reviewed.REFUSED: "refused",
        Reviewed.WITHDRAWN: "unknown",
        Reviewed.CLOSED: "done",
    },
    permission="advice.handle_review",
    decisions=(
        Decision("take-up"),
        Decision("ask-supplement"),
        Decision("deliver", page="admin:advice_review_remarks"),
        Decision("refuse"),
        Decision("close"),
    ),
)
register(CONSULTING, REVIEWS)
register_start(
    "legal-consultation", of_matters(CONSULTING.slug, label=pgettext_lazy("begins a consultation", "Ask a question"))
)
register_start(
    "contract-review", of_matters(REVIEWS.slug, label=pgettext_lazy("begins a contract review", "Hand a contract in"))
)
