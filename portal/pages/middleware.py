"""What every answer carries and every request is told: the content policy, and whose request it is."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import BadRequest, DisallowedHost
from django.http import HttpRequest, HttpResponse

from portal.encoding import is_readable
from portal.pages.console import is_console

DEBUGGED: Final = {HTTPStatus.NOT_FOUND, HTTPStatus.INTERNAL_SERVER_ERROR}
# Files are kept under the address of the site they were asked at, of 200 characters with its scheme.
LONGEST_HOST: Final = 190


def content_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """The strict content policy everywhere; under the console, the one its theme needs. Neither hangs on a page."""
    strict, console = build_policy(), build_policy(replace=settings.CONSOLE_POLICY)

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        # Django's own pages for whoever mends the site have their style in them.
        if not (settings.DEBUG and response.status_code in DEBUGGED):
            response.headers.setdefault(HEADER, console if is_console(request) else strict)
        return response

    return middleware


def client_address(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """REMOTE_ADDR becomes the address our outermost proxy saw; what the client wrote before it is not believed."""

    def middleware(request: HttpRequest) -> HttpResponse:
        seen = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
        if 0 < settings.TRUSTED_PROXIES <= len(seen):
            request.META["REMOTE_ADDR"] = seen[-settings.TRUSTED_PROXIES]
        return get_response(request)

    return middleware


def bounded_host(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse a host longer than ours can be: Django lets a name that is allowed have a port of any length."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if len(request.get_host()) > LONGEST_HOST:
            raise DisallowedHost("The host is too long.")
        return get_response(request)

    return middleware


def understood(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse what no browser sends: other encodings than ours, and NUL, by which no row can be looked for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not is_readable(request.headers.get("content-type", "")):
            raise BadRequest("The request is not in UTF-8.")
        if "\0" in "".join(_looked_up(request)):
            raise BadRequest("There is a NUL in the request.")
        return get_response(request)

    return middleware


def _looked_up(request: HttpRequest) -> list[str]:
    """What rows are looked for by before any form has read it: everybody's address and cookies, the console's query."""
    query = [value for _name, values in request.GET.lists() for value in values] if is_console(request) else []
    return [request.path_info, *request.COOKIES.values(), request.headers.get("user-agent", ""), *query]
