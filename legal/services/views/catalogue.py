"""The catalogue of services, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from legal.services import bases, figures, linked_data, starting
from legal.services.checklist import checklist
from legal.services.forms import ChecklistForm
from legal.services.kinds import Aspect
from legal.services.models import Service
from legal.services.passing import countries


@require_safe
def services(request: HttpRequest) -> HttpResponse:
    found = [(one, one.slug in starting.STARTS) for one in Service.objects.all().shown()]
    return render(request, "services/list.html", {"services": found})


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Service.objects.all().shown().with_parts(), slug=slug)
    today = timezone.localdate()
    known = {one.code: one for one in countries()}
    form = ChecklistForm(request.GET)
    form.is_valid()
    asked, terms = form.asked(known, on=today), figures.terms([found], on=today)
    return render(
        request,
        "services/service.html",
        {
            "service": found,
            "papers": checklist(found.materials.all(), asked),
            "asked": asked,
            "countries": known.values(),
            "bases": bases.shown(found.bases.all(), today),
            "terms": [(Aspect.TIME.label, terms.time(found)), (Aspect.COST.label, terms.cost(found))],
            "start": starting.STARTS.get(found.slug),
            "told": linked_data.service(found, request.build_absolute_uri(found.get_absolute_url())),
        },
    )
