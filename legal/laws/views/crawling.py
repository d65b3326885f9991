"""What search engines read: where they may go, and every address there is."""

import hashlib
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.laws import sitemaps
from legal.laws.freshness import release, stamp
from portal.languages import CODES

# Results of a search are no pages of their own, and files are copies of pages.
CLOSED = ("/console/", *(f"/{code}/search/" for code in CODES), "/*/download.")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    patch_cache_control(response, public=True, max_age=86400)
    return response


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    return xml(request, sitemaps.index(site(request)))


@require_safe
def pages(request: HttpRequest) -> HttpResponseBase:
    return xml(request, sitemaps.pages(site(request)))


@require_safe
def laws(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    chunk = next((one for one in sitemaps.chunks() if (one.code, one.number) == (code, number)), None)
    if chunk is None:
        raise Http404(_("There is no such sitemap."))
    return xml(request, sitemaps.laws(chunk, site(request)))


def xml(request: HttpRequest, written: Iterator[str]) -> HttpResponseBase:
    tag = f'W/"{hashlib.sha256(repr((release(), stamp(), request.build_absolute_uri())).encode()).hexdigest()[:32]}"'
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged or StreamingHttpResponse(written, content_type="application/xml")
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=3600)
    return response


def site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
