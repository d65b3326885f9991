"""The adviser: a question a page, and what comes of the answers; all of it stands in the address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from legal.services import figures
from legal.services.adviser import questions, ways
from legal.services.adviser.questions import Answers, Choices, Question
from legal.services.adviser.weighing import weigh
from legal.services.forms import QuestionForm
from legal.services.models import Service
from legal.services.passing import countries
from legal.services.starting import STARTS
from portal.reference.models import Jurisdiction


@require_safe
def adviser(request: HttpRequest) -> HttpResponse:
    known = {one.code: one for one in countries()}
    offered = [(code, one.name) for code, one in known.items()]
    answers = questions.read(request.GET.dict(), offered)
    question = questions.following(answers)
    shown = {"answers": _told(answers, offered)}
    if question is None:
        return render(request, "services/advice.html", shown | _advice(answers, known.get(answers.get("other", ""))))
    return render(request, "services/adviser.html", shown | _asked(request, question, answers, offered))


def _asked(request: HttpRequest, question: Question, answers: Answers, offered: Choices) -> dict[str, Any]:
    sent = request.GET if request.GET.get("asked") == question.name else None
    return {
        "question": question,
        "form": QuestionForm(question, sent, countries=offered),
        "kept": answers.items(),
        "fact": figures.ceiling(on=timezone.localdate()) if question.name == questions.AMOUNT else None,
    }


def _advice(answers: Answers, other: Jurisdiction | None) -> dict[str, Any]:
    law, today = ways.held(), timezone.localdate()
    services = {one.slug: one for one in Service.objects.all().shown()}
    terms = figures.terms(services.values(), on=today)
    rows = []
    for one in weigh(answers):
        service = services.get(ways.SERVICE_OF[one.route])
        start = STARTS.get(service.slug) if service else None
        rows.append(
            {
                "advice": one,
                "service": service,
                "start": start,
                "begin": start.with_country(answers.get(questions.COUNTRY, "")) if start else "",
                "gives": ways.gives(one.route, law),
                "time": terms.time(service) if service else [figures.not_known()],
                "cost": terms.cost(service) if service else [figures.not_known()],
                "worth": ways.worth(one.route, other, law, on=today),
            }
        )
    return {"rows": rows, "other": other}


def _told(answers: Answers, offered: Choices) -> list[tuple[Any, Any, str]]:
    """What was answered so far: question, answer, and the query that asks it again."""
    told = []
    for name, value in answers.items():
        question = questions.BY_NAME[name]
        again = {other: kept for other, kept in answers.items() if other != name}
        told.append((question.short, dict(questions.choices(question, offered))[value], urlencode(again)))
    return told
