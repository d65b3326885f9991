"""The directory of lawyers, and the list of firms."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from legal.laws.freshness import revalidated
from legal.laws.spoken import reader
from legal.lawyers.forms import DirectoryForm, PageForm
from legal.lawyers.models import Firm
from legal.lawyers.rows import Pages, rows

FIRMS_A_PAGE: Final = 50


@require_safe
@revalidated
def lawyer_list(request: HttpRequest) -> HttpResponse:
    form = DirectoryForm(request.GET)
    form.is_valid()
    pages = Pages(form.filters())
    page = pages.get_page(form.cleaned_data["page"])
    return render(
        request,
        "lawyers/list.html",
        {
            "form": form,
            "page": page,
            "rows": rows(list(page.object_list)),
            "shown_pages": pages.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "query": form.query(),
        },
    )


@require_safe
@revalidated
def firm_list(request: HttpRequest) -> HttpResponse:
    firms = Firm.objects.published().select_related("jurisdiction").order_by(f"sort_{reader().column}", "pk")
    pages = Paginator(firms, FIRMS_A_PAGE)
    page = pages.get_page(PageForm(request.GET).number())
    shown_pages = pages.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, "lawyers/firms.html", {"page": page, "shown_pages": shown_pages})
