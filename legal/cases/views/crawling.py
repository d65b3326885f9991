"""What search engines read of cases: every address there is."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.cases import sitemaps
from legal.laws.views.crawling import site, xml


@require_safe
def cases(request: HttpRequest, number: int) -> HttpResponseBase:
    if not sitemaps.FIRST <= number <= sitemaps.files():
        raise Http404(_("There is no such sitemap."))
    return xml(request, sitemaps.cases(number, site(request)))
