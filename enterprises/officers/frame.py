"""The frame of the console around a page of ours."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse


def page(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    """A page in the frame of the console."""
    request.current_app = admin.site.name
    return TemplateResponse(request, template, {**admin.site.each_context(request), "title": title, **context})
