"""The first page of the console: what waits for whoever has come."""

from typing import Any

from django.http import HttpRequest

from portal.workflow.waiting import waiting_for


def landing(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The context of the console's first page, with what waits for the member of staff who asks."""
    return context | {"waiting": waiting_for(request.user)}
