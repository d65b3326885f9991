"""What a request changes is recorded with who asked for it and at which address."""

from typing import Any

import pghistory
from django.http import HttpRequest
from pghistory.middleware import HistoryMiddleware as PerRequest


class HistoryMiddleware(PerRequest):
    """All that a request changes belongs together; who signs in by it is known from then on."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        return {"user": request.user.pk}

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """The pattern of the address, not the address: a token in it is nobody's business."""
        if request.resolver_match:
            pghistory.context(page=f"/{request.resolver_match.route}")
