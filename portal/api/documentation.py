"""The page that tells people what the schema tells programs, made of the schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from portal.api.errors import REASONS, TOLD
from portal.api.interface import schema
from portal.api.language import PARAMETER
from portal.api.paging import MOST
from portal.api.rooms import Room, rooms
from portal.api.schema import translated

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A parameter or a field: what it is called, what it holds, and what that means."""

    name: str
    form: str
    values: tuple[str, ...]
    meaning: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """One address, what it is asked with, and the name of the record it gives."""

    path: str
    summary: str
    parameters: tuple[Told, ...]
    record: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A room with its addresses, and the records they give, each told once."""

    name: str
    label: Promise | str
    addresses: tuple[Address, ...]
    records: tuple[tuple[str, tuple[Told, ...]], ...]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    here = request.build_absolute_uri(reverse("api:root"))
    context = {
        "here": here,
        "chapters": list(chapters(translated(schema()))),
        "errors": [(int(status), code, gettext(sentence)) for status, (code, sentence) in TOLD.items()],
        "reasons": [(code, gettext(sentence)) for code, sentence in REASONS.items()],
        "rate": settings.API_RATE.partition("/")[0],
        "most": MOST,
    }
    return render(request, "api/documentation.html", context)


def chapters(told: Schema) -> Iterator[Chapter]:
    """The rooms in the order they were registered in."""
    records = told["components"]["schemas"]
    for room in rooms.values():
        addresses = tuple(_addresses(told, room))
        names = dict.fromkeys(name for one in addresses for name in _with_parts(one.record, records))
        yield Chapter(room.name, room.label, addresses, tuple((name, tuple(_fields(name, records))) for name in names))


def _addresses(told: Schema, room: Room) -> Iterator[Address]:
    records = told["components"]["schemas"]
    for path, methods in told["paths"].items():
        for operation in methods.values():
            if operation["tags"] == [room.name]:
                own = (one for one in operation["parameters"] if one["name"] != PARAMETER)
                parameters = tuple(
                    _told(one["name"], one["schema"], one.get("description", ""), records, needed=one["required"])
                    for one in own
                )
                yield Address(path, operation["summary"], parameters, _record(operation, records))


def _record(operation: Schema, records: Schema) -> str:
    """The name of what is given: of a page, that of the records on it; none where bytes are given."""
    content = operation["responses"]["200"]["content"]
    name = _named(next(iter(content.values()))["schema"])
    items = records.get(name, {}).get("properties", {}).get("items")
    return _named(items["items"]) if items else name


def _with_parts(name: str, records: Schema) -> Iterator[str]:
    """A record, and after it the parts it is made of."""
    if "properties" in records.get(name, {}):
        yield name
        for about in records[name]["properties"].values():
            yield from _with_parts(_named(about.get("items", {})), records)


def _fields(name: str, records: Schema) -> Iterator[Told]:
    for field, about in records[name]["properties"].items():
        yield _told(field, about, about.get("description", ""), records)


def _told(name: str, about: Schema, meaning: str, records: Schema, *, needed: bool = False) -> Told:
    kinds = [one for one in about.get("anyOf", [about]) if one != {"type": "null"}]
    kind = kinds[0]
    kind = records.get(_named(kind), kind)
    return Told(name, _form(kind), tuple(kind.get("enum", ())), meaning, needed)


def _named(about: Schema) -> str:
    """The name a reference leads to; "" where it is none."""
    return str(about.get("$ref", "")).rpartition("/")[2]


def _form(kind: Schema) -> str:
    """What a value is, in the words of a reader."""
    if kind.get("format") in {"date", "date-time"}:
        return pgettext("form of a value", "day") if kind["format"] == "date" else pgettext("form of a value", "time")
    return {
        "string": pgettext("form of a value", "text"),
        "integer": pgettext("form of a value", "number"),
        "boolean": pgettext("form of a value", "yes or no"),
        "array": pgettext("form of a value", "list"),
    }.get(kind.get("type", ""), pgettext("form of a value", "object"))
