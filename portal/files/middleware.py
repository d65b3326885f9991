"""What is refused before anything of it is read."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

# The other fields of a form beside its file.
BESIDE: Final = 1024 * 1024
DIGITS: Final = 18


class BodyTooLargeError(RequestDataTooBig):
    """The request announces more than the largest file the portal takes; nothing of it was read."""


def bounded_body(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse a request that announces more than the largest file; a body without a length counts as empty anyway."""

    def middleware(request: HttpRequest) -> HttpResponse:
        announced = request.headers.get("content-length") or "0"
        # Python reads no number of thousands of digits.
        if announced.isdecimal() and (len(announced) > DIGITS or int(announced) > settings.FILES_LARGEST + BESIDE):
            raise BodyTooLargeError
        return get_response(request)

    return middleware
