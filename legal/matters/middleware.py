"""What was typed on a page of a draft is shown again where the matter has moved on meanwhile."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legal.matters.errors import MovedOnError
from portal.workflow.models import Event

# Of the form, not of who typed; and shorter than this is what was chosen from a list.
_OURS: Final = {"csrfmiddlewaretoken", "version"}
_SHORT: Final = 20


class MovedOn:
    """Instead of a page that is not there: who moved the matter on and when, and what was typed, to be copied."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, MovedOnError):
            return None
        held = exception.matter
        left = Event.objects.of(held).filter(before__in=held.proceeding.drafting).select_related("by").last()
        shown = {"matter": held, "left": left, "typed": list(_typed(request))}
        if "HX-Request" in request.headers:
            # The page stays as it is, with all that is typed on it.
            return render(request, "matters/_moved_on.html", shown)
        return render(request, "matters/moved_on.html", shown, status=HTTPStatus.CONFLICT)


def _typed(request: HttpRequest) -> Iterator[str]:
    for name, values in request.POST.lists():
        if name not in _OURS:
            yield from (value for value in values if len(value) > _SHORT or not value.isascii() or " " in value.strip())
