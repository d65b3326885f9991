"""Where anybody who holds a certificate in their hands sees whether it is genuine."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from legal.training.models import Certificate
from portal.limiting import limit

# Nobody looks at more papers than that; whoever tries words does.
RATE: Final = "30/m"


@never_cache
@require_safe
def certificate(request: HttpRequest, token: str) -> HttpResponse:
    limit(request, "training-certificates", RATE)
    found = Certificate.objects.filter(token=token).first()
    if found is None:
        raise Http404(_("There is no certificate of this address."))
    response = render(request, "training/certificate.html", {"certificate": found})
    # A page about a person is for who was shown the paper, and not to be searched for.
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
