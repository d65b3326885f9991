"""Papers made in one country and used in another."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from legal.services.forms import PapersForm
from legal.services.passing import HCCH, convention, countries


@require_safe
def papers_abroad(request: HttpRequest) -> HttpResponse:
    given = request.GET if {"made", "used"} & request.GET.keys() else None
    form = PapersForm(given, countries={one.code: one for one in countries()})
    told = form.passage(on=timezone.localdate()) if form.is_valid() else None
    shown = {"form": form, "passage": told, "convention": convention(), "table": HCCH}
    return render(request, "services/papers_abroad.html", shown)
