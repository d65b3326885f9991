"""The directory of cases."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from legal.cases import directory, facets
from legal.cases.forms import DirectoryForm
from legal.laws.facets import query
from legal.laws.freshness import revalidated

CASES_A_PAGE: Final = 25


@require_safe
@revalidated
def case_list(request: HttpRequest) -> HttpResponse:
    form = DirectoryForm(request.GET)
    form.is_valid()
    names = facets.named()
    filters = facets.known(form.filters(), names)
    counts = directory.counts(filters)
    names = facets.with_laws(names, filters, counts)
    pages = Paginator(directory.ordered(filters), CASES_A_PAGE)
    pages.count = counts["total"][""]  # known already
    page = pages.get_page(form.cleaned_data.get("page", 1))
    return render(
        request,
        "cases/list.html",
        {
            "page": page,
            "cases": directory.listed(list(page.object_list)),
            "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "facets": facets.facets(filters, counts, names),
            "chips": facets.chips(filters, names),
            "query": query(filters),
            "place": filters.place,
            "order": filters.order,
            "orders": facets.orders(filters),
        },
    )
