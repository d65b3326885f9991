"""The schema of the interface: what the rooms declare, and what holds for all of their addresses."""

import copy
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from django.utils.translation import gettext, gettext_noop
from pydantic.json_schema import models_json_schema

from portal.api.errors import TOLD, WAITING, Error
from portal.api.language import PARAMETER
from portal.api.rooms import JSON
from portal.languages import TEXTS

REF: Final = "#/components/{kind}/{name}"
# The words a reader reads; all else is for programs.
WORDS: Final = frozenset({"summary", "description"})
LANGUAGE: Final = {
    "in": "query",
    "name": PARAMETER,
    "required": False,
    "schema": {"type": "string", "enum": list(TEXTS)},
    "description": gettext_noop(
        "The language names and messages are given in. Without it, the first one of ours that Accept-Language names."
    ),
}
NUMBER: Final = {"type": "integer", "minimum": 0}
HEADERS: Final[dict[str, dict[str, Any]]] = {
    "ETag": {
        "schema": {"type": "string"},
        "description": gettext_noop("The fingerprint of the bytes, for If-None-Match."),
    },
    "Last-Modified": {
        "schema": {"type": "string"},
        "description": gettext_noop("When the record last changed, for If-Modified-Since."),
    },
    "RateLimit-Limit": {"schema": NUMBER, "description": gettext_noop("How many requests a span of time allows.")},
    "RateLimit-Remaining": {"schema": NUMBER, "description": gettext_noop("How many of them are left.")},
    "RateLimit-Reset": {
        "schema": NUMBER,
        "description": gettext_noop("In how many seconds the next span begins."),
    },
    "Retry-After": {"schema": NUMBER, "description": gettext_noop("After how many seconds to ask again.")},
}
LIMITS: Final = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
# What each address may answer beside what it gives; 404 where its path names something.
ERRORS: Final = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)


def completed(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of the rooms with the language, the headers and the errors of every address."""
    whole = copy.deepcopy(dict(schema))
    _, definitions = models_json_schema(
        [(Error, "serialization")], ref_template=REF.format(kind="schemas", name="{model}")
    )
    whole["components"]["headers"] = HEADERS
    whole["components"]["responses"] = {code: _error(status) for status, (code, _) in TOLD.items()}
    declared = whole["components"]["schemas"] | definitions["$defs"]
    # Classes that only gather parameters are named nowhere: those stand by themselves at each address.
    everything = json.dumps([whole, declared])
    named = {name for name in declared if f'"{REF.format(kind="schemas", name=name)}"' in everything}
    whole["components"]["schemas"] = {name: _described(one) for name, one in declared.items() if name in named}
    for path, methods in whole["paths"].items():
        for operation in methods.values():
            _complete(operation, named="{" in path)
    return whole


def _complete(operation: dict[str, Any], *, named: bool) -> None:
    operation["parameters"] = [*map(_given, operation["parameters"]), LANGUAGE]
    given = operation["responses"]
    given[HTTPStatus.OK]["headers"] = _headers("ETag", "Last-Modified", *LIMITS)
    given[HTTPStatus.OK]["description"] = gettext_noop("What was asked for.")
    given[HTTPStatus.NOT_MODIFIED] = {"description": gettext_noop("The copy you have is still right.")}
    errors = (*ERRORS, HTTPStatus.NOT_FOUND) if named else ERRORS
    given.update({status: {"$ref": REF.format(kind="responses", name=TOLD[status][0])} for status in errors})
    operation["responses"] = {str(int(status)): given[status] for status in sorted(given)}


def _given(parameter: dict[str, Any]) -> dict[str, Any]:
    """A parameter as it is where it is given: one that is left out has no value, not an empty one."""
    declared = dict(parameter["schema"])
    choices = [one for one in declared.pop("anyOf", []) if one != {"type": "null"}]
    words = {name: declared.pop(name, None) for name in ("title", "description")}
    told = {"description": words["description"]} if words["description"] else {}
    return {**parameter, **told, "schema": {**declared, **(choices[0] if choices else {})}}


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    """A record's schema without what its class says to whoever works on it."""
    properties = schema.get("properties", {})
    told = {name: {key: one for key, one in about.items() if key != "title"} for name, about in properties.items()}
    kept = {key: value for key, value in schema.items() if key not in {"title", "description"}}
    return kept | ({"properties": told} if told else {})


def _error(status: HTTPStatus) -> dict[str, Any]:
    headers = ("Retry-After",) if status in WAITING else ()
    return {
        "description": TOLD[status][1],
        "headers": _headers(*headers),
        "content": {JSON: {"schema": {"$ref": REF.format(kind="schemas", name="Error")}}},
    }


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": REF.format(kind="headers", name=name)} for name in names}


def translated(part: Any) -> Any:
    """A part of the schema with everything a reader reads in the active language."""
    if isinstance(part, dict):
        return {
            key: gettext(value) if key in WORDS and isinstance(value, str) and value else translated(value)
            for key, value in part.items()
        }
    return [translated(one) for one in part] if isinstance(part, list) else part
