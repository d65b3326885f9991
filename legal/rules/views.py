"""The page where readers check what the portal computes from, and compute a deadline themselves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from legal.rules import reading
from legal.rules.deadlines import Deadline, compute
from legal.rules.forms import DeadlineForm
from legal.rules.models import Calendar


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    return render(
        request,
        "rules/figures.html",
        {
            "sets": reading.sets(today),
            "tables": reading.tables(today),
            "calendars": Calendar.objects.prefetch_related("years"),
        },
    )


@require_safe
def deadline(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    form = DeadlineForm(request.GET or None, today=today, initial={"start": today, "calendar": ["xinjiang"]})
    found = _computed(form) if form.is_valid() else None
    return render(
        request,
        "rules/deadline.html",
        {"form": form, "found": found, "rule": form.cleaned_data["rule"] if found else None},
    )


def _computed(form: DeadlineForm) -> Deadline:
    asked = form.cleaned_data
    return compute(asked["rule"], asked["start"], calendars=asked["calendar"])
