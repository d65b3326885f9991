"""How a law or an article is quoted, in every format, with its permanent address."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from legal.laws import finding
from legal.laws.citeable import FILES, Citation, of_place
from legal.laws.forms import PlaceForm
from legal.laws.models import Edition


@require_safe
def cite(request: HttpRequest, code: str, slug: str, edition: str) -> HttpResponse:
    found = finding.edition_named(finding.shelf(code, slug), edition)
    path, address = asked(request, found)
    context = {
        "law": found.law,
        "edition": found,
        "citations": linked(
            of_place(found, path, address, timezone.localdate()), "laws:cite-file", code, slug, edition, at=path
        ),
        "permanent": address,
    }
    return render(request, "laws/cite.html", context)


@require_safe
def file(request: HttpRequest, code: str, slug: str, edition: str, program: str) -> HttpResponse:
    found = finding.edition_named(finding.shelf(code, slug), edition)
    path, address = asked(request, found)
    return written(of_place(found, path, address, timezone.localdate()), program, f"{code}-{slug}-{edition}")


def asked(request: HttpRequest, edition: Edition) -> tuple[str, str]:
    """The place that the address asks for, "" for the whole edition, and its permanent address."""
    form = PlaceForm(request.GET)
    path = form.cleaned_data["at"] if form.is_valid() else ""
    base = edition.get_absolute_url()
    return path, request.build_absolute_uri(f"{base}{path}/" if path else base)


def linked(citations: list[Citation], name: str, *place: str, at: str = "") -> list[Citation]:
    """The citations, those that are files too with the address of the file."""
    query = f"?{urlencode({'at': at})}" if at else ""
    return [
        replace(one, file=reverse(name, args=[*place, one.suffix]) + query) if one.suffix else one for one in citations
    ]


def written(citations: list[Citation], suffix: str, name: str) -> HttpResponse:
    """The citation that a program takes, as a file; `suffix` is one of `FILES`, as its address was read."""
    words = next(one.words for one in citations if one.suffix == suffix)
    response = HttpResponse(words, content_type=f"{FILES[suffix]}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    response["X-Robots-Tag"] = "noindex"
    return response
