"""Where anybody who holds the receipt of an answer sees whether it is genuine, and whether a file was filed with it."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from legal.matters.forms.sums import SumForm
from legal.matters.views.verifying import absent, verdict
from legal.serving.models import Answer
from portal.limiting import limit

# Nobody looks at more papers than that; whoever tries words does.
RATE: Final = "60/m"


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    limit(request, "serving-receipts", RATE)
    found = Answer.objects.select_related("matter").filter(token=token).first()
    if found is None:
        return absent(request)
    form = SumForm(request.GET if "sha256" in request.GET else None)
    asked = form.cleaned_data["sha256"] if form.is_valid() else ""
    context = {"submission": found, "count": len(found.files), "form": form, "verdict": verdict(found, asked)}
    response = render(request, "matters/receipt.html", context)
    # A page about a matter is for who was shown the paper, and not to be searched for.
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
