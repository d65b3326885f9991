"""A lawyer, and a firm, on a page of its own."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from legal.laws.freshness import revalidated
from legal.lawyers import directory, hours
from legal.lawyers.finding import firm_named, lawyer_named
from legal.lawyers.forms import PageForm
from legal.lawyers.linked_data import firm_told, lawyer_told
from legal.lawyers.sources import sourced

LAWYERS_A_PAGE: Final = 20


@require_safe
@revalidated
def lawyer(request: HttpRequest, slug: str) -> HttpResponse:
    found = lawyer_named(slug)
    permanent = request.build_absolute_uri(found.get_absolute_url())
    context = {
        "lawyer": found,
        "offers": sourced(found.kind),
        "hours": hours.coming(found),
        "elsewhere": hours.differ(found),
        "permanent": permanent,
        "told": lawyer_told(found, permanent),
    }
    return render(request, "lawyers/lawyer.html", context)


@require_safe
@revalidated
def firm(request: HttpRequest, slug: str) -> HttpResponse:
    found = firm_named(slug)
    pages = Paginator(directory.of_firm(found), LAWYERS_A_PAGE)
    page = pages.get_page(PageForm(request.GET).number())
    permanent = request.build_absolute_uri(found.get_absolute_url())
    context = {
        "firm": found,
        "page": page,
        "lawyers": directory.listed(list(page.object_list)),
        "shown_pages": pages.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "told": firm_told(found, permanent),
    }
    return render(request, "lawyers/firm.html", context)
