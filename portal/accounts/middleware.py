"""What being signed in means for a request: its hours, its session, no copies of its answer, the way to the console."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import ngettext

from portal.accounts import second_factor
from portal.accounts.models import User
from portal.accounts.noting import note_entrance

GetResponse = Callable[[HttpRequest], HttpResponse]

# A session is noted as in use once in so many seconds: enough for who looks at the list, and spares a write a page.
NOTED_EVERY: Final = 60
SEEN: Final = "staff_seen"
# Where staff read what their role alone shows them.
PAPERS: Final = frozenset({"files:download", "files:remove"})


def signed_in(request: HttpRequest) -> User | None:
    """Who is signed in. Nobody without a session is looked for: pages for everybody depend on no cookie."""
    if request.session.session_key and isinstance(request.user, User):
        return request.user
    return None


def own_to_the_reader(get_response: GetResponse) -> GetResponse:
    """No copy is kept of what is shown to somebody who is in, or on the way in, unless a page says how it may be."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        of_somebody = request.session.accessed and not request.session.is_empty()
        if of_somebody and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return middleware


def session_in_use(get_response: GetResponse) -> GetResponse:
    """Note when and where a session was last used; end that of staff who have done nothing for too long."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = signed_in(request)
        if user and user.is_staff:
            end_if_idle(request)
        if user and request.user.is_authenticated and cache.add(f"seen:{request.session.session_key}", 1, NOTED_EVERY):
            UserSession.objects.create_from_request(request)
        return get_response(request)

    return middleware


def end_if_idle(request: HttpRequest) -> None:
    """Sign out whoever has let the time for staff pass; else begin it anew."""
    now = timezone.now().timestamp()
    seen = request.session.get(SEEN, now)
    if now - seen > timedelta(minutes=settings.STAFF_IDLE_MINUTES).total_seconds():
        logout(request)
        messages.info(
            request,
            ngettext(
                "You were signed out after %(minutes)s minute without activity.",
                "You were signed out after %(minutes)s minutes without activity.",
                settings.STAFF_IDLE_MINUTES,
            )
            % {"minutes": settings.STAFF_IDLE_MINUTES},
        )
    elif SEEN not in request.session or now - seen >= NOTED_EVERY:
        request.session[SEEN] = now


def time_zone(get_response: GetResponse) -> GetResponse:
    """Hours are shown in the zone of whoever is signed in, in Beijing's to everybody else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = signed_in(request)
        if user is None:
            return get_response(request)
        with timezone.override(ZoneInfo(user.time_zone)):
            return get_response(request)

    return middleware


class ConsoleEntrance:
    """Nothing of the console is shown, or done, but for staff whose session has passed a second factor.

    Papers lie outside of the console, and whoever decides registrations reads them: they are the same to staff.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if match is None:
            return None
        papers = match.view_name in PAPERS and isinstance(request.user, User) and request.user.is_staff
        return way_in(request) if papers or match.app_name == "admin" else None


def way_in(request: HttpRequest) -> HttpResponse | None:
    """Where somebody has to go before the console opens; `None` where it is open. `PermissionDenied` for no staff."""
    place = request.get_full_path()
    if not isinstance(request.user, User):
        return redirect_to_login(place)
    if not request.user.is_staff:
        raise PermissionDenied
    if second_factor.passed(request, request.user):
        note_entrance(request, request.user)
        return None
    if second_factor.has_one(request.user):
        return redirect(second_factor.confirming(request.user, then=place))
    return redirect(second_factor.setting_up(then=place))
