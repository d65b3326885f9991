"""The addresses a load balancer or a monitor asks: what works is named, and nothing else is said."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.pages import health


@never_cache
@require_safe
def site(request: HttpRequest) -> JsonResponse:
    return _answer(health.report(health.SITE))


@never_cache
@require_safe
def web(request: HttpRequest) -> JsonResponse:
    return _answer(health.report(health.WEB))


def _answer(parts: dict[str, bool]) -> JsonResponse:
    works = all(parts.values())
    words = {name: "ok" if fine else "failing" for name, fine in parts.items()}
    return JsonResponse({"status": "ok" if works else "failing", "parts": words}, status=200 if works else 503)
