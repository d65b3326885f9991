"""Where anybody who holds the receipt of an answer sees whether it is genuine, and whether a file was filed with it."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from legal.matters.views.verifying import shown
from legal.serving.models import Answer
from portal.limiting import limit

# Nobody looks at more papers than that; whoever tries words does.
RATE: Final = "60/m"


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    limit(request, "serving-receipts", RATE)
    return shown(request, Answer.objects.select_related("matter").filter(token=token).first())
