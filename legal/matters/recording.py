"""Pages of the console on which an officer records what a decision needs beside a reason."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from legal.matters.models import Matter
from legal.matters.officers import FILE
from portal.themed import page


def recorded(
    request: HttpRequest,
    matter: Matter,
    form: forms.Form,
    doing: Callable[[dict[str, Any]], object],
    *,
    title: str,
    done: str,
) -> HttpResponse:
    """Do what was typed and lead back to the file; where it cannot be, the page with what was typed, and why."""
    back = reverse(FILE, kwargs={"matter": matter.key})
    if form.is_valid():
        try:
            doing(form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, done)
            return redirect(back)
    answer = page(request, "admin/matters/record.html", title, matter=matter, form=form, back=back)
    answer.status_code = 422 if form.is_bound else 200
    return answer
