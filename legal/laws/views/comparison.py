"""Two editions of a law side by side."""

from django.http import HttpRequest, HttpResponse


def choose(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    raise NotImplementedError


def compare(request: HttpRequest, code: str, slug: str, old: str, new: str) -> HttpResponse:
    raise NotImplementedError
