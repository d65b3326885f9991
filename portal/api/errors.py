"""The one shape of every error: a stable code, a sentence in the caller's language, and which parameters are meant."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext, gettext_noop
from pydantic import Field

from portal.api.language import spoken
from portal.api.rooms import JSON
from portal.api.shapes import Part

PREFIX: Final = "/api/"
# A minute, as the rates are counted by; and as long as a database takes to come back.
RETRY_SECONDS: Final = 60
WAITING: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})

# What is told of each status: the code, which programs may rely on, and the sentence.
TOLD: Final = {
    HTTPStatus.BAD_REQUEST: (
        "bad-request",
        gettext_noop("The request cannot be read. Check how its address is encoded."),
    ),
    HTTPStatus.NOT_FOUND: ("not-found", gettext_noop("There is nothing at this address.")),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "method-not-allowed",
        gettext_noop("The interface only reads: use GET, HEAD or OPTIONS."),
    ),
    HTTPStatus.NOT_ACCEPTABLE: (
        "not-acceptable",
        gettext_noop("The format you accept is not given here. Accept the one the documentation names."),
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "too-large",
        gettext_noop("The request is too large. The interface reads no bodies."),
    ),
    HTTPStatus.UNPROCESSABLE_ENTITY: (
        "invalid-parameters",
        gettext_noop("Some parameters are not as they should be. Each is named under “details”."),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        "too-many-requests",
        gettext_noop("There have been too many requests from your address. Wait as long as Retry-After says."),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "internal-error",
        gettext_noop("The answer could not be made because of a fault of ours, which has been noted."),
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "unavailable",
        gettext_noop("The portal cannot answer just now. Ask again after as long as Retry-After says."),
    ),
}
# Why a parameter is refused.
REASONS: Final = {
    "unknown": gettext_noop("There is no such parameter here."),
    "repeated": gettext_noop("This parameter may be given once."),
    "missing": gettext_noop("This parameter has to be given."),
    "choice": gettext_noop("This value is not among those that are allowed."),
    "form": gettext_noop("This value does not have the form the parameter takes."),
}
# What the validation calls them.
KINDS: Final = {"missing": "missing", "literal_error": "choice", "enum": "choice"}


class Detail(Part):
    """A parameter that is refused, and why."""

    parameter: str
    reason: str = Field(json_schema_extra={"enum": list(REASONS)})
    message: str


class Error(Part):
    """Every error of the interface."""

    code: str = Field(
        description=gettext_noop("What happened; it never changes."),
        json_schema_extra={"enum": [code for code, _sentence in TOLD.values()]},
    )
    message: str = Field(description=gettext_noop("The same as a sentence in the language asked for."))
    details: list[Detail] = Field(description=gettext_noop("The parameters that are refused; else empty."))


def detail(parameter: str, reason: str) -> Detail:
    """A parameter refused for one of the reasons, in the active language."""
    return Detail(parameter=parameter, reason=reason, message=gettext(REASONS[reason]))


def error(status: int, *, message: str = "", details: Sequence[Detail] = ()) -> HttpResponse:
    """The answer of an error, in the active language."""
    code, sentence = TOLD[HTTPStatus(status)]
    told = Error(code=code, message=message or gettext(sentence), details=list(details))
    response = HttpResponse(told.model_dump_json(), status=status, content_type=JSON)
    response["Cache-Control"] = "no-store"
    response["Content-Language"] = translation.get_language()
    if status in WAITING:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response


def concerns(request: HttpRequest) -> bool:
    """Whether whoever asked is a program, and is told of errors as such."""
    return request.path_info.startswith(PREFIX)


def told(request: HttpRequest, status: int) -> HttpResponse:
    """The answer of an error that came up before, or after, anything of the interface was asked."""
    with translation.override(spoken(request).code):
        return error(status)
