"""How a page that acts answers: it does what was asked, or says why not, and leads back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from portal.workflow.errors import NotAllowedError


def act(request: HttpRequest, doing: Callable[[], object], done: str, *, to: str) -> HttpResponse:
    """Do something and say that it is done, or why it is not allowed; then lead to an address."""
    try:
        doing()
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done)
    return redirect(to)
