"""What a reader is told when a page cannot be given: what happened and what to do, in a language they read."""

import sys
from typing import Final

import redis
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.csrf import requires_csrf_token
from django_ratelimit.exceptions import Ratelimited

from portal.api import errors
from portal.files.middleware import BodyTooLargeError
from portal.languages import by_code
from portal.outage import cache as outage
from portal.pages.context import languages, switch

# A minute, as the rates are counted by; and as long as a database takes to come back.
RETRY_SECONDS: Final = 60
# The database or Redis is away: the site will be back, nothing of it is broken.
AWAY: Final = (OperationalError, InterfaceError, redis.ConnectionError, redis.TimeoutError)


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    status, template = (413, "413.html") if isinstance(exception, BodyTooLargeError) else (400, "400.html")
    return errors.told(request, status) if errors.concerns(request) else _alone(request, template, status)


@requires_csrf_token
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, Ratelimited):
        return _waiting(_framed(request, "429.html", 429))
    return _framed(request, "403.html", 403)


@requires_csrf_token
def too_many(request: HttpRequest) -> HttpResponse:
    """Too many attempts to sign in; while nobody counts them there can be none (docs/decisions/without-redis.md)."""
    if outage.lasts:
        return _waiting(_framed(request, "accounts/uncounted.html", 503))
    return _waiting(_framed(request, "429.html", 429))


@requires_csrf_token
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if errors.concerns(request):
        return errors.told(request, 404)
    return _framed(request, "404.html", 404)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    away = isinstance(sys.exc_info()[1], AWAY)
    if errors.concerns(request):
        return errors.told(request, 503 if away else 500)
    return _waiting(_alone(request, "503.html", 503)) if away else _alone(request, "500.html", 500)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _framed(request, "403_csrf.html", 403)


def _framed(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page in the portal's frame, which needs neither database nor cache."""
    with translation.override(_language(request)):
        return HttpResponse(render_to_string(template, languages(request)), status=status)


def _alone(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page that needs nothing but its own words."""
    code = _language(request)
    with translation.override(code):
        # Without the host: it may be what is wrong.
        context = {"language": by_code(code), "switch": switch(request, host="")}
        return HttpResponse(render_to_string(template, context), status=status)


def _language(request: HttpRequest) -> str:
    """The language of the address, else the reader's: the error may be from before anybody had settled it."""
    return translation.get_language_from_request(request, check_path=True)


def _waiting(response: HttpResponse) -> HttpResponse:
    response["Retry-After"] = str(RETRY_SECONDS)
    return response
