"""The results page, and the lines under the box as one types."""

from typing import Any, Final

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.languages import by_code
from portal.limiting import limit
from portal.search import actions, narrowing, suggesting
from portal.search.forms import SearchForm
from portal.search.presenting import shown
from portal.search.searching import Found, Results, search

PER_PAGE: Final = 10
SUGGESTED: Final = 8


@require_safe
@never_cache
def results(request: HttpRequest) -> HttpResponse:
    limit(request, "search", settings.SEARCH_RATE)
    form = SearchForm(request.GET)
    form.is_valid()
    query = form.cleaned_data["q"]
    filters = form.filters()
    language = by_code(get_language() or settings.LANGUAGE_CODE).text
    if not query:
        return render(request, "search/results.html", {"query": "", "section": "search"})
    found = search(query, language=language, filters=filters, newest=form.newest, counted=True)
    only = next((one for _, one in found.references if one.only), None)
    if only and "all" not in request.GET and not narrowing.in_use(filters):
        return HttpResponseRedirect(only.url)
    if not found.ready:
        actions.send()
    page = Paginator(found.found, PER_PAGE).get_page(form.cleaned_data["page"])
    return render(request, "search/results.html", context(form, found, page, language))


def context(form: SearchForm, found: Results, page: Page[Found], language: str) -> dict[str, Any]:
    """What the page of results shows."""
    query, filters, called = form.cleaned_data["q"], form.filters(), narrowing.names()
    return {
        "section": "search",
        "query": query,
        "ready": found.ready,
        "more": found.more,
        "hits": shown(found, list(page), language),
        "page": page,
        "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "address": narrowing.address(query, narrowing.in_use(filters), newest=form.newest),
        "ordered": narrowing.address(query, narrowing.in_use(filters), newest=not form.newest),
        "newest": form.newest,
        "past": filters.past,
        "facets": narrowing.facets(filters, found.counts, called),
        "chips": narrowing.chips(query, filters, called, newest=form.newest),
        "alternatives": suggesting.alternatives(found) if not found.found else [],
        "bare": narrowing.address(query, [], newest=form.newest),
    }


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    limit(request, "suggest", settings.SUGGESTION_RATE)
    language = by_code(get_language() or settings.LANGUAGE_CODE).text
    form = SearchForm(request.GET)
    form.is_valid()
    lines = suggesting.suggestions(form.cleaned_data["q"], language, SUGGESTED)
    return JsonResponse(
        {
            "suggestions": [
                {"text": line.text, "kind": suggesting.kind_name(line.kind), "url": line.url} for line in lines
            ]
        }
    )
