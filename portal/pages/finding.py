"""What is looked for in the console as a whole."""

from typing import Any

from django.contrib import admin
from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest, HttpResponseBase


def find(request: HttpRequest) -> HttpResponseBase:
    """The theme's search; a page that there is not is not found, where the theme falls over it."""
    site: Any = admin.site
    try:
        found: HttpResponseBase = site.admin_view(site.search)(request)
    except InvalidPage as error:
        raise Http404(str(error)) from error
    return found
