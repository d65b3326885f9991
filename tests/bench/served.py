"""The site as gunicorn serves it, with one more page: what Django costs where a page has nothing to do."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal import urls
from portal.wsgi import application

__all__ = ["application", "handler400", "handler403", "handler404", "handler500", "urlpatterns"]

BARE = "/bare/"


def bare(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("A page that asks nothing of nobody.")


handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
urlpatterns = [path(BARE.strip("/") + "/", bare), *urls.urlpatterns]
settings.ROOT_URLCONF = __name__
