"""How a page of the console does what its form asks, or shows itself again with the reason why not."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise

from portal.workflow.errors import NotAllowedError

Forms = dict[str, forms.Form]
Shown = Callable[[Forms], HttpResponse]


def carried_out(
    request: HttpRequest,
    act: str,
    form: forms.Form,
    doing: Callable[[dict[str, Any]], object],
    *,
    shown: Shown,
    done: str | Promise,
    to: str,
) -> HttpResponse:
    """Do what was asked and lead to an address; where it cannot be, show the page with what was typed and why."""
    if request.method != "POST":
        return redirect(to)
    if form.is_valid():
        try:
            doing(form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, str(done))
            return redirect(to)
    return shown({act: form})


def refused(typed: Forms) -> list[str]:
    """Why what was asked was not done."""
    return [str(sentence) for form in typed.values() for sentence in form.non_field_errors()]
