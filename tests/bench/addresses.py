"""The addresses of the portal, and a few more: what Django costs where a page has nothing to do."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import path

from enterprises.access import membership, private
from portal import urls

BARE: Final = "/bare/"
SIGNED_IN: Final = f"{BARE}signed-in/"


def bare(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("A page that asks nothing of nobody.")


@private
def signed_in(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("A page that asks who is there.")


@private
def member(request: HttpRequest, key: str) -> HttpResponse:
    membership(request, key)
    return HttpResponse("A page that asks who is there, and of which enterprise.")


handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
urlpatterns = [
    path(BARE.removeprefix("/"), bare),
    path(SIGNED_IN.removeprefix("/"), signed_in),
    path(f"{SIGNED_IN.removeprefix('/')}<str:key>/", member),
    *urls.urlpatterns,
]
