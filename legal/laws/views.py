"""Pages of the law directory."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def law_list(request: HttpRequest) -> HttpResponse:
    return render(request, "laws/list.html")
