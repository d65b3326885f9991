"""The feed of changes."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.laws import feeds
from legal.laws.freshness import release, stamp


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    form = feeds.FeedForm(request.GET)
    if not form.is_valid():
        raise Http404(_("There is no such jurisdiction or topic."))
    subject = feeds.Subject(form.cleaned_data["jurisdiction"], form.cleaned_data["topic"], form.cleaned_data["page"])
    if subject.page > feeds.PAGES:
        raise Http404(_("The feed has no such page."))
    address = request.build_absolute_uri()
    newest = subject.changes.values_list("at", flat=True).first()
    tag = f'W/"{hashlib.sha256(repr((release(), stamp(), address, newest)).encode()).hexdigest()[:32]}"'
    modified = int(newest.timestamp()) if newest else None
    response = get_conditional_response(request, etag=tag, last_modified=modified)
    if not isinstance(response, HttpResponse):
        written = feeds.feed(subject, site=request.build_absolute_uri("/").rstrip("/"))
        response = HttpResponse(written, content_type=feeds.PagedFeed.content_type)
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=300)
    return response
