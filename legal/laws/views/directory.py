"""The directory of laws."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from legal.laws import directory, facets
from legal.laws.forms import DirectoryForm
from legal.laws.freshness import revalidated

LAWS_A_PAGE: Final = 25


@require_safe
@revalidated
def law_list(request: HttpRequest) -> HttpResponse:
    form = DirectoryForm(request.GET)
    form.is_valid()
    day = timezone.localdate()
    names = facets.named()
    filters = facets.known(form.filters(), names)
    counts = directory.counts(filters, day)
    pages = Paginator(directory.ordered(filters, day), LAWS_A_PAGE)
    pages.count = counts["total"][""]  # known already
    page = pages.get_page(form.cleaned_data.get("page", 1))
    return render(
        request,
        "laws/list.html",
        {
            "page": page,
            "laws": directory.listed(list(page.object_list), day),
            "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "facets": facets.facets(filters, counts, names),
            "chips": facets.chips(filters, names),
            "query": facets.query(filters),
            "order": filters.order,
            "orders": facets.orders(filters),
        },
    )
