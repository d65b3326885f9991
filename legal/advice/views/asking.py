"""A member writes the question, or what to look at in a contract."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from legal.advice.actions import asking
from legal.advice.forms import QuestionForm, ReviewForm, asked, wanted
from legal.advice.models import Question
from legal.advice.proceedings import CONSULTING, REVIEWS
from legal.advice.routing import directory, is_for_staff
from legal.matters import access
from legal.matters.access import Seat
from legal.matters.forms.versions import VersionedForm
from legal.matters.kinds import Proceeding
from legal.matters.models import Matter
from legal.matters.views.drafting import answer, refused, shown_beside
from portal.accounts.acting import acting

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def question(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = of_kind(access.draft(request, key, matter), CONSULTING)
    form = QuestionForm(
        request.POST if request.method == "POST" else None, matter=found.matter, saved=asked(found.matter)
    )
    return _saved(
        request,
        found,
        form,
        "advice/question.html",
        asked,
        lambda: asking.ask(
            found.matter,
            facts=form.facts,
            articles=form.cleaned_data["articles"],
            version=form.seen,
            by=acting(request),
        ),
        elsewhere=_elsewhere(found.matter),
    )


@private
@typed
def review(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = of_kind(access.draft(request, key, matter), REVIEWS)
    form = ReviewForm(
        request.POST if request.method == "POST" else None, matter=found.matter, saved=wanted(found.matter)
    )
    return _saved(
        request,
        found,
        form,
        "advice/review.html",
        wanted,
        lambda: asking.request_review(found.matter, facts=form.facts, version=form.seen, by=acting(request)),
    )


def of_kind(found: Seat, *proceedings: Proceeding) -> Seat:
    """The same; Http404 where the matter is of another kind, which has no such page."""
    if found.matter.kind not in {proceeding.slug for proceeding in proceedings}:
        raise Http404(_("There is no such page of this matter."))
    return found


def _saved(
    request: HttpRequest,
    found: Seat,
    form: VersionedForm,
    template: str,
    saved: Callable[[Matter], Mapping[str, Any]],
    saving: Callable[[], object],
    **context: Any,
) -> HttpResponse:
    """Save what was typed, or show it again with what is wrong with it, beside what was saved meanwhile."""
    refusal = refused(saving) if form.is_valid() else None
    if form.is_valid() and refusal is None:
        messages.success(request, _("Saved."))
        return redirect(found.matter)
    meanwhile = shown_beside(form, refusal, found.matter, saved)
    return answer(request, found, template, {"form": form, **context, **meanwhile})


def _elsewhere(matter: Matter) -> str:
    """Where the question is answered, where that is not by staff lawyers."""
    there = Question.objects.filter(matter=matter).select_related("country", "topic").first()
    if there is None or is_for_staff(there.country):
        return ""
    return directory(there.country, topic=there.topic, language=there.answer_in)
