"""A case on a page of its own."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from legal.cases.directory import listed
from legal.cases.document import spoken_in
from legal.cases.finding import case_named
from legal.cases.forms import ReadingForm
from legal.cases.indexing import passage
from legal.cases.linked_data import decision
from legal.cases.reading import read
from legal.cases.related import relations
from legal.cases.views.files import SUFFIXES
from legal.downloads.files import FORMATS
from legal.laws.freshness import revalidated
from legal.laws.reading.asking import switch
from portal.search.similar import similar

SOURCE: Final = "cases"
SIMILAR: Final = 5


@require_safe
@revalidated
def case(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    found = case_named(code, slug)
    shown = read(found, ReadingForm(request.GET).languages())
    permanent = request.build_absolute_uri(found.get_absolute_url())
    context = {
        "case": found,
        "read": shown,
        "relations": relations(found),
        "similar": listed(similar(SOURCE, passage(found), SIMILAR)),
        "files": [(FORMATS[suffix].name, suffix) for suffix in SUFFIXES if spoken_in(found)],
        "permanent": permanent,
        "told": decision(found, permanent),
        "switch": switch(request, shown.reader, tuple(shown.columns[1:])),
    }
    return render(request, "cases/case.html", context)
