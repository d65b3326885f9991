"""The history of a matter, and what was submitted, to be read and to be taken away and verified."""

import json
from typing import Final

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from enterprises.access import private
from legal.matters import chain
from legal.matters.access import seat
from legal.matters.actions import reading
from legal.matters.freezing import CONTENT_NAME, MANIFEST_NAME
from legal.matters.models import Entry, Stamp
from legal.matters.stamping import REPLY, TIMESTAMP_NAME
from portal.accounts.acting import acting

A_PAGE: Final = 50


@private
@require_safe
def history(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = seat(request, key, matter)
    reading.note(found.matter, "read-history", by=acting(request))
    entries = Entry.objects.filter(matter=found.matter).order_by("-position")
    page = Paginator(entries, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "matter": found.matter,
        "seat": found,
        "page": page,
        "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
    }
    return render(request, "matters/history.html", context)


@private
@require_safe
def history_file(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = seat(request, key, matter)
    with transaction.atomic():
        reading.note(found.matter, "download-history", by=acting(request))
        written = chain.written_out(found.matter)
    text = json.dumps(written, ensure_ascii=False, indent=1)
    return download(text, f"history-{found.matter.number or found.matter.key}.json")


@private
@require_safe
def manifest(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = seat(request, key, matter)
    submission = get_object_or_404(found.matter.submissions, position=position)
    reading.note(found.matter, "download-submission", by=acting(request))
    return download(submission.manifest, MANIFEST_NAME)


@private
@require_safe
def content(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = seat(request, key, matter)
    submission = get_object_or_404(found.matter.submissions, position=position)
    reading.note(found.matter, "download-submission", by=acting(request))
    return download(submission.content, CONTENT_NAME)


@private
@require_safe
def timestamp(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = seat(request, key, matter)
    stamp = get_object_or_404(Stamp, submission__matter=found.matter, submission__position=position)
    reading.note(found.matter, "download-submission", by=acting(request))
    response = HttpResponse(bytes(stamp.answer), content_type=REPLY)
    response["Content-Disposition"] = f'attachment; filename="{TIMESTAMP_NAME}"'
    return response


def download(text: str, name: str) -> HttpResponse:
    """A text as a file, byte for byte as it was summed up."""
    response = HttpResponse(text.encode(), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
