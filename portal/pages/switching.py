"""How a reader's choice of a language is remembered, and which language the console speaks."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_path

from portal.pages.console import is_console

GetResponse = Callable[[HttpRequest], HttpResponse]


def remember_language(get_response: GetResponse) -> GetResponse:
    """Keep the language in a cookie when a reader goes from a page of ours to one in another language.

    No link of ours but the switch leads into another language, so that step is the choice itself. The switch stays
    a plain link to the very page: no script, no form, no step in between; coming from elsewhere chooses nothing.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        before = _came_from(request)
        chosen = get_language_from_path(request.path_info) if before else None
        if chosen and response.status_code < 400 and before != chosen:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                path=settings.LANGUAGE_COOKIE_PATH,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,  # type: ignore[arg-type]  # one of the names Django knows
            )
        return response

    return middleware


def _came_from(request: HttpRequest) -> str | None:
    """The language of the page of ours whose link was followed."""
    address = request.headers.get("referer", "")
    if not address:
        return None
    try:
        before = urlsplit(address)
    except ValueError:  # whoever wrote that was no browser
        return None
    return get_language_from_path(before.path) if before.netloc == request.get_host() else None


def speak_to_staff(get_response: GetResponse) -> GetResponse:
    """The console has no language in its addresses: a choice made counts first, then what the account says."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        if not chosen and is_console(request) and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language  # as LocaleMiddleware does
        return get_response(request)

    return middleware
