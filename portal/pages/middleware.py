"""What every answer carries and every request is told: the content policy, and whose request it is."""

from collections.abc import Callable
from typing import Final

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

# Files are kept under the address of the site they were asked at, of 200 characters with its scheme.
LONGEST_HOST: Final = 190


class PolicyMiddleware(CSPMiddleware):
    """The strict content policy everywhere; under the console, the one its theme needs."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 - the signature of the class above
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(reverse("admin:index")):
            parts.replace = settings.CONSOLE_POLICY | (parts.replace or {})
        return parts


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
