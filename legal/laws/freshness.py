"""Whether what a reader has seen is still what the portal would show; signed-out readers share one making of a page."""

import datetime
import functools
import hashlib
import math
import time
import zlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import cache, caches
from django.db.models import Max, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from legal.laws.beside import beside
from legal.laws.models import Law
from portal.search.models import Progress

P = ParamSpec("P")
# The page of an article fits; that of a whole code is quick to make, and 304 spares it to who has it.
LARGEST_KEPT: Final = 200_000
KEPT: Final = 300
# What a page is made of, but for its rows.
MATTER: Final = (
    "portal/**/*.py",
    "legal/**/*.py",
    "legal/**/*.typ",
    "templates/**/*.html",
    "portal/static/**/*",
    "locale/**/*.mo",
)
NEVER: Final = (-math.inf, "", "")
# What this process has asked of the database: when, under which stamp, and what it told.
known: dict[str, tuple[float, str, str]] = {}


def stamp() -> str:
    """When any law last changed, and how often what is named beside it has: countries, regions, topics, terms.

    One law's page shows others: what cites it, where its links lead, and what apps beside law add to it.
    """
    named = Subquery(Progress.objects.values("terms")[:1])
    added = {f"of_{name}": Max(Subquery(app.newest()[:1])) for name, app in beside.items()}
    told = Law.objects.aggregate(newest=Max("changed_at"), named=Max(named), **added)
    if not told["newest"]:
        # Without a law there is nothing to aggregate over.
        told = {name: app.newest().first() for name, app in beside.items()}
    return "-".join(one.isoformat() if isinstance(one, datetime.datetime) else str(one) for one in told.values() if one)


def recent_stamp() -> str:
    """The stamp as of at most so many seconds ago as the settings allow: a page in demand asks the database no more."""
    return _recently("stamp", stamp, under="")


def recently(name: str, ask: Callable[[], str]) -> str:
    """What the database told as long ago as the settings allow at most, and under the newest stamp this process read.

    A page is kept under its stamp: nothing in it may have been read under an earlier one.
    """
    return _recently(name, ask, under=known.get("stamp", NEVER)[2])


def _recently(name: str, ask: Callable[[], str], *, under: str) -> str:
    asked, then, told = known.get(name, NEVER)
    now = time.monotonic()
    if then != under or now - asked >= settings.PAGES_BEHIND:
        told = ask()
        # Whoever asked later, and was told sooner, knows better.
        if known.get(name, NEVER)[0] <= now:
            known[name] = (now, under, told)
    return told


@functools.cache
def release() -> str:
    """What tells this release from the next: when code, templates and catalogues were last written."""
    files = (file for pattern in MATTER for file in settings.BASE_DIR.glob(pattern))
    return str(max((file.stat().st_mtime_ns for file in files), default=0))


def revalidated(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Answer a repeated visit with 304 as long as nothing the page shows has changed; only whole pages get a tag."""

    @functools.wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if len(get_messages(request)):  # they are told once
            return view(request, *args, **kwargs)
        tag = etag(request)
        response = get_conditional_response(request, etag=tag) or kept(request, tag)
        if not isinstance(response, HttpResponse):
            response = view(request, *args, **kwargs)
            keep(request, response, tag)
        if response.status_code in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
            response["ETag"] = tag
            patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, ["Cookie"])
        return response

    return answer


def etag(request: HttpRequest) -> str:
    """A weak tag of the address (which names the language), the day and its zone, the reader and the release."""
    parts = [
        release(),
        request.build_absolute_uri(),
        timezone.localdate().isoformat(),
        stamp() if request.user.is_authenticated else recent_stamp(),
        request.user.pk,
        str(request.user),
        request.user.is_staff,
        timezone.get_current_timezone_name(),
    ]
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def kept(request: HttpRequest, tag: str) -> HttpResponse | None:
    """The page as it was made for another signed-out reader."""
    if not _is_everybodys(request):
        return None
    key, near = f"laws:page:{tag}", caches["near"]
    body: bytes | None = near.get(key)
    if body is None:
        body = cache.get(key)
        if body is None:
            return None
        near.set(key, body, KEPT)
    return HttpResponse(zlib.decompress(body))


def keep(request: HttpRequest, response: HttpResponse, tag: str) -> None:
    """Keep a page for the next signed-out reader of the same address."""
    fits = response.status_code == HTTPStatus.OK and len(response.content) <= LARGEST_KEPT
    if fits and not response.cookies and _is_everybodys(request):
        cache.set(f"laws:page:{tag}", zlib.compress(response.content, level=1), KEPT)


def _is_everybodys(request: HttpRequest) -> bool:
    # An address with a query is somebody's own question; kept, they would be without number.
    return not request.user.is_authenticated and not request.GET
