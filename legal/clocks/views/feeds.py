"""What calendars fetch, without an account: the deadlines of the enterprise that has given them the address."""

from hashlib import sha256
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.clocks import calendars
from legal.clocks.models import Feed
from portal.limiting import limit

# A calendar asks once an hour at most; whoever tries words asks more often.
RATE: Final = "60/m"


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    limit(request, "clocks-feeds", RATE)
    found = Feed.objects.working().select_related("enterprise").filter(token=token).first()
    if found is None:
        raise Http404(_("There is no calendar at this address."))
    body = calendars.of_enterprise(found.enterprise, language=found.language)
    etag = f'"{sha256(body).hexdigest()}"'
    response = HttpResponse(body, content_type=calendars.CONTENT_TYPE)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Content-Disposition"] = 'inline; filename="deadlines.ics"'
    answer: HttpResponse | None = get_conditional_response(request, etag=etag, response=response)
    return answer or response
