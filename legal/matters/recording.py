"""Pages of the console on which an officer records what a decision needs beside a reason."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from unfold.widgets import INPUT_CLASSES

from legal.matters.models import Matter
from legal.matters.officers import FILE
from portal.themed import page

# What is typed into: the theme draws none of them without its classes. Its lists of choices keep their own arrow.
TYPED: Final = (forms.TextInput, forms.EmailInput, forms.NumberInput, forms.Textarea, forms.Select)


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
    answer = page(request, "admin/matters/record.html", title, matter=matter, form=dressed(form), back=back)
    answer.status_code = 422 if form.is_bound else 200
    return answer


def dressed(form: forms.Form) -> forms.Form:
    """The form with the frames of the theme around what is typed into; the theme’s own widgets have theirs."""
    for field in form.fields.values():
        if isinstance(field.widget, TYPED) and "border" not in field.widget.attrs.get("class", ""):
            field.widget.attrs["class"] = " ".join(INPUT_CLASSES)
    return form
