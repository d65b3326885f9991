"""Whether what a reader has seen is still what the portal would show."""

import functools
import hashlib
from collections.abc import Callable
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.contrib.messages import get_messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from legal.laws.models import Law

P = ParamSpec("P")
# What a page is made of, but for its rows.
MATTER: Final = ("portal/**/*.py", "legal/**/*.py", "templates/**/*.html", "portal/static/**/*", "locale/**/*.mo")


def stamp() -> str:
    """When anything about any law last changed. One law's page shows others: what cites it, where its links lead."""
    newest = Law.objects.aggregate(newest=Max("changed_at"))["newest"]
    return newest.isoformat() if newest else ""


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
        response = get_conditional_response(request, etag=tag)
        answered = response if isinstance(response, HttpResponse) else view(request, *args, **kwargs)
        if answered.status_code in {200, 304}:
            answered["ETag"] = tag
            patch_cache_control(answered, private=True, no_cache=True)
            patch_vary_headers(answered, ["Cookie"])
        return answered

    return answer


def etag(request: HttpRequest) -> str:
    """A weak tag of the address (which names the language), the day, the reader and the release."""
    parts = [
        release(),
        request.build_absolute_uri(),
        timezone.localdate().isoformat(),
        stamp(),
        str(request.user),
        *sorted(request.COOKIES.items()),
    ]
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'
