"""What search engines read of lawyers: every address there is."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.laws.views.crawling import site, xml
from legal.lawyers import sitemaps


@require_safe
def lawyers(request: HttpRequest, number: int) -> HttpResponseBase:
    if not sitemaps.FIRST <= number <= sitemaps.files():
        raise Http404(_("There is no such sitemap."))
    return xml(request, sitemaps.lawyers(number, site(request)))
