"""The page of the console on which a file is put together, taken away and handed over."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from legal.bundles.actions import assembling
from legal.bundles.archive import stream
from legal.bundles.courses import course_of
from legal.bundles.models import Bundle
from legal.matters.models import Matter
from legal.matters.officers import FILE, OfficerSeat, officer_seat
from portal.themed import page
from portal.workflow.errors import NotAllowedError

PAGE = "admin:bundles_bundle_of"


@require_safe
def bundles_page(request: HttpRequest, matter: str) -> HttpResponse:
    seat = officer_seat(request, matter)
    made = seat.matter.bundles.select_related("made_by")
    context = {
        "matter": seat.matter,
        "seat": seat,
        "made": made,
        "may_hand_over": _may_hand_over(seat),
        "form": forms.Form(),
    }
    return page(request, "admin/bundles/bundles.html", _("File for the institution"), **context)


@require_POST
def assemble_page(request: HttpRequest, matter: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=True)
    try:
        assembling.assemble(seat.matter, by=seat.officer)
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The file is put together."))
    return redirect(PAGE, matter=matter)


@require_safe
def download_page(request: HttpRequest, matter: str, position: int) -> StreamingHttpResponse:
    """The archive, for who has the matter on the desk: it holds what is for the tribunal alone."""
    seat = officer_seat(request, matter, holding=True)
    bundle = _bundle(seat.matter, position)
    assembling.note_download(bundle, by=seat.officer)
    pieces = stream(bundle, by=seat.officer, address=request.META.get("REMOTE_ADDR"))
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{bundle.file_name}"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def hand_over_page(request: HttpRequest, matter: str, position: int) -> HttpResponse:
    seat = officer_seat(request, matter, holding=True)
    try:
        assembling.hand_over(_bundle(seat.matter, position), by=seat.officer)
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(PAGE, matter=matter)
    messages.success(request, _("The file is handed over."))
    return redirect(FILE, matter=matter)


def _bundle(matter: Matter, position: int) -> Bundle:
    return get_object_or_404(matter.bundles.select_related("matter"), position=position)


def _may_hand_over(seat: OfficerSeat) -> bool:
    """Whether the table allows it as the matter stands."""
    course = course_of(seat.matter)
    return seat.holds and course is not None and course.move in {move.name for move in seat.matter.moves}
