"""The feed of new cases."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.cases import feeds
from legal.laws.feeds import PAGES, FeedForm, PagedFeed
from legal.laws.freshness import release, stamp


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    form = FeedForm(request.GET)
    if not form.is_valid():
        raise Http404(_("There is no such jurisdiction or topic."))
    subject = feeds.Subject(form.cleaned_data["jurisdiction"], form.cleaned_data["topic"], form.cleaned_data["page"])
    if subject.page > PAGES:
        raise Http404(_("The feed has no such page."))
    address = request.build_absolute_uri()
    tag = f'W/"{hashlib.sha256(repr((release(), stamp(), address)).encode()).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=tag)
    if not isinstance(response, HttpResponse):
        written = feeds.feed(subject, site=request.build_absolute_uri("/").rstrip("/"))
        response = HttpResponse(written, content_type=PagedFeed.content_type)
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=300)
    return response
