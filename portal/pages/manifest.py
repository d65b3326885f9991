"""What a phone keeps of the portal on its first screen."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    icons = [
        {"src": static(f"icons/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (180, 512)
    ]
    facts = {
        "name": str(settings.SITE_NAME),
        "lang": get_language(),
        "start_url": reverse("pages:home"),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#f8f5ee",
        "theme_color": "#0b5663",
        "icons": icons,
    }
    return JsonResponse(facts, content_type="application/manifest+json")
