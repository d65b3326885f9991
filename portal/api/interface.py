"""The one interface, made of all rooms once the apps have registered them."""

import functools
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_noop
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation
from typing_extensions import override

from portal.api.errors import KINDS, detail, error
from portal.api.rooms import rooms
from portal.api.schema import completed

VERSION: Final = "1"


class Interface(NinjaAPI):
    """Ninja, with errors in our one shape; a fault of ours goes on to Django, which logs it."""

    @override
    def set_default_exception_handlers(self) -> None:
        self.add_exception_handler(Http404, absent)
        self.add_exception_handler(ValidationError, invalid)

    @override
    def get_openapi_operation_id(self, operation: Operation) -> str:
        return str(operation.view_func.__name__)


def absent(_request: HttpRequest, exception: Any) -> HttpResponse:
    return error(404, message=str(exception))


def invalid(_request: HttpRequest, exception: Any) -> HttpResponse:
    """Each parameter once, by the first thing that is wrong with it."""
    found = {str(one["loc"][-1]): KINDS.get(one["type"], "form") for one in reversed(exception.errors)}
    return error(422, details=[detail(name, reason) for name, reason in reversed(found.items())])


@functools.cache
def interface() -> Interface:
    """The interface with the rooms of every app."""
    made = Interface(
        title="Law Wisdom Valley",
        version=VERSION,
        description=gettext_noop(
            "Everything the portal publishes about law, for programs: read only, free for everybody, without a key."
        ),
        openapi_url=None,
        docs_url=None,
        urls_namespace="api",
    )
    for room in rooms.values():
        made.add_router(f"/{room.name}", room.router, tags=[room.name])
    return made


@functools.cache
def schema() -> dict[str, Any]:
    """The schema, in the words of the source."""
    return completed(interface().get_openapi_schema(path_prefix=f"/api/v{VERSION}/"))
