"""Files of law: given at once, or drawn up by the worker while the reader sees how far it is."""

import base64
import hashlib
from http import HTTPStatus

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from legal.downloads import actions
from legal.downloads.forms import DownloadForm
from legal.downloads.models import Download
from legal.downloads.orders import Order
from legal.laws import finding
from legal.laws.formats.reading import spoken_in
from legal.laws.models import Edition
from legal.laws.spoken import language_name, reader
from portal.limiting import limit

# A reader takes one file after another; whoever takes all of them takes the open data instead, or his time.
FILES = "120/m"
# Of files that are made, rather than found made.
MAKINGS = "30/m"


@require_safe
def of_the_day(request: HttpRequest, code: str, slug: str, suffix: str) -> HttpResponse:
    shelf = finding.shelf(code, slug)
    edition = shelf.nearest(timezone.localdate())
    if edition is None:
        raise Http404(_("The portal holds no text of this law."))
    return redirect(address(edition, suffix, request.GET.urlencode()))


@require_safe
def download(request: HttpRequest, code: str, slug: str, edition: str, suffix: str) -> HttpResponseBase:
    limit(request, "downloads", FILES)
    found = finding.edition_named(finding.shelf(code, slug), edition)
    order = ordered(request, found, suffix)
    if order is None:
        return absent(request, found, suffix)
    tag = f'W/"{order.key[:40]}"'
    unchanged = get_conditional_response(request, etag=tag)
    if unchanged is not None:
        return settled(unchanged, order, tag)
    if not order.is_long():
        limit(request, "makings", MAKINGS)
        return settled(written(order), order, tag)
    return shown(request, order, tag)


@require_POST
def again(request: HttpRequest, code: str, slug: str, edition: str, suffix: str) -> HttpResponse:
    limit(request, "makings", MAKINGS)
    found = finding.edition_named(finding.shelf(code, slug), edition)
    order = ordered(request, found, suffix)
    failed = Download.objects.filter(key=order.key).first() if order else None
    if failed:
        actions.retry(failed)
    return redirect(address(found, suffix, request.GET.urlencode()))


def ordered(request: HttpRequest, edition: Edition, suffix: str) -> Order | None:
    """What the address asks for; None where the edition has no text in such a language."""
    languages = DownloadForm(request.GET).languages(spoken_in(edition), edition.law.original_language)
    if languages is None:
        return None
    site = request.build_absolute_uri("/").rstrip("/")
    return Order(edition, languages, suffix, reader().code, site, timezone.localdate())


def written(order: Order) -> HttpResponse:
    body = order.format.write(order.document())
    response = HttpResponse(body, content_type=order.format.mime)
    response["Content-Disposition"] = order.disposition()
    response["Content-Digest"] = f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
    return response


def settled(response: HttpResponseBase, order: Order, tag: str) -> HttpResponseBase:
    """With what every file of a law says beside itself: what it is a copy of, and until when it is fresh."""
    response["ETag"] = tag
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{order.site}{order.edition.get_absolute_url()}>; rel="canonical"'
    patch_cache_control(response, no_cache=True)
    return response


def shown(request: HttpRequest, order: Order, tag: str) -> HttpResponseBase:
    """The file where it is made, else how far it is."""
    if not Download.objects.filter(key=order.key).exists():
        limit(request, "makings", MAKINGS)
    made = actions.ask(order)
    waited_for = request.headers.get("HX-Request") == "true"
    if made.state == Download.State.READY and not waited_for:
        return settled(kept(made, order), order, tag)
    return progress(request, made, order, fragment=waited_for)


def kept(made: Download, order: Order) -> FileResponse:
    response = FileResponse(made.file.open("rb"), content_type=order.format.mime)
    response["Content-Disposition"] = order.disposition()
    return response


def progress(request: HttpRequest, made: Download, order: Order, *, fragment: bool) -> HttpResponse:
    query = request.GET.urlencode()
    context = {
        "download": made,
        "law": order.edition.law,
        "edition": order.edition,
        "format": order.format,
        "languages": [language_name(language) for language in order.languages],
        "address": address(order.edition, order.suffix, query),
        "again": address(order.edition, order.suffix, query, name="again"),
    }
    template = "downloads/_progress.html" if fragment else "downloads/progress.html"
    status = HTTPStatus.OK if fragment or made.is_over else HTTPStatus.ACCEPTED
    response = render(request, template, context, status=status)
    patch_cache_control(response, no_store=True)
    return response


def absent(request: HttpRequest, edition: Edition, suffix: str) -> HttpResponse:
    held = [
        (language_name(language), address(edition, suffix, f"language={language}")) for language in spoken_in(edition)
    ]
    context = {"law": edition.law, "edition": edition, "held": held}
    return render(request, "downloads/absent.html", context, status=HTTPStatus.NOT_FOUND)


def address(edition: Edition, suffix: str, query: str = "", *, name: str = "file") -> str:
    law = edition.law
    path = reverse(f"downloads:{name}", args=[law.jurisdiction.code, law.slug, edition.slug, suffix])
    return f"{path}?{query}" if query else path
