"""Two editions of a law side by side."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from legal.laws import finding
from legal.laws.comparison import PAIRS_A_PAGE, compared, page_of, row
from legal.laws.forms import CompareForm
from legal.laws.freshness import revalidated
from legal.laws.spoken import reader


@require_safe
def choose(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    shelf = finding.shelf(code, slug)
    form = CompareForm(request.GET)
    form.is_valid()
    old, new = (shelf.named(form.cleaned_data.get(name, "")) for name in ("old", "new"))
    if old is None or new is None:
        if len(shelf.editions) < len(("old", "new")):
            return render(request, "laws/compare_none.html", {"law": shelf.law})
        old, new = shelf.latest_two(timezone.localdate())
    address = reverse("laws:compare", args=[code, slug, old.slug, new.slug])
    return redirect(address + form.query())


@require_safe
@revalidated
def compare(request: HttpRequest, code: str, slug: str, old: str, new: str) -> HttpResponse:
    shelf = finding.shelf(code, slug)
    editions = finding.edition_named(shelf, old), finding.edition_named(shelf, new)
    form = CompareForm(request.GET)
    form.is_valid()
    comparison = compared(*editions, form.cleaned_data.get("language", ""), reader().text)
    context = {
        "law": shelf.law,
        "shelf": shelf,
        "today": shelf.on(timezone.localdate()),
        "old": editions[0],
        "new": editions[1],
    }
    if comparison is None:
        return render(request, "laws/compare_none.html", context)
    asked = form.cleaned_data
    show = comparison.showing(asked["at"], asked["show"])
    pairs = comparison.shown(show)
    pages = Paginator(pairs, PAIRS_A_PAGE)
    number = page_of(pairs, asked["at"]) if asked["at"] else asked["page"]
    page = pages.get_page(number)
    context |= {
        "comparison": comparison,
        "rows": [row(pair, comparison.language) for pair in page],
        "page": page,
        "shown_pages": pages.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": form.query().removeprefix("?"),
        "show": show,
        "shows": CompareForm.SHOW,
    }
    return render(request, "laws/compare.html", context)
