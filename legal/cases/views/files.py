"""Files of a case, made at once: a case is short; and how it is quoted."""

import base64
import hashlib
from collections.abc import Callable
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.cases import structured
from legal.cases.document import document, spoken_in
from legal.cases.finding import case_named
from legal.cases.models import Case
from legal.cases.quoting import citations
from legal.downloads.files import FORMATS, disposition
from legal.downloads.forms import DownloadForm
from legal.downloads.views import FILES, MAKINGS
from legal.laws.freshness import release, stamp
from legal.laws.spoken import reader, spoken
from legal.laws.views.citing import linked, written
from portal.limiting import limit

# JSON is written in a shape of its own, and Akoma Ntoso knows judgments another way than acts.
SUFFIXES: Final = ("pdf", "docx", "txt", "json")


@require_safe
def download(request: HttpRequest, code: str, slug: str, suffix: str) -> HttpResponse:
    limit(request, "downloads", FILES)
    case = case_named(code, slug)
    languages = DownloadForm(request.GET).languages(spoken_in(case), case.original_language)
    if languages is None:
        raise Http404(_("The case is not held in the languages you ask for."))
    parts = (release(), stamp(), request.build_absolute_uri(), reader().code, timezone.localdate())
    tag = f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:40]}"'
    response = get_conditional_response(request, etag=tag)
    if not isinstance(response, HttpResponse):
        limit(request, "makings", MAKINGS)
        response = made(request, case, languages, suffix)
    response["ETag"] = tag
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{request.build_absolute_uri(case.get_absolute_url())}>; rel="canonical"'
    patch_cache_control(response, no_cache=True)
    return response


def made(request: HttpRequest, case: Case, languages: tuple[str, ...], suffix: str) -> HttpResponse:
    """The file, with its name and its digest."""
    body = writers(request, case, languages)[suffix]()
    response = HttpResponse(body, content_type=FORMATS[suffix].mime)
    name = f"{case.jurisdiction.code}-{case.slug}"
    response["Content-Disposition"] = disposition(spoken(case, "title").text, name, suffix)
    response["Content-Digest"] = f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
    return response


def writers(request: HttpRequest, case: Case, languages: tuple[str, ...]) -> dict[str, Callable[[], bytes]]:
    """What writes each format."""
    site, day = request.build_absolute_uri("/").rstrip("/"), timezone.localdate()

    def set_in(suffix: str) -> Callable[[], bytes]:
        return lambda: FORMATS[suffix].write(document(case, languages, site=site, day=day))

    return {
        "json": lambda: structured.write(case, f"{site}{case.get_absolute_url()}"),
        **{suffix: set_in(suffix) for suffix in ("pdf", "docx", "txt")},
    }


@require_safe
def cite(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    case = case_named(code, slug)
    permanent = request.build_absolute_uri(case.get_absolute_url())
    context = {
        "case": case,
        "citations": linked(citations(case, permanent, timezone.localdate()), "cases:cite-file", code, slug),
        "permanent": permanent,
    }
    return render(request, "cases/cite.html", context)


@require_safe
def cite_file(request: HttpRequest, code: str, slug: str, program: str) -> HttpResponse:
    case = case_named(code, slug)
    permanent = request.build_absolute_uri(case.get_absolute_url())
    return written(citations(case, permanent, timezone.localdate()), program, f"{code}-{slug}")
