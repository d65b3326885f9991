"""The addresses of the portal, and one more page: what Django costs where a page has nothing to do."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal import urls

BARE: Final = "/bare/"


def bare(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("A page that asks nothing of nobody.")


handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
urlpatterns = [path(BARE.removeprefix("/"), bare), *urls.urlpatterns]
