"""What search engines read of services: every address there is."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from legal.laws.views.crawling import site, xml
from legal.services import sitemaps


@require_safe
def services(request: HttpRequest) -> HttpResponseBase:
    return xml(request, sitemaps.services(site(request)))
