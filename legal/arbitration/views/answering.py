"""How a page of a step answers: with the row of steps, and with a status that says whether it was saved."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legal.arbitration.requesting import Request
from legal.arbitration.steps import passed
from legal.matters.access import Seat


def answer(request: HttpRequest, found: Seat, template: str, context: Mapping[str, Any], *, step: str) -> HttpResponse:
    """A page of a step by its name; whoever sent it knows by the status that it was not saved."""
    asked = Request.of(found.matter)
    steps = passed(asked, f"arbitration:{step}")
    here = next(one for one in steps if one.is_current)
    shown = {"matter": found.matter, "seat": found, "asked": asked, "steps": steps, "here": here, **context}
    return render(request, template, shown, status=422 if request.method == "POST" else 200)
