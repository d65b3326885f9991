"""What is looked for in the console as a whole."""

from django.contrib import admin
from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest, HttpResponseBase


def find(request: HttpRequest) -> HttpResponseBase:
    """The theme's search; a page that there is not is not found, where the theme falls over it."""
    try:
        found: HttpResponseBase = admin.site.admin_view(admin.site.search)(request)
    except InvalidPage as error:
        raise Http404(str(error)) from error
    return found
