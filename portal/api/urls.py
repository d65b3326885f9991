"""The addresses of the interface, each behind the one door."""

from collections.abc import Iterator
from typing import Final

from django.urls import URLPattern, path
from ninja import Router

from portal.api import views
from portal.api.door import door
from portal.api.interface import interface, schema
from portal.api.language import PARAMETER
from portal.api.rooms import Room, rooms

# What the interface tells of itself stands in no room.
HALL: Final = Room("", "", Router())


def addresses() -> Iterator[URLPattern]:
    """Those of all rooms, as they stand below the interface's own."""
    declared = {
        operation["operationId"]: frozenset(one["name"] for one in operation["parameters"] if one["in"] == "query")
        for methods in schema()["paths"].values()
        for operation in methods.values()
    }
    for pattern in interface().urls[0]:
        room = rooms.get(str(pattern.pattern).split("/", 1)[0])
        if room and isinstance(pattern, URLPattern):
            pattern.callback = door(pattern.callback, room, declared[str(pattern.name)])
            yield pattern


app_name = "api"
urlpatterns = [
    path("", door(views.root, HALL, frozenset({PARAMETER})), name="root"),
    path("openapi.json", door(views.openapi, HALL, frozenset({PARAMETER})), name="schema"),
    *addresses(),
]
