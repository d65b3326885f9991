"""The one way into the interface: methods, formats, limits, kept bodies and conditions, before and after any room."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.core.cache import cache, caches
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import parse_http_date
from django.views.decorators.csrf import csrf_exempt

from portal.api.errors import Detail, detail, error
from portal.api.language import PARAMETER, spoken
from portal.api.rooms import Room
from portal.languages import TEXTS, Language
from portal.limiting import Usage, usage

ALLOWED: Final = "GET, HEAD, OPTIONS"
# A whole list fits; a code of law does not, and is quick to make.
LARGEST_KEPT: Final = 200_000
KEPT: Final = 300

View = Callable[..., HttpResponse]
Made = Callable[[], HttpResponse]


@dataclass(frozen=True, slots=True)
class Kept:
    """A body as it was made, with what is said of it."""

    body: bytes
    headers: dict[str, str]

    def response(self) -> HttpResponse:
        """The same answer again."""
        return HttpResponse(self.body, headers=self.headers)


def door(view: View, room: Room, parameters: frozenset[str]) -> View:
    """The view of one address, entered through everything that holds for all of them."""

    @csrf_exempt
    def enter(request: HttpRequest, **parts: Any) -> HttpResponse:
        language = spoken(request)
        with translation.override(language.code):
            if request.method == "OPTIONS":
                return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": ALLOWED})
            if request.method not in {"GET", "HEAD"}:
                refused = error(HTTPStatus.METHOD_NOT_ALLOWED)
                refused["Allow"] = ALLOWED
                return refused
            counted = usage(request, room.rate, getattr(settings, room.rate))
            response = _answered(request, room, parameters, counted, lambda: view(request, **parts))
            return _told(response, language, counted)

    return enter


def _answered(
    request: HttpRequest,
    room: Room,
    parameters: frozenset[str],
    counted: Usage | None,
    view: Made,
) -> HttpResponse:
    if counted and counted.over:
        return error(HTTPStatus.TOO_MANY_REQUESTS)
    if not any(request.accepts(media) for media in room.media):
        return error(HTTPStatus.NOT_ACCEPTABLE)
    details = list(_refused(request, parameters))
    if details:
        return error(HTTPStatus.UNPROCESSABLE_ENTITY, details=details)
    response = _kept(request, room, view)
    if response.status_code == HTTPStatus.OK:
        response = _conditional(request, response)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, public=True, max_age=room.fresh)
    return response


def _refused(request: HttpRequest, parameters: frozenset[str]) -> Iterator[Detail]:
    """What is asked with and means nothing here: a filter that is mistyped would else be none."""
    for name, values in request.GET.lists():
        if name not in parameters:
            yield detail(name[:80], "unknown")
        elif len(values) > 1:
            yield detail(name, "repeated")
        elif name == PARAMETER and values[0] not in TEXTS:
            yield detail(name, "choice")


def _kept(request: HttpRequest, room: Room, view: Made) -> HttpResponse:
    """The body as it was made for another caller, as long as nothing in its room has changed; else a new one."""
    # An address with a query is somebody's own question; kept, they would be without number.
    if room.stamp is None or request.GET:
        return _made(request, view)
    asked = repr((room.stamp(), request.build_absolute_uri(), translation.get_language()))
    key, near = f"api:{hashlib.sha256(asked.encode()).hexdigest()}", caches["near"]
    kept: Kept | None = near.get(key)
    if kept:
        return kept.response()
    kept = cache.get(key)
    if kept is None:
        response = _made(request, view)
        if response.status_code != HTTPStatus.OK or len(response.content) > LARGEST_KEPT:
            return response
        kept = Kept(response.content, dict(response.items()))
        cache.set(key, kept, KEPT)
    near.set(key, kept, KEPT)
    return kept.response()


def _made(request: HttpRequest, view: Made) -> HttpResponse:
    """What the room answers; who asks for the head alone is given the same, and the server leaves the body out."""
    method, request.method = request.method, "GET"
    try:
        return view()
    finally:
        request.method = method


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    changed = response.get("Last-Modified")
    modified = parse_http_date(changed) if changed else None
    return get_conditional_response(request, response.get("ETag"), modified, response) or response


def _told(response: HttpResponse, language: Language, counted: Usage | None) -> HttpResponse:
    response.headers.setdefault("Content-Language", language.tag)
    patch_vary_headers(response, ["Accept", "Accept-Language"])
    if counted:
        response["RateLimit-Limit"] = str(counted.limit)
        response["RateLimit-Remaining"] = str(max(counted.limit - counted.count, 0))
        response["RateLimit-Reset"] = str(counted.seconds_left)
        if counted.over:
            response["Retry-After"] = str(max(counted.seconds_left, 1))
    return response
