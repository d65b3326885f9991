"""What the interface tells of itself: its rooms and its schema."""

import json

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.api.answers import answer
from portal.api.interface import schema
from portal.api.rooms import rooms
from portal.api.schema import translated
from portal.languages import by_code


def root(request: HttpRequest) -> HttpResponse:
    """Where to begin: the rooms, the schema and its page."""
    here = request.build_absolute_uri(request.path)
    told = {
        "title": _("Law Wisdom Valley"),
        "schema": f"{here}openapi.json",
        "documentation": request.build_absolute_uri(reverse("pages:interface")),
        "rooms": {name: f"{here}{name}" for name in rooms},
    }
    return answer(json.dumps(told, ensure_ascii=False), None)


def openapi(_request: HttpRequest) -> HttpResponse:
    told = translated(schema())
    told["info"]["title"] = _("Law Wisdom Valley")
    told["info"]["x-language"] = by_code(translation.get_language()).tag
    return answer(json.dumps(told, ensure_ascii=False), None)
