"""An article of law in all its languages."""

from django.http import HttpRequest, HttpResponse


def provision(request: HttpRequest, code: str, slug: str, edition: str, path: str) -> HttpResponse:
    raise NotImplementedError


def article(request: HttpRequest, code: str, slug: str, path: str) -> HttpResponse:
    raise NotImplementedError
