"""A law, read in the edition of a day or in one named."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from legal.laws import finding
from legal.laws.finding import Shelf
from legal.laws.forms import ReadingForm
from legal.laws.freshness import revalidated
from legal.laws.linked_data import legislation
from legal.laws.models import Edition
from legal.laws.reading import asking
from legal.laws.reading.asking import Asked
from legal.laws.reading.whole import whole


@require_safe
@revalidated
def law(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    shelf = finding.shelf(code, slug)
    asked = asking.asked(ReadingForm(request.GET), shelf)
    if asked.edition:
        return redirect(asked.edition.get_absolute_url() + asked.query())
    return page(request, shelf, shelf.nearest(asked.day), asked)


@require_safe
@revalidated
def edition(request: HttpRequest, code: str, slug: str, edition: str) -> HttpResponse:
    shelf = finding.shelf(code, slug)
    named = finding.edition_named(shelf, edition)
    asked = asking.asked(ReadingForm(request.GET), shelf)
    if asked.on:
        return redirect(shelf.law.get_absolute_url() + asked.query())
    if asked.edition and asked.edition != named:
        return redirect(asked.edition.get_absolute_url() + asked.query())
    return page(request, shelf, named, asked)


def page(request: HttpRequest, shelf: Shelf, edition: Edition | None, asked: Asked) -> HttpResponse:
    if edition is None:
        return render(request, "laws/empty.html", {"law": shelf.law, "shelf": shelf})
    read = whole(shelf, edition, asked)
    switch = asking.switch(request, read.reader, tuple(column.language for column in read.columns[1:]))
    status = shelf.status(asked.day)
    context = {
        "told": legislation(shelf.law, edition, status, read.main, request.build_absolute_uri(request.path)),
        "read": read,
        "law": shelf.law,
        "edition": edition,
        "shelf": shelf,
        "asked": asked,
        "switch": switch,
    }
    response = render(request, "laws/law.html", context)
    response.content = read.filled(response.content)
    return response
